"""An ordinary temporary-work firm has that activity only."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure, StructureKind
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z215",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une entreprise de travail temporaire ordinaire n'a pas d'autre activité.",
    why="La loi réserve l'intérim à ceux qui ne font que cela, sous garantie financière.",
    remedy="Donnez exclusive = true à la structure si c'est le cas.",
    source=as_in_2015("Code du travail, art. L1251-2 et L1251-3"),
    good={"structures.1.kind": "ETT", "structures.1.exclusive": True},
    bad={"structures.1.kind": "ETT", "structures.1.exclusive": False},
)
def temp_firm_not_exclusive(structure: Structure, _: Case) -> Iterator[Answer]:
    """An ETT has an exclusive activity."""
    at = ("exclusive",)
    if structure.kind is not StructureKind.ETT:
        yield NOT_ASKED
    elif structure.exclusive is None:
        yield Unknown(
            f"Le dossier ne dit pas si « {structure.name} » n'a que l'intérim pour activité.", at=at
        )
    elif not structure.exclusive:
        yield Fault(f"« {structure.name} », ETT, a une autre activité que l'intérim.", at=at)
