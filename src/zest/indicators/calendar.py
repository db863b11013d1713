"""The calendar as a small frame: for each day and place, what the rows need to know of them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

import narwhals as nw

from zest.indicators.expressions import EPOCH
from zest.indicators.indicator import Expr, Frame, Material
from zest.working_days import SPECIAL_PLACES

PLACES = ("", *SPECIAL_PLACES)
"""Every département that has public holidays of its own; the empty one stands for all the others."""

KEY = "_jour_lieu"
"""One whole number of a day and a place: joining by it takes half the time of joining by both."""
ROOM = 32
"""More places than there are."""

Span = tuple[dt.date, dt.date]


def days(span: Span) -> Iterator[dt.date]:
    """Yield every day of a span, its last one included."""
    for ordinal in range(span[0].toordinal(), span[1].toordinal() + 1):
        yield dt.date.fromordinal(ordinal)


def calendar(material: Material, span: Span, told: Mapping[str, Callable[[dt.date, str], object]]) -> Frame:
    """Return a frame with one row for each day of a span and each place, under one key.

    Args:
        material: the engine's rows.
        span: first and last day.
        told: for each further column, what it says of a day and a place.
    """
    keys = [(day, where) for where in PLACES for day in days(span)]
    columns = {name: [value(*key) for key in keys] for name, value in told.items()}
    ranks = [(day.toordinal() - EPOCH) * ROOM + code for code, _ in enumerate(PLACES) for day in days(span)]
    return material.small({KEY: ranks, **columns})


def with_calendar(frame: Frame, rank: Expr, table: Frame) -> Frame:
    """Add to each row what the calendar says of a day of it, at its place.

    Args:
        frame: the rows.
        rank: of the day, from the first of 1970 on.
        table: what :func:`calendar` returned.
    """
    code = nw.lit(0)
    for number, place in enumerate(PLACES[1:], 1):
        code = nw.when(nw.col("departement") == place).then(nw.lit(number)).otherwise(code)
    dated = frame.with_columns((rank * ROOM + code.cast(nw.Int64)).alias(KEY))
    return dated.join(table, on=KEY, how="left").drop(KEY)
