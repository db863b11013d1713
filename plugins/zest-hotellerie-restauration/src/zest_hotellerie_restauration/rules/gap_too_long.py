"""A split shift (*coupure*) of a part-time day is short."""

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
    "HCR307",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="hotellerie-restauration",
    requirement="À temps partiel, la coupure entre deux séquences ne passe pas ce que veut la convention du client.",
    why="Une longue coupure loin de chez soi n'est ni du travail ni du repos.",
    remedy="Rapprochez les séquences, ou confiez le midi et le soir à deux personnes.",
    source=verified(
        "Conventions collectives 1979 (presse de la branche, 2016), 1501 et 1266, temps partiel",
        "2026-08-22",
        "legal.tricoteuses.fr ; winch.expert",
    ),
    figures=(
        f"{FIGURES}.gap-max-1979",
        f"{FIGURES}.gap-max-1501",
        f"{FIGURES}.gap-max-1266",
        f"{FIGURES}.gap-week-1266",
        FULL_TIME,
    ),
    reading="Les 35 heures qui font un temps plein sont citées de mémoire : la règle avertit et ne bloque pas.",
    good={"missions.0.pattern": {"weekly_hours": 24, "longest_gap": 2}},
    bad={"missions.0.pattern": {"weekly_hours": 24, "longest_gap": 3}},
)
def gap_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """No gap of a part-time mission is longer than the client's agreement allows."""
    pattern = mission.pattern
    figure = _figure(pattern, agreement_of(mission, case), case) if pattern else ""
    if pattern is None or pattern.longest_gap is None or not figure:
        yield NOT_ASKED
        return
    found, most = pattern.longest_gap, case.law[figure]
    words = f"La coupure de la mission « {mission.key} » dure {hours(found)}, pour {hours(most)} au plus."
    faults = [Fault(words, at=("pattern", "longest_gap"))] if found > most else []
    yield from part_time_answers(pattern, case, faults)


def _figure(pattern: WorkPattern, agreement: Idcc | None, case: Case) -> str:
    """Return the key of the longest gap, empty where the agreement tells none of such a week."""
    if agreement == CATERING:
        week = pattern.weekly_hours
        small = week is None or week < case.law[f"{FIGURES}.gap-week-1266"]
        return f"{FIGURES}.gap-max-1266" if small else ""
    if agreement in (HOTELS, FAST_FOOD):
        return f"{FIGURES}.gap-max-{agreement}"
    return ""
