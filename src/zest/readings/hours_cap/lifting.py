"""The prefect's derogation: what it must be to lift the cap, and what it lifts.

Source: code du travail, art. L5132-9 2° and D5132-18-1, created by decree 2021-1129, in force since 1 September 2021.
"""

import datetime as dt
import enum

from zest.law import Law
from zest.model.client import Client
from zest.model.convention import HoursDerogation
from zest.model.period import last_day_of
from zest.model.structure import Structure

YEARS = "ai.derogation-years-max"
"""Key of the figure that says how long a derogation may last, and since when there may be one."""


class Lift(enum.Enum):
    """How far the cap is lifted for a mission."""

    NONE = enum.auto()
    PARTLY = enum.auto()
    WHOLE = enum.auto()


def possible_on(day: dt.date, law: Law) -> bool:
    """Whether the law knew derogations on a day."""
    return law.on(day).in_force(YEARS)


def too_long(derogation: HoursDerogation, law: Law) -> bool:
    """Whether a derogation, its first and last day told, lasts longer than the law of its first day allows.

    Raises:
        NotInForceError: there was no such law that day.
    """
    start, end = derogation.start, derogation.end
    if start is None or end is None:
        return False
    return end > last_day_of(start, law.on(start)[YEARS] * 12)


def holds(derogation: HoursDerogation, law: Law) -> bool:
    """Whether a derogation is whole, of the law's time and no longer than it allows."""
    if derogation.start is None or derogation.end is None or derogation.department is None:
        return False
    return possible_on(derogation.start, law) and not too_long(derogation, law)


def lift(structure: Structure, client: Client | None, first: dt.date, last: dt.date, law: Law) -> Lift:
    """Say how far the derogations of an AI lift the cap from ``first`` to ``last``, both included.

    One holds in its département: it lifts nothing for a client that is known to be elsewhere. Those that follow one
    another, as the text lets them be renewed, count together.
    """
    place = client.department if client else None
    held = sorted(
        (d.start, d.end)
        for d in structure.derogations
        if d.start and d.end and holds(d, law) and place in (None, d.department)
    )
    open_day = first
    for start, end in held:
        if start <= open_day <= end:
            if end >= last:
                return Lift.WHOLE
            open_day = end + dt.timedelta(days=1)
    return Lift.PARTLY if any(start <= last and end >= first for start, end in held) else Lift.NONE
