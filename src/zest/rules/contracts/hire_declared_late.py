"""The hire is declared before the first hour of work (*déclaration préalable à l'embauche*)."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.period import repeated_hour
from zest.readings.formalities.delays import hired_on
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_AT = ("declared_at",)


@rule(
    "Z521",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Qui prête une personne l'a déclarée aux organismes sociaux avant son embauche.",
    why="La personne est connue des organismes sociaux avant sa première heure ; l'oubli coûte une pénalité.",
    remedy="Faites la déclaration préalable à l'embauche, et donnez son jour et son heure dans declared_at.",
    source=as_in_2015("Code du travail, art. L1221-10 et L1221-11"),
    reading="La structure qui prête est l'employeur. L'embauche est le premier jour du contrat de travail, s'il"
    " est dit, ou de la mission ; son heure est starts_at.",
    good={"missions.0.declared_at": "2026-03-02T07:59:00"},
    bad={"missions.0.declared_at": "2026-03-02T08:00:00"},
)
def hire_declared_late(mission: Mission, case: Case) -> Iterator[Answer]:
    """The declaration is earlier than the first day, or than its hour on that day."""
    day, hour = hired_on(mission)
    declared, key = mission.declared_at, mission.key
    if declared is None:
        words = f"Le dossier ne dit pas quand l'embauche de la mission « {key} » est déclarée."
        yield NOT_ASKED if day and day > case.as_of else Unknown(words, at=_AT)
    elif day is None:
        yield NOT_ASKED
    elif hour and declared >= hour and _shown_twice(declared) and _shown_twice(hour):
        words = f"L'embauche de la mission « {key} » et sa déclaration sont dans l'heure que l'horloge montre deux fois"
        yield Unknown(f"{words} : le dossier ne dit pas laquelle vient la première.", at=_AT, about="hour")
    elif hour and declared >= hour:
        words = f"l'heure d'embauche, {hour:%H:%M} le {hour:%d/%m/%Y}"
        yield Fault(f"L'embauche de la mission « {key} » n'est pas déclarée avant {words}.", at=_AT)
    elif declared.date() > day:
        words = f"est déclarée le {declared:%d/%m/%Y}, après son premier jour le {day:%d/%m/%Y}"
        yield Fault(f"L'embauche de la mission « {key} » {words}.", at=_AT)
    elif hour is None and declared.date() == day:
        words = f"L'embauche de la mission « {key} » est déclarée le jour même, et le dossier n'en dit pas l'heure."
        yield Unknown(
            words,
            at=("starts_at",),
            remedy="Donnez à la mission starts_at, l'heure d'embauche.",
            about="hour",
        )


def _shown_twice(moment: dt.datetime) -> bool:
    return moment.replace(minute=0, second=0, microsecond=0) == repeated_hour(moment.year)
