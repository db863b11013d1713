"""A Sunday or a public holiday out of the usual schedule is paid more."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import Habit
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import recalled

_DAYS = (
    ("sunday", "sunday_premium", "le dimanche"),
    ("holidays", "holiday_premium", "un jour férié"),
)


@rule(
    "BTP305",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="btp",
    requirement="Un dimanche ou un jour férié travaillé par exception est payé double sur un chantier.",
    why="Travailler quand les autres se reposent se paie, pour une personne prêtée comme pour les autres.",
    remedy="Vérifiez le taux de l'accord du client, puis corrigez pattern.sunday_premium ou pattern.holiday_premium.",
    source=recalled("Usage de la branche, texte non relu"),
    figures=("btp.agreement.exceptional-premium",),
    good={"missions.0.pattern.sunday": "exceptional", "missions.0.pattern.sunday_premium": 1},
    bad={"missions.0.pattern.sunday": "exceptional", "missions.0.pattern.sunday_premium": 0.5},
)
def exceptional_work_underpaid(mission: Mission, case: Case) -> Iterator[Answer]:
    """Each exceptional day has the premium of the trade."""
    pattern = mission.pattern
    days = [day for day in _DAYS if getattr(pattern, day[0], None) is Habit.EXCEPTIONAL]
    if not days:
        yield NOT_ASKED
    for _, field, label in days:
        told, least = getattr(pattern, field), case.law["btp.agreement.exceptional-premium"]
        day = f"{label} travaillé par exception, mission « {mission.key} »"
        if told is None:
            yield Unknown(f"Le dossier ne dit pas la majoration pour {day}.", at=("pattern",), about=field)
        elif told < least:
            words = f"La majoration est de {told:.0%} pour {day}, quand la branche en donne {least:.0%}."
            yield Fault(words, at=("pattern", field), about=field)
