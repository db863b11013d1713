"""A mission neither precedes the pass nor runs on after it."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.insertion_pass import lent_under_pass
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation


@rule(
    "Z606",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Les jours d'une mission d'insertion sont ceux d'un PASS IAE.",
    why="Un jour de mission hors du PASS est un jour sans parcours.",
    remedy="Vérifiez pass_start, pass_end et les jours de la mission ; faites prolonger le PASS s'il peut l'être.",
    source=interpretation("Code du travail, art. R5132-1-2", "2026-08-22"),
    since=dt.date(2021, 9, 1),
    figures=("people.pass-of-ai-stock",),
    reading="Le texte donne une durée à la prescription, et ne dit rien d'une mission qui la déborde : cela s'examine.",
    good={"missions.0.pass_start": "2026-03-02"},
    bad={"missions.0.pass_start": "2026-03-03"},
)
def mission_beyond_pass(mission: Mission, case: Case) -> Iterator[Answer]:
    """The pass covers the first day of the mission, and its last where it is told."""
    start, first, last = mission.start, mission.pass_start, mission.pass_end
    if start is None or not (first or last) or not lent_under_pass(mission, case):
        yield NOT_ASKED
        return
    if first and start < first:
        words = f"La mission « {mission.key} » commence le {start:%d/%m/%Y}, avant le PASS IAE le {first:%d/%m/%Y}."
        yield Fault(words, at=("pass_start",), about="start")
    if last and mission.end and start <= last < mission.end:
        words = (
            f"La mission « {mission.key} » finit le {mission.end:%d/%m/%Y}, après la fin du PASS IAE le"
            f" {last:%d/%m/%Y}."
        )
        yield Fault(words, at=("pass_end",), about="end")
