"""The longest day depends on the post."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.lent_work import sector_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified
from zest_hotellerie_restauration.part_time import FIGURES, HOTELS, agreement_of, hours

_POSTS = {"aide-cuisine": "cook", "commis-cuisine": "cook", "receptionniste-nuit": "night"}


@rule(
    "HCR305",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="hotellerie-restauration",
    requirement="Une journée compte au plus 11 heures en cuisine, 12 à la réception de nuit, 11 et demie ailleurs.",
    why="Au-delà, la fatigue fait les coupures, les brûlures et les départs.",
    remedy="Raccourcissez la journée, ou partagez-la entre deux personnes.",
    source=verified("Convention collective 1979, durées maximales", "2026-08-22", "cdn.ghr.fr"),
    figures=(f"{FIGURES}.day-max-cook", f"{FIGURES}.day-max-night", f"{FIGURES}.day-max-others"),
    reading="La convention dit « cuisinier » : zest y range l'aide et le commis de cuisine.",
    good={"missions.0.job": "aide-cuisine", "missions.0.pattern": {"daily_hours": 11}},
    bad={"missions.0.job": "aide-cuisine", "missions.0.pattern": {"daily_hours": 11.5}},
)
def day_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """No day is longer than the post allows; where the post is not told, than any post allows."""
    day = mission.pattern.daily_hours if mission.pattern else None
    if agreement_of(mission, case) != HOTELS or day is None:
        yield NOT_ASKED
        return
    least, most = _bounds(mission, case)
    words = f"La journée de la mission « {mission.key} » compte {hours(day)}"
    if day > most:
        yield Fault(f"{words}, pour {hours(most)} au plus.", at=("pattern", "daily_hours"))
    elif day > least:
        told = f"{words} : le maximum dépend du métier, que le dossier ne dit pas."
        yield Unknown(told, at=("job",), remedy="Donnez job à la mission.")


def _bounds(mission: Mission, case: Case) -> tuple[float, float]:
    """Return the least and the greatest maximum that the post may have."""
    every = [case.law[f"{FIGURES}.day-max-{post}"] for post in ("cook", "others", "night")]
    sector = sector_of(mission, case)
    if sector and mission.job in sector.jobs:
        own = case.law[f"{FIGURES}.day-max-{_POSTS.get(mission.job, 'others')}"]
        return own, own
    return min(every), max(every)
