"""The span of a day (*amplitude*) depends on the hours of the week."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import verified
from zest_nettoyage.cleaning_hours import Bounds, pattern_of


@rule(
    "NET305",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="nettoyage",
    requirement="L'amplitude d'une journée est de treize heures au plus, de douze pour moins de 16 heures par semaine.",
    why="Commencer à l'aube et finir le soir pour quelques heures de travail ne laisse plus de journée.",
    remedy="Rapprochez les vacations, ou partagez le matin et le soir entre deux personnes.",
    source=verified(
        "Convention collective 3043, organisation du temps de travail",
        "2026-08-22",
        "salaries-de-la-proprete.fr",
    ),
    figures=(
        "nettoyage.agreement.span-short",
        "nettoyage.agreement.span-long",
        "nettoyage.agreement.short-week",
    ),
    reading="La page lue donne la règle de 2026 sans dire depuis quand : les missions d'avant ne sont pas jugées.",
    good={"missions.0.pattern": {"weekly_hours": 16, "span": 13}},
    bad={"missions.0.pattern": {"weekly_hours": 15, "span": 13}},
)
def span_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """No day is longer, from its first to its last hour, than its week allows."""
    pattern = pattern_of(mission, case)
    if pattern is None or pattern.span is None:
        yield NOT_ASKED
        return
    week = pattern.weekly_hours
    bounds = Bounds(
        short=case.law["nettoyage.agreement.span-short"],
        long=case.law["nettoyage.agreement.span-long"],
        is_long=None if week is None else week >= case.law["nettoyage.agreement.short-week"],
    )
    hours = f"{pattern.span:g}".replace(".", ",")
    words = f"L'amplitude de la mission « {mission.key} » est de {hours} heures"
    yield from bounds.answers(pattern.span, words, "span")
