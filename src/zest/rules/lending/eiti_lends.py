"""An EITI links clients and independent workers: it employs and lends nobody."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure, StructureKind
from zest.readings.lent_work import lends
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z210",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une EITI ne prête pas de personnel.",
    why="Elle met en relation des clients et des travailleurs indépendants : il n'y a pas de salarié à prêter.",
    remedy="Retirez la structure de l'offre de mise à disposition.",
    source=verified(
        "Loi n° 2018-771, art. 83, et proposition de loi du 22 mai 2023 qui décrit l'EITI", "2026-08-22"
    ),
    reading="Le principe est lu ; la base légale actuelle de l'EITI n'a pas été vérifiée. Les premières conventions"
    " « EITI_DC » de l'ASP prennent effet le 1er décembre 2019 : avant ce jour, aucune EITI n'est conventionnée.",
    since=dt.date(2019, 12, 1),
    good={"structures.0.kind": "AI"},
    bad={"structures.0.kind": "EITI"},
)
def eiti_lends(structure: Structure, case: Case) -> Iterator[Answer]:
    """An EITI carries no lending offer."""
    if structure.kind is not StructureKind.EITI:
        yield NOT_ASKED
    elif lends(structure, case):
        yield Fault(f"« {structure.name} », EITI, porte une offre de mise à disposition.", at=("kind",))
