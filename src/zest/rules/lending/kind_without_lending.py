"""Kinds that the ZEST offer of staff lending has no place for."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure, StructureKind
from zest.readings.lent_work import lends
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation

_STRANGERS = (StructureKind.ESAT, StructureKind.SEP, StructureKind.OPCS)


@rule(
    "Z214",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Un ESAT, une structure en prison ou un organisme de clause sociale ne porte pas d'offre ZEST de prêt.",
    why="Leur régime n'est pas celui du prêt de personnel entre employeurs.",
    remedy="Retirez la structure de l'offre de mise à disposition.",
    source=interpretation(
        "Lecture de zest : aucun texte lu n'ouvre le prêt ZEST à ces structures", "2026-08-22"
    ),
    good={"structures.0.kind": "AI"},
    bad={"structures.0.kind": "ESAT"},
)
def kind_without_lending(structure: Structure, case: Case) -> Iterator[Answer]:
    """None of these kinds carries a lending offer."""
    if structure.kind is None or structure.kind not in _STRANGERS:
        yield NOT_ASKED
    elif lends(structure, case):
        words = f"« {structure.name} » ({structure.kind.label}) porte une offre de mise à disposition."
        yield Fault(words, at=("kind",))
