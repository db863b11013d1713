"""Windows from date to date, and what surely and possibly falls in each."""

import datetime as dt
import math
from collections import deque
from collections.abc import Iterable, Iterator

import attrs

from zest.model.activity import Mission
from zest.model.period import last_day_of

_DAY = dt.timedelta(days=1)
_HOURS_A_DAY = 24
"""No law: a day has no room for more."""


@attrs.frozen
class Bounds:
    """A number of hours of which not all may be known.

    Attributes:
        least: hours that are sure.
        most: hours that are possible, ``inf`` when nothing bounds them.
    """

    least: float = 0
    most: float = 0

    def __add__(self, other: "Bounds") -> "Bounds":
        return Bounds(self.least + other.least, self.most + other.most)

    def within(self, inside: int, outside: int) -> "Bounds":
        """Return the part that falls in ``inside`` days when the other ``outside`` days fall elsewhere."""
        if not outside:
            return self
        least = max(0.0, self.least - _HOURS_A_DAY * outside)
        # More hours told than the days have room for: then no part is smaller than what is sure.
        return Bounds(least, max(least, min(self.most, _HOURS_A_DAY * inside)))


@attrs.frozen(kw_only=True)
class Lending:
    """One mission as the cap sees it.

    Attributes:
        mission: which.
        first: first day.
        last: last day, included; never before the first.
        hours: hours that count.
    """

    mission: Mission
    first: dt.date
    last: dt.date
    hours: Bounds

    def hours_in(self, first: dt.date, last: dt.date) -> Bounds:
        """Return the hours that fall on some of its days, both included."""
        inside = days(first, last)
        return self.hours.within(inside, days(self.first, self.last) - inside)


@attrs.frozen(kw_only=True)
class Part:
    """A lending in a window.

    Attributes:
        lending: which.
        first: its first day in the window.
        last: its last day in the window, included.
        hours: its own hours in the window.
        total: hours of the window up to it, its own included.
    """

    lending: Lending
    first: dt.date
    last: dt.date
    hours: Bounds
    total: Bounds


@attrs.frozen(kw_only=True)
class Window:
    """One window with what counts in it, in the order of the first days.

    Attributes:
        rank: 0 for the window that starts at the first lending of all.
        start: first day.
        end: last day, included.
        parts: lendings to clients that count, or may.
    """

    rank: int
    start: dt.date
    end: dt.date
    parts: tuple[Part, ...]


def days(first: dt.date, last: dt.date) -> int:
    """Return the number of days from one to the other, both included."""
    return (last - first).days + 1


def highest(first: dt.date, last: dt.date) -> float:
    """Return how many hours there are in these days."""
    return _HOURS_A_DAY * days(first, last)


def windows(
    lendings: Iterable[Lending], months: int, known_to: dt.date, afloat: float = 0
) -> Iterator[Window]:
    """Yield the windows of one employee, oldest first.

    Args:
        lendings: of that employee, those to clients that do not count included: they start windows.
        months: length of a window.
        known_to: a lending that only goes on starts no window after that day.
        afloat: hours that may fall in any window, for lack of a date.
    """
    waiting = deque(sorted(lendings, key=lambda one: one.first))
    going_on: list[Lending] = []
    rank, start = 0, waiting[0].first if waiting else known_to
    while waiting or (going_on and start <= known_to):
        end = last_day_of(start, months)
        while waiting and waiting[0].first <= end:
            going_on.append(waiting.popleft())
        yield Window(rank=rank, start=start, end=end, parts=tuple(_parts(going_on, start, end, afloat)))
        going_on = [one for one in going_on if one.last > end]
        rank, start = rank + 1, end + _DAY if going_on else waiting[0].first if waiting else end


def _parts(lendings: Iterable[Lending], start: dt.date, end: dt.date, afloat: float) -> Iterator[Part]:
    total = Bounds(0, afloat)
    for one in lendings:
        first, last = max(one.first, start), min(one.last, end)
        hours = one.hours_in(first, last)
        if hours.most:
            total += hours
            yield Part(lending=one, first=first, last=last, hours=hours, total=_exact(total))


def _exact(hours: Bounds) -> Bounds:
    # A tenth of an hour is no whole number of bits: 4 × 120.1 must not exceed 480.4.
    return Bounds(round(hours.least, 6), hours.most if math.isinf(hours.most) else round(hours.most, 6))
