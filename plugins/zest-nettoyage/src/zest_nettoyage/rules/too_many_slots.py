"""The number of slots (*vacations*) of a day depends on the hours of the week."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import verified
from zest_nettoyage.cleaning_hours import Bounds, pattern_of


@rule(
    "NET304",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="nettoyage",
    requirement="Une journée de propreté compte au plus deux vacations, trois au-delà de 24 heures par semaine.",
    why="Chaque vacation de plus est un trajet de plus, à des heures où peu de bus roulent.",
    remedy="Regroupez des vacations, ou partagez-les entre deux personnes.",
    source=verified(
        "Convention collective 3043, organisation du temps de travail",
        "2026-08-22",
        "salaries-de-la-proprete.fr",
    ),
    figures=(
        "nettoyage.agreement.slots-short",
        "nettoyage.agreement.slots-long",
        "nettoyage.agreement.long-week",
    ),
    reading="La page lue donne la règle de 2026 sans dire depuis quand : les missions d'avant ne sont pas jugées.",
    good={"missions.0.pattern": {"weekly_hours": 25, "slots_per_day": 3}},
    bad={"missions.0.pattern": {"weekly_hours": 24, "slots_per_day": 3}},
)
def too_many_slots(mission: Mission, case: Case) -> Iterator[Answer]:
    """No day has more slots than its week allows."""
    pattern = pattern_of(mission, case)
    if pattern is None or pattern.slots_per_day is None:
        yield NOT_ASKED
        return
    week = pattern.weekly_hours
    bounds = Bounds(
        short=case.law["nettoyage.agreement.slots-short"],
        long=case.law["nettoyage.agreement.slots-long"],
        is_long=None if week is None else week > case.law["nettoyage.agreement.long-week"],
    )
    words = f"La mission « {mission.key} » compte {pattern.slots_per_day} vacations par jour"
    yield from bounds.answers(pattern.slots_per_day, words, "slots_per_day")
