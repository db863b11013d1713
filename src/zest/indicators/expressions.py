"""Expressions that several measures share."""

import datetime as dt

import narwhals as nw

from zest.indicators.material import Expr
from zest.indicators.terms import Terms
from zest.model.period import repeated_hour
from zest.tables.schemas import UNREAD


def told(*columns: str) -> Expr:
    """Whether all of those columns are filled."""
    return ~nw.any_horizontal(*(nw.col(name).is_null() for name in columns), ignore_nulls=False)


def day_number(day: Expr) -> Expr:
    """Return the rank of a day since the first of year 1: no engine subtracts days as another does."""
    before = day.dt.year().cast(nw.Int64) - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + day.dt.ordinal_day().cast(nw.Int64)


EPOCH = dt.date(1970, 1, 1).toordinal()
"""What the ranks of days that an engine adds start from."""


def unread(*columns: str) -> Expr:
    """Whether a cell of those columns was given and could not be read, in rows that have ``UNREAD``."""
    told = (nw.col(UNREAD).str.contains(f" {name} ", literal=True) for name in columns)
    return nw.any_horizontal(*told, ignore_nulls=True).fill_null(nw.lit(value=False))


def unless(fault: Expr) -> Expr:
    """Whether something is not surely wrong: what a row does not tell is not held against it."""
    return ~fault.fill_null(nw.lit(value=False))


def whole(fingerprint: str) -> Expr:
    """Return nearly all of a fingerprint as a signed number, which every engine can look for in a list."""
    return (nw.col(fingerprint) % (1 << 62)).cast(nw.Int64)


def due(column: str, terms: Terms) -> Expr:
    """Whether a day has come: what is to happen after the day of the measure cannot be judged yet."""
    return nw.col(column) <= nw.lit(terms.as_of)


def midnight_after(day: dt.date) -> dt.datetime:
    """Return the moment when a day is over; of the calendar's last, its last moment."""
    if day == dt.date.max:
        return dt.datetime.combine(day, dt.time.max)
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(days=1)


REPEATED_HOURS = tuple(repeated_hour(year) for year in range(1996, 2100))
"""The hour of each year that the clock shows twice."""


def in_repeated_hour(one: Expr, other: Expr) -> Expr:
    """Whether two moments are in one hour that the clock shows twice: they have no zone, and no order there."""
    hour = one.dt.truncate("1h")
    return (hour == other.dt.truncate("1h")) & hour.is_in(REPEATED_HOURS)


def among(column: str, keys: list[str]) -> Expr:
    """Whether a text is one of a list, which may be empty."""
    return nw.col(column).is_in(keys) if keys else nw.lit(value=False)
