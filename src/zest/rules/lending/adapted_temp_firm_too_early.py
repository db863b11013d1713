"""An EATT lends under temporary-work rules, for good since 2024."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure, StructureKind
from zest.readings.lent_work import lends
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z213",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Une EATT prête du personnel sous les règles de l'intérim, de façon pérenne depuis 2024.",
    why="Avant 2024, l'EATT était une expérience dont il faut vérifier l'habilitation.",
    remedy="Vérifiez l'habilitation expérimentale de la structure.",
    source=verified("Loi du 18 décembre 2023 pour le plein emploi", "2026-08-22", "beaboss.fr"),
    figures=("lending.adapted-temp-firms",),
    good={"structures.0.kind": "AI"},
    bad={"structures.0.kind": "EATT", "@as_of": "2023-06-01"},
)
def adapted_temp_firm_too_early(structure: Structure, case: Case) -> Iterator[Answer]:
    """An EATT in a lending offer before the law is pointed out."""
    if structure.kind is not StructureKind.EATT:
        yield NOT_ASKED
    elif lends(structure, case) and not case.law.in_force("lending.adapted-temp-firms"):
        words = f"« {structure.name} », EATT, porte une offre le {case.as_of:%d/%m/%Y}, avant que la loi la pérennise."
        yield Fault(words, at=("kind",))
