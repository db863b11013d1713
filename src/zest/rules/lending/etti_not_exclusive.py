"""An ETTI devotes its activity and all its means to eligible people."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure, StructureKind
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z205",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une ETTI consacre son activité et tous ses moyens, humains et matériels, aux personnes éligibles.",
    why="Cette triple exclusivité est ce qui distingue l'ETTI d'une agence d'intérim ordinaire.",
    remedy="Donnez exclusive = true à la structure si c'est le cas ; sinon elle ne peut agir comme ETTI.",
    source=verified("Code du travail, art. L5132-6 (version du 20 décembre 2023)", "2026-08-22"),
    since=dt.date(2023, 12, 20),
    reading="La version antérieure de l'article n'a pas été relue : la règle ne juge qu'à partir de celle-ci.",
    good={"structures.1.exclusive": True},
    bad={"structures.1.exclusive": False},
)
def etti_not_exclusive(structure: Structure, _: Case) -> Iterator[Answer]:
    """An ETTI is exclusive."""
    at = ("exclusive",)
    if structure.kind is not StructureKind.ETTI:
        yield NOT_ASKED
    elif structure.exclusive is None:
        yield Unknown(
            f"Le dossier ne dit pas si « {structure.name} » se consacre aux personnes éligibles.", at=at
        )
    elif not structure.exclusive:
        yield Fault(
            f"« {structure.name} », ETTI, ne se consacre pas exclusivement aux personnes éligibles.", at=at
        )
