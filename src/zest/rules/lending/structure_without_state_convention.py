"""The other conventioned kinds act under a convention with the State as well."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import CONVENTIONED, Structure, StructureKind
from zest.readings.lent_work import convention_answers, lends
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import as_in_2015


@rule(
    "Z204",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    column="Convention État",
    requirement="Une ETTI, une EI, un ACI ou une EITI agit sous une convention en cours avec l'État.",
    why="Sans convention, la structure n'est pas une structure d'insertion et son offre n'est pas celle de la marque.",
    remedy="Ajoutez la convention en cours dans [[structures.state_conventions]], avec start et end.",
    source=as_in_2015("Code du travail, art. R5132-3, R5132-10-8 et R5132-29"),
    good={"structures.1.state_conventions.0.end": "2026-12-31"},
    bad={"structures.1.state_conventions": []},
)
def structure_without_state_convention(structure: Structure, case: Case) -> Iterator[Answer]:
    """A conventioned kind other than an AI is conventioned on the day of the check."""
    others = CONVENTIONED - {StructureKind.AI}
    if structure.kind not in others or not lends(structure, case):
        yield NOT_ASKED
        return
    yield from convention_answers(structure, case.as_of)
