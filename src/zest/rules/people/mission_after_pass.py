"""Nobody begins a mission once the pass has ended."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.insertion_pass import lent_under_pass
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z605",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une mission d'insertion ne commence pas après la fin du PASS IAE.",
    why="La prescription du parcours a une fin : après elle, le prêt n'est plus de l'insertion.",
    remedy="Faites prolonger le PASS s'il peut l'être, et corrigez pass_end ; sinon, retirez la mission.",
    source=verified("Code du travail, art. R5132-1-2", "2026-08-22", "juriblio.fr, 2c-audit.fr"),
    since=dt.date(2021, 9, 1),
    figures=("people.pass-of-ai-stock",),
    reading="pass_end compte les suspensions et les prolongations.",
    good={"missions.0.pass_start": "2024-03-03", "missions.0.pass_end": "2026-03-02"},
    bad={"missions.0.pass_start": "2024-03-02", "missions.0.pass_end": "2026-03-01"},
)
def mission_after_pass(mission: Mission, case: Case) -> Iterator[Answer]:
    """The first day of the mission is not after the last of the pass."""
    start, end = mission.start, mission.pass_end
    if start is None or end is None or not lent_under_pass(mission, case):
        yield NOT_ASKED
    elif start > end:
        words = (
            f"La mission « {mission.key} » commence le {start:%d/%m/%Y}, après la fin du PASS IAE, le"
            f" {end:%d/%m/%Y}."
        )
        yield Fault(words, at=("pass_end",))
