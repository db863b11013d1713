"""The bridge contract (*contrat passerelle*) was an experiment of five years."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import StructureKind
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified

_OPEN_TO = (StructureKind.EI, StructureKind.ACI)


@rule(
    "Z208",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Un contrat passerelle va d'une EI ou d'un ACI à une entreprise ordinaire, et date de l'expérience.",
    why="Hors de l'expérience, ce prêt par une EI ou un ACI retombe sous l'interdiction.",
    remedy="Corrigez la mission, ou passez par un prêt à but non lucratif ([[loans]]).",
    source=verified(
        "Loi n° 2020-1577 du 14 décembre 2020, art. 5, modifiée le 31 décembre 2023",
        "2026-08-22",
        "doctrine.fr",
    ),
    figures=("lending.bridge-contract", "lending.bridge-months-before"),
    reading="Cinq ans à compter de la publication de la loi ; aucune prolongation n'a été trouvée.",
    good={"missions.0.bridge": False},
    bad={"missions.0.bridge": True},
)
def bridge_contract_out_of_bounds(mission: Mission, case: Case) -> Iterator[Answer]:
    """A bridge contract stays inside the experiment."""
    if not mission.bridge:
        yield NOT_ASKED
        return
    lender, client = case.dossier.structure(mission.structure), case.dossier.client(mission.client)
    if not case.law.in_force("lending.bridge-contract"):
        words = f"La mission « {mission.key} » est un contrat passerelle hors des dates de l'expérience."
        yield Fault(words, at=("start",), about="dates")
    if lender and lender.kind not in (None, *_OPEN_TO):
        words = (
            f"Le contrat passerelle « {mission.key} » part d'une {lender.kind}, et non d'une EI ou d'un ACI."
        )
        yield Fault(words, at=("structure",), about="lender")
    if client and client.siae_or_ea:
        words = f"Le contrat passerelle « {mission.key} » va vers une structure d'insertion ou une entreprise adaptée."
        yield Fault(words, at=("client",), about="client")
