"""Work on a Sunday is paid more, and more still when it is out of the usual schedule."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import Habit
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import verified
from zest_nettoyage.cleaning_hours import pattern_of, premium_answers


@rule(
    "NET306",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="nettoyage",
    requirement="Une heure de dimanche est majorée de 20 % si elle est habituelle au planning, de 100 % sinon.",
    why="La personne prêtée touche ce que toucherait une salariée ou un salarié du client au même poste.",
    remedy="Dites si le dimanche est habituel (pattern.sunday) et corrigez pattern.sunday_premium, puis la paie.",
    source=verified(
        "Convention collective 3043, contrepartie du travail du dimanche (page du 1er juillet 2025)",
        "2026-08-22",
        "code.travail.gouv.fr",
    ),
    figures=("nettoyage.agreement.sunday-usual", "nettoyage.agreement.sunday-exceptional"),
    reading="La page est datée du 1er juillet 2025 : les missions d'avant ne sont pas jugées.",
    good={"missions.0.pattern": {"sunday": "usual", "sunday_premium": 0.2}},
    bad={"missions.0.pattern": {"sunday": "exceptional", "sunday_premium": 0.2}},
)
def sunday_premium_too_low(mission: Mission, case: Case) -> Iterator[Answer]:
    """The premium told is at least that of the habit told."""
    pattern = pattern_of(mission, case)
    if pattern is None or pattern.sunday in (None, Habit.NEVER):
        yield NOT_ASKED
    else:
        least = case.law[f"nettoyage.agreement.sunday-{pattern.sunday}"]
        yield from premium_answers(mission, pattern.sunday_premium, least, "sunday")
