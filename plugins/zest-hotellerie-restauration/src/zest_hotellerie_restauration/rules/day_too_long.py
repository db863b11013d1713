"""The longest day depends on the post."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified

_POSTS = {"aide-cuisine": "cook", "commis-cuisine": "cook", "receptionniste-nuit": "night"}


@rule(
    "HCR305",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="hotellerie-restauration",
    requirement="Une journée compte au plus 11 heures en cuisine, 12 à la réception de nuit, 11 et demie ailleurs.",
    why="Au-delà, la fatigue fait les accidents et les départs.",
    remedy="Raccourcissez la journée, ou partagez-la entre deux personnes.",
    source=verified("Convention collective 1979, durées maximales (GHR, le travail de nuit)", "2026-08-22"),
    figures=(
        "hotellerie-restauration.agreement.day-max-cook",
        "hotellerie-restauration.agreement.day-max-night",
        "hotellerie-restauration.agreement.day-max-others",
    ),
    reading="La convention dit « cuisinier » : zest y range l'aide et le commis de cuisine.",
    good={"missions.0.job": "aide-cuisine", "missions.0.pattern": {"daily_hours": 11, "meal": "fourni"}},
    bad={"missions.0.job": "aide-cuisine", "missions.0.pattern": {"daily_hours": 11.5, "meal": "fourni"}},
)
def day_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """No day is longer than the post allows."""
    client, pattern = case.dossier.client(mission.client), mission.pattern
    if client is None or client.idcc != "1979" or pattern is None or pattern.daily_hours is None:
        yield NOT_ASKED
        return
    most = case.law[f"hotellerie-restauration.agreement.day-max-{_POSTS.get(mission.job, 'others')}"]
    if pattern.daily_hours > most:
        told = f"La journée de la mission « {mission.key} » compte {pattern.daily_hours:g} heures"
        words = f"{told}, pour {most:g} au plus."
        yield Fault(words, at=("pattern", "daily_hours"))
