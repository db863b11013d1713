"""An EI or an ACI may not lend for profit."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure, StructureKind
from zest.readings.lent_work import lends
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015

_MAKERS = (StructureKind.EI, StructureKind.ACI)


@rule(
    "Z207",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une EI ou un ACI ne vend pas de mise à disposition de personnel.",
    why="Ces structures produisent elles-mêmes ; le prêt à but lucratif leur est interdit.",
    remedy='Retirez la structure de l\'offre, ou créez pour elle une offre de kind = "service".',
    source=as_in_2015("Code du travail, art. L8241-1, L8241-2 et L5132-5"),
    reading="Restent permis le prêt non lucratif ([[loans]]), la PMSMP et, tant qu'il dura, le contrat passerelle.",
    good={"structures.0.kind": "AI"},
    bad={"structures.0.kind": "EI"},
)
def insertion_firm_lends(structure: Structure, case: Case) -> Iterator[Answer]:
    """An EI or ACI carries no lending offer."""
    if structure.kind not in _MAKERS:
        yield NOT_ASKED
    elif lends(structure, case):
        words = (
            f"« {structure.name} » ({structure.kind}) porte une mise à disposition, qu'elle ne peut vendre."
        )
        yield Fault(words, at=("kind",))
