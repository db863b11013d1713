"""Temporary work (*travail temporaire*): who does it, in which case, for how long."""

import datetime as dt
import itertools

from zest.model.activity import Mission, Order
from zest.model.contract import ContractKind
from zest.model.period import last_day_of
from zest.model.structure import TEMPORARY_WORK, Structure, StructureKind
from zest.model.work import Recourse
from zest.readings.order_form import order_of
from zest.rule import Case
from zest.working_days import is_working_day

_SATURDAY = 5


def temp_firm_of(subject: Mission | Order, case: Case) -> Structure | None:
    """Return the lender when it is a temporary-work firm, of insertion or not."""
    lender = case.dossier.structure(subject.structure)
    return lender if lender and lender.kind in TEMPORARY_WORK else None


def etti_of(mission: Mission, case: Case) -> Structure | None:
    """Return the lender when it is an ETTI."""
    lender = case.dossier.structure(mission.structure)
    return lender if lender and lender.kind is StructureKind.ETTI else None


def recourse_of(mission: Mission, case: Case) -> Recourse | None:
    """Return the case of recourse, of the mission or else of its order; ``None`` when neither tells it."""
    order = order_of(mission, case)
    return mission.recourse or (order.recourse if order else None)


def contract_kind(mission: Mission) -> ContractKind | None:
    """Return the kind of the contract with the employee; ``None`` when not told."""
    return mission.work_contract.kind if mission.work_contract else None


def outlasts(subject: Mission | Order, months: float) -> bool | None:
    """Whether it lasts more than so many months, renewals included; ``None`` when its days are not told.

    Two missions on one post, or of one employee, are two contracts: their lengths are never added up.
    """
    if subject.start is None or subject.end is None:
        return None
    return subject.end > last_day_of(subject.start, months)


def are_surely_apart(first: dt.date, last: dt.date, days: int, department: str = "") -> bool:
    """Whether more than so many days of work lie after ``first`` up to ``last``, for whoever works five days a week.

    Saturdays, Sundays and the public holidays of the place are left out.
    """
    apart = (last - first).days
    # Twice as many days and a fortnight hold enough of them; no calendar is opened for dates that mean « never ».
    if apart > 2 * days + 14:
        return True
    after = (first + dt.timedelta(days=n) for n in range(1, apart + 1))
    worked = (day for day in after if day.weekday() < _SATURDAY and is_working_day(day, department))
    return next(itertools.islice(worked, days, None), None) is not None


def decimal(number: float) -> str:
    """Return a number as French writes it, without needless zeros."""
    return f"{number:g}".replace(".", ",")
