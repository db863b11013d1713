"""The span (*amplitude*) of a part-time day is bounded in fast food and in catering for groups."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified
from zest_hotellerie_restauration.part_time import (
    CATERING,
    FAST_FOOD,
    FIGURES,
    FULL_TIME,
    agreement_of,
    hours,
    part_time_answers,
)


@rule(
    "HCR304",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="hotellerie-restauration",
    requirement="En restauration rapide ou collective, une journée à temps partiel tient en douze heures d'amplitude.",
    why="Une journée coupée en deux n'a pas à remplir aussi l'aube et la soirée.",
    remedy="Rapprochez les séquences, ou confiez le matin et le soir à deux personnes.",
    source=verified(
        "Conventions collectives 1501 et 1266, temps partiel",
        "2026-08-22",
        "legal.tricoteuses.fr ; winch.expert",
    ),
    figures=(f"{FIGURES}.span-max", FULL_TIME),
    reading="Les 35 heures qui font un temps plein sont citées de mémoire : la règle avertit et ne bloque pas.",
    good={"missions.0.client": "cantine", "missions.0.pattern": {"weekly_hours": 24, "span": 12}},
    bad={"missions.0.client": "cantine", "missions.0.pattern": {"weekly_hours": 24, "span": 13}},
)
def span_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """No part-time day is longer, from its first to its last hour, than the client's agreement allows."""
    pattern = mission.pattern
    if agreement_of(mission, case) not in (FAST_FOOD, CATERING) or pattern is None or pattern.span is None:
        yield NOT_ASKED
        return
    most = case.law[f"{FIGURES}.span-max"]
    words = f"L'amplitude de la mission « {mission.key} » est de {hours(pattern.span)}, pour {hours(most)} au plus."
    faults = [Fault(words, at=("pattern", "span"))] if pattern.span > most else []
    yield from part_time_answers(pattern, case, faults)
