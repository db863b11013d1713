"""An EA may lend a disabled employee, with consent and in view of a hire."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure, StructureKind
from zest.readings.lent_work import lends
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z212",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Une entreprise adaptée ne prête qu'un salarié handicapé, avec son accord et en vue de son embauche.",
    why="Ce prêt est un pas vers l'emploi ordinaire, et non une offre commerciale permanente.",
    remedy="Vérifiez chaque mise à disposition avec l'entreprise adaptée, ou retirez-la de l'offre.",
    source=as_in_2015("Code du travail, art. L5213-16, D5213-81 et D5213-84"),
    good={"structures.0.kind": "AI"},
    bad={"structures.0.kind": "EA"},
)
def adapted_firm_lends(structure: Structure, case: Case) -> Iterator[Answer]:
    """An EA in a lending offer is pointed out."""
    if structure.kind is not StructureKind.EA:
        yield NOT_ASKED
    elif lends(structure, case):
        words = f"« {structure.name} », entreprise adaptée, porte une offre de mise à disposition."
        yield Fault(words, at=("kind",))
