"""A night worker's day is short."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "BTP302",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="btp",
    requirement="La journée d'un travailleur de nuit du bâtiment ou des travaux publics compte au plus huit heures.",
    why="La nuit use plus vite, et un chantier la nuit pardonne moins.",
    remedy="Raccourcissez la journée, ou gardez la dérogation qui permet d'aller plus loin.",
    source=verified(
        "Accord du 12 juillet 2006 sur le travail de nuit, bâtiment et travaux publics", "2026-08-22"
    ),
    figures=("btp.agreement.night-day-max",),
    reading="L'accord permet douze heures par dérogation : la règle avertit.",
    good={"missions.0.pattern": {"night": True, "daily_hours": 8}},
    bad={"missions.0.pattern": {"night": True, "daily_hours": 9}},
)
def night_day_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """A day of a mission at night keeps to the agreement."""
    pattern = mission.pattern
    if pattern is None or not pattern.night or pattern.daily_hours is None:
        yield NOT_ASKED
    elif pattern.daily_hours > (most := case.law["btp.agreement.night-day-max"]):
        told = f"{pattern.daily_hours:g} heures par jour, la nuit"
        words = f"La mission « {mission.key} » compte {told}, pour {most} au plus."
        yield Fault(words, at=("pattern", "daily_hours"))
