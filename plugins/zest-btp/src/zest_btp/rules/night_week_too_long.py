"""A night worker's week is short."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "BTP304",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="btp",
    requirement="Une semaine de nuit, dans le bâtiment ou les travaux publics, compte au plus quarante heures.",
    why="La fatigue de la nuit s'ajoute d'un jour à l'autre.",
    remedy="Raccourcissez la semaine, ou gardez la dérogation qui permet d'aller plus loin.",
    source=verified(
        "Accord du 12 juillet 2006 sur le travail de nuit, bâtiment et travaux publics", "2026-08-22"
    ),
    figures=("btp.agreement.night-week-max",),
    reading="L'accord borne une moyenne, et permet quarante-quatre heures par dérogation : la règle avertit.",
    good={"missions.0.pattern": {"night": True, "weekly_hours": 40}},
    bad={"missions.0.pattern": {"night": True, "weekly_hours": 41}},
)
def night_week_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """A week of a mission at night keeps to the agreement."""
    pattern = mission.pattern
    if pattern is None or not pattern.night or pattern.weekly_hours is None:
        yield NOT_ASKED
    elif pattern.weekly_hours > (most := case.law["btp.agreement.night-week-max"]):
        told = f"{pattern.weekly_hours:g} heures par semaine, la nuit"
        words = f"La mission « {mission.key} » compte {told}, pour {most} au plus."
        yield Fault(words, at=("pattern", "weekly_hours"))
