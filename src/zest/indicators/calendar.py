"""The calendar as a small frame: for each day and place, what the rows need to know of them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

import narwhals as nw

from zest.indicators.indicator import Expr, Frame, Material
from zest.working_days import SPECIAL_PLACES

PLACES = ("", *SPECIAL_PLACES)
"""Every département that has public holidays of its own; the empty one stands for all the others."""

Span = tuple[dt.date, dt.date]


def days(span: Span) -> Iterator[dt.date]:
    """Yield every day of a span, its last one included."""
    for ordinal in range(span[0].toordinal(), span[1].toordinal() + 1):
        yield dt.date.fromordinal(ordinal)


def calendar(material: Material, span: Span, told: Mapping[str, Callable[[dt.date, str], object]]) -> Frame:
    """Return a frame with one row for each day of a span and each place.

    Args:
        material: the engine's rows.
        span: first and last day.
        told: for each further column, what it says of a day and a place.
    """
    keys = [(day, where) for where in PLACES for day in days(span)]
    columns = {name: [value(*key) for key in keys] for name, value in told.items()}
    return material.small(
        {"_jour": [day for day, _ in keys], "_lieu": [where for _, where in keys], **columns}
    )


def with_calendar(frame: Frame, day: Expr, table: Frame) -> Frame:
    """Add to each row what the calendar says of a day of it, at its place."""
    department = nw.col("departement")
    special = nw.when(department.is_in(list(SPECIAL_PLACES))).then(department).otherwise(nw.lit(""))
    dated = frame.with_columns(_jour=day, _lieu=special)
    return dated.join(table, on=["_jour", "_lieu"], how="left").drop("_jour", "_lieu")
