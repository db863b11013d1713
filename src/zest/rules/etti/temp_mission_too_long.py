"""A mission of an ordinary temporary-work firm has a longest duration, renewals included."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.client import ClientKind
from zest.model.structure import StructureKind
from zest.readings.temporary_work import outlasts, temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z402",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Hors insertion, une mission dure au plus dix-huit mois, neuf pour des travaux urgents de sécurité et"
    " vingt-quatre à l'étranger, renouvellement compris.",
    why="Au-delà, le client pourvoit un emploi durable, et la mission peut être requalifiée en CDI chez lui.",
    remedy="Arrêtez la mission à son terme, ou dites abroad ou urgent_safety s'il y a lieu.",
    source=as_in_2015("Code du travail, art. L1251-12 et L1251-12-1"),
    figures=("etti.ordinary-months-max", "etti.urgent-months-max", "etti.abroad-months-max"),
    reading="Depuis le 24 septembre 2017, la branche de l'entreprise utilisatrice peut fixer une autre durée. Le"
    " dossier ne dit ni cet accord, ni l'attente d'un recrutement (neuf mois), ni un départ définitif ou une"
    " commande exceptionnelle à l'exportation (vingt-quatre) : la règle avertit.",
    good={
        "structures.1.kind": "ETT",
        "missions.0.start": "2025-02-03",
        "missions.0.end": "2026-12-31",
        "missions.0.abroad": True,
    },
    bad={"structures.1.kind": "ETT", "missions.0.start": "2025-02-03", "missions.0.end": "2026-12-31"},
)
def temp_mission_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """From its first to its last day, within the maximum of its case; a public client has a rule of its own."""
    lender, client = temp_firm_of(mission, case), case.dossier.client(mission.client)
    public = client is not None and client.kind is ClientKind.PUBLIC_BODY
    if lender is None or lender.kind is StructureKind.ETTI or public:
        yield NOT_ASKED
        return
    longest = case.law[_figure(mission)]
    over = outlasts(mission, longest)
    if over is None:
        missing = "start" if mission.start is None else "end"
        words = f"Le dossier ne dit pas du premier au dernier jour combien dure la mission « {mission.key} »."
        yield Unknown(words, at=(missing,), remedy="Donnez start et end à la mission.")
    elif over:
        yield Fault(
            f"La mission « {mission.key} » dure plus des {longest} mois de son cas de recours.", at=("end",)
        )


def _figure(mission: Mission) -> str:
    if mission.urgent_safety:
        return "etti.urgent-months-max"
    return "etti.abroad-months-max" if mission.abroad else "etti.ordinary-months-max"
