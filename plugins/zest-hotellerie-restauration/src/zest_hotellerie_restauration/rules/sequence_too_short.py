"""A part-time day is not made of crumbs: each slot (*séquence*) has a least length."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.identifiers import Idcc
from zest.model.work import WorkPattern
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified
from zest_hotellerie_restauration.part_time import (
    CATERING,
    FAST_FOOD,
    FIGURES,
    FULL_TIME,
    HOTELS,
    agreement_of,
    hours,
    part_time_answers,
)


@rule(
    "HCR302",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="hotellerie-restauration",
    requirement="À temps partiel, une séquence de travail a la durée minimale que veut la convention du client.",
    why="Venir, s'habiller et repartir pour une heure de service ne fait pas une journée.",
    remedy="Allongez la séquence, ou réunissez les séquences en une.",
    source=verified(
        "Conventions collectives 1979 (presse de la branche, 2016), 1501 et 1266, temps partiel",
        "2026-08-22",
        "legal.tricoteuses.fr ; winch.expert",
    ),
    figures=(
        f"{FIGURES}.day-min-1979",
        f"{FIGURES}.slot-min-1979",
        f"{FIGURES}.gap-max-1979",
        f"{FIGURES}.slot-min-1501",
        f"{FIGURES}.slot-min-1266",
        FULL_TIME,
    ),
    reading="Les 35 heures qui font un temps plein sont citées de mémoire : la règle avertit et ne bloque pas.",
    good={"missions.0.client": "comptoir", "missions.0.pattern": {"weekly_hours": 24, "shortest_slot": 2}},
    bad={"missions.0.client": "comptoir", "missions.0.pattern": {"weekly_hours": 24, "shortest_slot": 1.5}},
)
def sequence_too_short(mission: Mission, case: Case) -> Iterator[Answer]:
    """The shortest slot of a part-time mission is long enough for the client's agreement."""
    pattern = mission.pattern
    figure = _figure(pattern, agreement_of(mission, case), case) if pattern else ""
    if pattern is None or pattern.shortest_slot is None or not figure:
        yield NOT_ASKED
        return
    found, least = pattern.shortest_slot, case.law[figure]
    words = f"La plus courte séquence de « {mission.key} » dure {hours(found)}, pour {hours(least)} au moins."
    faults = [Fault(words, at=("pattern", "shortest_slot"))] if found < least else []
    yield from part_time_answers(pattern, case, faults)


def _figure(pattern: WorkPattern, agreement: Idcc | None, case: Case) -> str:
    """Return the key of the least length, empty where the agreement tells none of such a day."""
    if agreement == FAST_FOOD:
        return f"{FIGURES}.slot-min-1501"
    if agreement == CATERING:
        return f"{FIGURES}.slot-min-1266"
    if agreement != HOTELS:
        return ""
    if pattern.longest_gap is not None and pattern.longest_gap > case.law[f"{FIGURES}.gap-max-1979"]:
        return f"{FIGURES}.slot-min-1979"
    return f"{FIGURES}.day-min-1979" if pattern.slots_per_day == 1 else ""
