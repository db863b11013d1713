"""The fixed-term insertion contract of an AI (*CDDI*): how short, how long, how many hours a week."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import ContractKind, WorkContract
from zest.model.period import last_day_of
from zest.readings.hours_cap.counting import lending_ai
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_LEAST, _MOST, _WEEK = "ai.cddi-months-min", "ai.cddi-months-max", "ai.cddi-weekly-hours-min"
_CDDI = MappingProxyType(
    {"kind": "CDDI", "start": "2026-03-09", "end": "2026-07-08", "weekly_hours": 20, "total_months": 4}
)


@rule(
    "Z314",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le CDDI d'une AI dure quatre mois au moins, vingt-quatre en tout au plus, et vingt heures par"
    " semaine au moins.",
    why="Plus court ou plus mince, il ne laisse pas le temps d'un parcours ; plus long, il n'est plus un passage.",
    remedy="Corrigez les dates et les heures dans [missions.work_contract], ou choisissez un autre contrat.",
    source=as_in_2015("Code du travail, art. L5132-11-1"),
    figures=(_LEAST, _MOST, _WEEK),
    reading="Le texte prévoit des exceptions aux vingt heures. Un CDD d'usage, permis aux AI (art. D1242-1 12°), n'a"
    " pas ces bornes.",
    good={"missions.1.work_contract": {**_CDDI}},
    bad={"missions.1.work_contract": {**_CDDI, "end": "2026-07-07"}},
)
def cddi_out_of_bounds(mission: Mission, case: Case) -> Iterator[Answer]:
    """Length, total and weekly hours are within bounds."""
    contract = mission.work_contract
    if contract is None or contract.kind is not ContractKind.CDDI or lending_ai(mission, case) is None:
        yield NOT_ASKED
        return
    least, most, week = (int(case.law[key]) for key in (_LEAST, _MOST, _WEEK))
    total, hours = contract.total_months, contract.weekly_hours
    bounds = (
        ("end", _lasts(contract, least), f"dure moins de {least} mois"),
        (
            "total_months",
            None if total is None else total <= most,
            f"passe {most} mois, renouvellements compris",
        ),
        (
            "weekly_hours",
            None if hours is None else hours >= week,
            f"compte moins de {week} heures par semaine",
        ),
    )
    for name, within, fault in bounds:
        at, words = ("work_contract", name), f"le CDDI de la mission « {mission.key} » {fault}."
        if within is None:
            yield Unknown(f"Le dossier ne permet pas de dire si {words}", at=at, about=name)
        elif not within:
            yield Fault(f"L{words[1:]}", at=at, about=name)


def _lasts(contract: WorkContract, months: int) -> bool | None:
    if contract.start is None or contract.end is None:
        return None
    return contract.end >= last_day_of(contract.start, months)
