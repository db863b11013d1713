"""Who lends decides which law applies."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.readings.lent_work import lends
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z201",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="La nature de chaque structure qui prête du personnel est connue.",
    why="Prêter du personnel à but lucratif est interdit, sauf à ceux que la loi nomme : il faut savoir qui prête.",
    remedy="Donnez kind à la structure : AI, ETTI, EI, ACI, EITI, GEIQ…",
    source=as_in_2015("Code du travail, art. L8241-1"),
    good={"structures.0.kind": "AI"},
    bad={"structures.0.kind": None},
)
def lender_kind_untold(structure: Structure, case: Case) -> Iterator[Answer]:
    """A structure that carries a lending offer says what it is."""
    if not lends(structure, case):
        yield NOT_ASKED
    elif structure.kind is None:
        words = (
            f"Le dossier ne dit pas ce qu'est « {structure.name} » : son droit de prêter ne peut être jugé."
        )
        yield Unknown(words, at=("kind",))
