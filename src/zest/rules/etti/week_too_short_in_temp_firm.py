"""Only a journey in an insertion firm allows a week shorter than the legal part-time minimum."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import StructureKind
from zest.readings.temporary_work import decimal, temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z414",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.INFO,
    requirement="Hors insertion, une semaine à temps partiel compte vingt-quatre heures, sauf exception.",
    why="En deçà, la paie ne suffit guère à vivre ; seul un parcours d'insertion en ETTI le justifie.",
    remedy="Allongez la semaine, ou gardez la preuve de l'exception.",
    source=as_in_2015("Code du travail, art. L3123-14-1, aujourd'hui L3123-6 et L3123-27"),
    figures=("etti.week-hours-min",),
    reading="Une ETTI peut descendre plus bas si le parcours le justifie (art. L5132-6) : elle n'est pas questionnée.",
    good={"structures.1.kind": "ETT", "missions.0.work_contract.weekly_hours": 24},
    bad={"structures.1.kind": "ETT", "missions.0.work_contract.weekly_hours": 21},
)
def week_too_short_in_temp_firm(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract's week is long enough."""
    lender, contract = temp_firm_of(mission, case), mission.work_contract
    hours = contract.weekly_hours if contract else None
    if lender is None or lender.kind is StructureKind.ETTI or hours is None:
        yield NOT_ASKED
    elif hours < (least := case.law["etti.week-hours-min"]):
        words = f"La semaine de la mission « {mission.key} » compte {decimal(hours)} heures, pour {least} au moins."
        yield Fault(words, at=("work_contract", "weekly_hours"))
