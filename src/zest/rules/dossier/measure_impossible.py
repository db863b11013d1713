"""A measure counts cases: from none to all of them."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.commitment import Measure
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z046",
    on=Measure,
    ground=Ground.COMMITMENTS,
    severity=Severity.ERROR,
    requirement="Le nombre de cas tenus va de zéro au nombre de cas.",
    why="Un taux de plus de 100 % ou sans cas n'est pas une mesure.",
    remedy="Corrigez kept et cases.",
    source=verified("Contrat de zest : forme d'un dossier", "2026-11-23"),
    good={"measures.0.kept": 40, "measures.0.cases": 40},
    bad={"measures.0.kept": 41, "measures.0.cases": 40},
)
def measure_impossible(measure: Measure, _: Case) -> Iterator[Answer]:
    """Kept cases are between zero and all."""
    if not 0 <= measure.kept <= measure.cases:
        yield Fault(f"{measure.kept} cas tenus sur {measure.cases} : c'est impossible.", at=("kept",))
