"""An AI may lend, for payment, under its convention with the State."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure, StructureKind
from zest.readings.lent_work import convention_answers, lends
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import verified


@rule(
    "Z203",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    column="Convention État",
    requirement="Une association intermédiaire prête du personnel sous une convention en cours avec l'État.",
    why="C'est cette convention qui lève, pour elle, l'interdiction du prêt de main-d'œuvre à but lucratif.",
    remedy="Ajoutez la convention en cours dans [[structures.state_conventions]], avec start et end.",
    source=verified("Code du travail, art. L5132-7 (version du 10 août 2016)", "2026-08-22", "doctrine.fr"),
    reading="Agir hors de son cadre fait aussi perdre à l'AI la protection de l'article L5132-14 (lu en 2015).",
    good={"structures.0.state_conventions.0.end": "2026-12-31"},
    bad={"structures.0.state_conventions": []},
)
def ai_without_state_convention(structure: Structure, case: Case) -> Iterator[Answer]:
    """An AI that carries a lending offer is conventioned on the day of the check."""
    if structure.kind is not StructureKind.AI or not lends(structure, case):
        yield NOT_ASKED
        return
    yield from convention_answers(structure, case.as_of)
