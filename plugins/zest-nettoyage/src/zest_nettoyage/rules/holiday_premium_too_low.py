"""Work on a public holiday is paid more, and more still when it is out of the usual schedule."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import Habit
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import verified
from zest_nettoyage.cleaning_hours import pattern_of, premium_answers


@rule(
    "NET307",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="nettoyage",
    requirement="Une heure de jour férié est majorée de 50 % si elle est habituelle au planning, de 100 % sinon.",
    why="La personne prêtée touche ce que toucherait une salariée ou un salarié du client au même poste.",
    remedy="Dites si le jour férié est habituel (pattern.holidays) et corrigez pattern.holiday_premium, puis la paie.",
    source=verified(
        "Convention collective 3043, jours fériés travaillés, synthèse", "2026-08-22", "juritravail.com"
    ),
    figures=("nettoyage.agreement.holiday-usual", "nettoyage.agreement.holiday-exceptional"),
    reading="La page lue donne la règle de 2026 sans dire depuis quand : les missions d'avant ne sont pas jugées.",
    good={"missions.0.pattern": {"holidays": "usual", "holiday_premium": 0.5}},
    bad={"missions.0.pattern": {"holidays": "exceptional", "holiday_premium": 0.5}},
)
def holiday_premium_too_low(mission: Mission, case: Case) -> Iterator[Answer]:
    """The premium told is at least that of the habit told."""
    pattern = pattern_of(mission, case)
    if pattern is None or pattern.holidays in (None, Habit.NEVER):
        yield NOT_ASKED
    else:
        least = case.law[f"nettoyage.agreement.holiday-{pattern.holidays}"]
        yield from premium_answers(mission, pattern.holiday_premium, least, "holiday")
