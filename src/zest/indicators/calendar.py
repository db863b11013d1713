"""What the calendar says of each day at its place, added to rows as whole numbers."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

import narwhals as nw

from zest.indicators.expressions import EPOCH
from zest.indicators.material import Expr, Frame, Material
from zest.working_days import SPECIAL_PLACES

PLACES = ("", *SPECIAL_PLACES)
"""Every département that has public holidays of its own; the empty one stands for all the others."""

Span = tuple[dt.date, dt.date]


def days(span: Span) -> Iterator[dt.date]:
    """Yield every day of a span, its last one included."""
    for ordinal in range(span[0].toordinal(), span[1].toordinal() + 1):
        yield dt.date.fromordinal(ordinal)


def with_calendar(
    frame: Frame,
    material: Material,
    rank: Expr,
    span: Span,
    told: Mapping[str, Callable[[dt.date, str], int]],
) -> Frame:
    """Add to each row what the calendar says of a day of it, at its place; null where the day is out of the span.

    Args:
        frame: the rows, with their ``departement``.
        material: the engine's rows.
        rank: of the day, from the first of 1970 on.
        span: first and last day of the calendar.
        told: for each column to add, the number of a day and a place.
    """
    keys = [(day, place) for day in days(span) for place in PLACES]
    # Two delays of as many days are counted once: they are one function.
    counted = {tell: [tell(*key) for key in keys] for tell in set(told.values())}
    numbers = {name: counted[tell] for name, tell in told.items()}
    code = nw.lit(0)
    for number, place in enumerate(PLACES[1:], 1):
        code = nw.when(nw.col("departement") == place).then(nw.lit(number)).otherwise(code)
    at = (rank - (span[0].toordinal() - EPOCH)) * len(PLACES) + code.cast(nw.Int64)
    return material.look_up(frame, at, numbers)
