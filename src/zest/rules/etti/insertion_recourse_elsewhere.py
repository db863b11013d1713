"""To favour the recruitment of people in difficulty is the case of insertion firms."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import StructureKind
from zest.model.work import Recourse
from zest.readings.temporary_work import recourse_of, temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation


@rule(
    "Z407",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Le recours au titre de l'insertion est celui des ETTI, et non d'une entreprise d'intérim ordinaire.",
    why="Ce cas de recours suppose une personne en parcours et une structure conventionnée pour l'accompagner.",
    remedy="Donnez le vrai cas de recours de la mission, ou confiez-la à une ETTI.",
    source=interpretation("Code du travail, art. L1251-7, 1°, et L5132-6", "2026-08-22"),
    reading="Rien n'a été lu de ce cas pour une entreprise adaptée de travail temporaire : elle n'est pas questionnée.",
    good={"structures.1.kind": "ETT", "missions.0.recourse": "increase"},
    bad={"structures.1.kind": "ETT", "missions.0.recourse": "insertion"},
)
def insertion_recourse_elsewhere(mission: Mission, case: Case) -> Iterator[Answer]:
    """An ordinary firm has another case."""
    lender = temp_firm_of(mission, case)
    if lender is None or lender.kind is not StructureKind.ETT:
        yield NOT_ASKED
    elif recourse_of(mission, case) is Recourse.INSERTION:
        words = f"La mission « {mission.key} » d'une entreprise d'intérim ordinaire a pour cas de recours l'insertion."
        yield Fault(words, at=("recourse",))
