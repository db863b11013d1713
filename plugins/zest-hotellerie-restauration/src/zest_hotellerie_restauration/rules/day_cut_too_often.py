"""In fast food a part-time day is cut once at most, and a short one not at all."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import WorkPattern
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified
from zest_hotellerie_restauration.part_time import (
    FAST_FOOD,
    FIGURES,
    FULL_TIME,
    agreement_of,
    hours,
    part_time_answers,
)


@rule(
    "HCR308",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="hotellerie-restauration",
    requirement="En restauration rapide, une journée à temps partiel a une coupure au plus, aucune si elle est courte.",
    why="Un service coupé deux fois prend toute la journée pour quelques heures payées.",
    remedy="Réunissez les séquences de la journée.",
    source=verified(
        "Convention collective 1501, temps partiel", "2026-08-22", "legal.tricoteuses.fr ; winch.expert"
    ),
    figures=(
        f"{FIGURES}.slots-max-1501",
        f"{FIGURES}.whole-day-1501",
        f"{FIGURES}.uncut-week-1501",
        FULL_TIME,
    ),
    reading="Journée courte : quatre heures au plus, ou semaine de moins de douze heures.",
    good={"missions.0.client": "comptoir", "missions.0.pattern": {"weekly_hours": 24, "slots_per_day": 2}},
    bad={"missions.0.client": "comptoir", "missions.0.pattern": {"weekly_hours": 24, "slots_per_day": 3}},
)
def day_cut_too_often(mission: Mission, case: Case) -> Iterator[Answer]:
    """The slots of a day are no more than its length and its week allow."""
    pattern = mission.pattern
    if agreement_of(mission, case) != FAST_FOOD or pattern is None or pattern.slots_per_day is None:
        yield NOT_ASKED
        return
    yield from part_time_answers(pattern, case, _faults(mission, pattern, pattern.slots_per_day, case))


def _faults(mission: Mission, pattern: WorkPattern, slots: int, case: Case) -> Iterator[Fault]:
    most, at = case.law[f"{FIGURES}.slots-max-1501"], ("pattern", "slots_per_day")
    day, whole = pattern.daily_hours, case.law[f"{FIGURES}.whole-day-1501"]
    week, uncut = pattern.weekly_hours, case.law[f"{FIGURES}.uncut-week-1501"]
    name = f"La mission « {mission.key} »"
    if slots > most:
        yield Fault(f"{name} compte {slots} séquences par jour, pour {most} au plus.", at=at)
    elif slots > 1 and day is not None and day <= whole:
        yield Fault(f"{name} coupe une journée de {hours(day)}, à faire d'un seul tenant.", at=at)
    elif slots > 1 and week is not None and week < uncut:
        yield Fault(
            f"{name} coupe la journée dans une semaine de {hours(week)}, moins de {hours(uncut)}.", at=at
        )
