"""A hire is not declared long before it is certain."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.delays import hired_on
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z522",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="La déclaration préalable à l'embauche se fait au plus tôt huit jours avant.",
    why="Une déclaration trop précoce n'annonce pas cette embauche-là.",
    remedy="Refaites la déclaration dans les jours qui précèdent l'embauche, et corrigez declared_at.",
    source=as_in_2015("Code du travail, art. R1221-4"),
    figures=("contracts.declaration-days-before-max",),
    reading="L'embauche est le premier jour du contrat de travail ou, s'il n'est pas dit, de la mission.",
    good={"missions.0.declared_at": "2026-02-22T10:00:00"},
    bad={"missions.0.declared_at": "2026-02-21T10:00:00"},
)
def hire_declared_too_early(mission: Mission, case: Case) -> Iterator[Answer]:
    """The declaration is not earlier than the days of the decree."""
    (day, _), declared = hired_on(mission), mission.declared_at
    if day is None or declared is None:
        yield NOT_ASKED
        return
    days = case.law["contracts.declaration-days-before-max"]
    if day - declared.date() > dt.timedelta(days=days):
        words = (
            f"L'embauche de la mission « {mission.key} », le {day:%d/%m/%Y}, est déclarée dès le"
            f" {declared:%d/%m/%Y}, plus de {days} jours avant."
        )
        yield Fault(words, at=("declared_at",))
