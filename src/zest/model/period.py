"""Days, quarters, delays in months, and the hour that comes twice."""

import datetime as dt
import re
from typing import ClassVar, Self

import attrs

from zest.model.identifiers import Identifier


@attrs.frozen(kw_only=True)
class Period:
    """Days from ``start`` to ``end``, both included.

    Attributes:
        start: first day; ``None`` when not told.
        end: last day; ``None`` when open or not told.
    """

    start: dt.date | None = None
    end: dt.date | None = None

    def __contains__(self, day: dt.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def covers(self, other: Self) -> bool:
        """Whether every day of ``other`` is in this period."""
        return other.start is not None and other.start in self and (other.end or dt.date.max) in self


class Quarter(Identifier):
    """A quarter of a year (*trimestre*): ``2014-T3``."""

    __slots__ = ()
    pattern: ClassVar[re.Pattern[str]] = re.compile(r"[12]\d{3}-T[1-4]", re.ASCII)
    expected: ClassVar[str] = "un trimestre (par exemple « 2014-T3 »)"

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """Return the quarter that ``day`` is in."""
        return cls(f"{day.year}-T{(day.month + 2) // 3}")

    @property
    def first_day(self) -> dt.date:
        """First day of the quarter."""
        return dt.date(int(self[:4]), int(self[-1]) * 3 - 2, 1)


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day ``months`` later, or the last day of that month where it has no such day.

    A day beyond the calendar is its last day: software writes 31/12/9999 for « never ».

    Source: Code civil's way of counting in months, from date to date (as the labour code's delays are).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    # December has 31 days; of any other month, the last day is the one before the first of the next.
    last = 31 if month == 11 else (dt.date(year, month + 2, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))


def last_day_of(start: dt.date, months: float) -> dt.date:
    """Return the last day of so many months from ``start``, counted from date to date, both included.

    It is the eve of the same day. From 31 August, six months run to the end of February: where the month has no such
    day, its last one is in. The calendar's last day has no day after it: months that reach it have no other end.

    A delay that runs from an event is another thing: its last day is ``months_later`` itself.
    """
    same = months_later(start, int(months))
    return same - dt.timedelta(days=1) if same.day == start.day and same < dt.date.max else same


def repeated_hour(year: int) -> dt.datetime:
    """Return the beginning of the hour that the clock shows twice, when summer time ends in October.

    So since 1996. A moment without a zone may be in either of the two.
    """
    last = dt.date(year, 10, 31)
    sunday = last - dt.timedelta(days=last.isoweekday() % 7)
    return dt.datetime.combine(sunday, dt.time(2))
