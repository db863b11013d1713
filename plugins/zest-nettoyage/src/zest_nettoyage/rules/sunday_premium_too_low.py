"""Work on a Sunday is paid more, and more still when it is out of the usual schedule."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import Habit
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "NET306",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="nettoyage",
    requirement="Le travail d'un dimanche est majoré, davantage quand il n'est pas habituel au planning.",
    why="La convention distingue l'habituel de l'exceptionnel : payer l'un au taux de l'autre prive le salarié.",
    remedy="Corrigez sunday_premium, part ajoutée au salaire horaire, et vérifiez sunday.",
    source=verified(
        "Convention collective 3043, travail du dimanche (Code du travail numérique, 1er juillet 2025)",
        "2026-08-22",
    ),
    figures=("nettoyage.agreement.sunday-usual", "nettoyage.agreement.sunday-exceptional"),
    good={"missions.0.pattern": {"sunday": "usual", "sunday_premium": 0.2}},
    bad={"missions.0.pattern": {"sunday": "exceptional", "sunday_premium": 0.2}},
)
def sunday_premium_too_low(mission: Mission, case: Case) -> Iterator[Answer]:
    """The premium told is at least that of the habit told."""
    client, pattern = case.dossier.client(mission.client), mission.pattern
    habit = pattern.sunday if pattern else None
    if client is None or client.idcc != "3043" or pattern is None or habit in (None, Habit.NEVER):
        yield NOT_ASKED
        return
    least = case.law[f"nettoyage.agreement.sunday-{habit}"]
    if pattern.sunday_premium is None:
        words = f"Le dossier ne dit pas la majoration du dimanche pour la mission « {mission.key} »."
        yield Unknown(words, at=("pattern",))
    elif pattern.sunday_premium < least:
        told = f"La mission « {mission.key} » majore le dimanche de {pattern.sunday_premium:.0%}"
        words = f"{told}, pour {least:.0%} au moins."
        yield Fault(words, at=("pattern", "sunday_premium"))
