"""A GEIQ lends to its members only."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import StructureKind
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z211",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Un GEIQ ne met ses salariés à disposition que de ses adhérents.",
    why="Le groupement d'employeurs est une exception réservée à ceux qui le composent.",
    remedy="Donnez geiq_member au client ; s'il n'adhère pas, la mission revient à une AI ou à une ETTI.",
    source=as_in_2015("Code du travail, art. L1253-1"),
    good={"structures.1.kind": "GEIQ", "clients.0.geiq_member": True},
    bad={"structures.1.kind": "GEIQ", "clients.0.geiq_member": False},
)
def geiq_lends_outside_members(mission: Mission, case: Case) -> Iterator[Answer]:
    """The client of a GEIQ's mission is its member."""
    lender, client = case.dossier.structure(mission.structure), case.dossier.client(mission.client)
    if lender is None or lender.kind is not StructureKind.GEIQ:
        yield NOT_ASKED
    elif client is None or client.geiq_member is None:
        yield Unknown(
            f"Le dossier ne dit pas si le client de la mission « {mission.key} » adhère au GEIQ.",
            at=("client",),
        )
    elif not client.geiq_member:
        yield Fault(
            f"« {client.name or client.key} » n'adhère pas au GEIQ qui lui prête un salarié.", at=("client",)
        )
