"""The prefect's derogation: what it must be to lift the cap, and what it lifts.

Source: code du travail, art. L5132-9 2° and D5132-18-1, created by decree 2021-1129, in force since 1 September 2021.
"""

import datetime as dt
import enum
from collections.abc import Iterator

from zest.law import Law
from zest.model.client import Client
from zest.model.convention import HoursDerogation
from zest.model.identifiers import DepartmentCode
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
    """Say how far the derogations of an AI lift the cap from ``first`` to ``last``, both included."""
    freed = freed_days(structure, client.department if client else None, law)
    if any(start <= first and last <= end for start, end in freed):
        return Lift.WHOLE
    return Lift.PARTLY if any(start <= last and first <= end for start, end in freed) else Lift.NONE


def freed_days(
    structure: Structure, place: DepartmentCode | None, law: Law
) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return first and last days between which the derogations of an AI lift the cap, oldest first.

    Those that follow one another, as the text lets them be renewed, are one.

    Args:
        structure: the AI.
        place: the client's département: a derogation lifts nothing elsewhere; ``None`` when it is not told, and then
            any may be of that place.
        law: which derogations hold.
    """
    freed: list[tuple[dt.date, dt.date]] = []
    for start, end in sorted(_held(structure, place, law)):
        if freed and (start - freed[-1][1]).days <= 1:
            freed[-1] = (freed[-1][0], max(freed[-1][1], end))
        else:
            freed.append((start, end))
    return tuple(freed)


def _held(structure: Structure, place: DepartmentCode | None, law: Law) -> Iterator[tuple[dt.date, dt.date]]:
    for one in structure.derogations:
        if one.start and one.end and holds(one, law) and place in (None, one.department):
            yield one.start, one.end
