"""Minutes of opening: how long a structure was open between two moments."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable

import narwhals as nw

from zest.indicators.calendar import PLACES, Span, days, with_calendar
from zest.indicators.expressions import EPOCH, day_number
from zest.indicators.material import Expr, Frame, Material
from zest.model.commitment import OpeningSlot
from zest.working_days import public_holidays

HOUR = 60


def with_minutes(
    frame: Frame, material: Material, span: Span, moments: Iterable[str], slots: tuple[OpeningSlot, ...]
) -> Frame:
    """Add to each row, for each moment, the minutes of opening from the first day of the span until then.

    They stand in columns named after the moments, with ``_minutes`` at the end.
    """
    before = _before(span, slots)
    for moment in moments:
        told = {f"{moment}_avant": before, f"{moment}_ferie": _closed}
        frame = with_calendar(frame, material, _rank(moment), span, told)
        today = nw.when(nw.col(f"{moment}_ferie") == 0).then(_today(moment, slots)).otherwise(nw.lit(0))
        frame = frame.with_columns((nw.col(f"{moment}_avant") + today).alias(f"{moment}_minutes"))
    return frame


def _rank(moment: str) -> Expr:
    return day_number(nw.col(moment).cast(nw.Date)) - EPOCH


def _closed(day: dt.date, place: str) -> int:
    return int(day in public_holidays(day.year, place))


def _before(span: Span, slots: tuple[OpeningSlot, ...]) -> Callable[[dt.date, str], int]:
    """Count the minutes of opening before each day, at each place."""
    counted: dict[tuple[dt.date, str], int] = {}
    for place in PLACES:
        lengths = (0 if _closed(day, place) else length(day, slots) for day in days(span))
        sums = itertools.accumulate(lengths, initial=0)
        counted |= {(day, place): total for day, total in zip(days(span), sums, strict=False)}
    return lambda day, place: counted[day, place]


def length(day: dt.date, slots: tuple[OpeningSlot, ...]) -> int:
    """Return the minutes of opening of an ordinary day."""
    return sum(slot.minutes[1] - slot.minutes[0] for slot in slots if day.isoweekday() in slot.days)


def _today(moment: str, slots: tuple[OpeningSlot, ...]) -> Expr:
    """Return the minutes of opening from midnight to a moment, were its day an ordinary one."""
    at, total = nw.col(moment), nw.lit(0)
    minute = at.dt.hour().cast(nw.Int64) * HOUR + at.dt.minute().cast(nw.Int64)
    for slot in slots:
        begin, end = slot.minutes
        opened = nw.when(at.dt.weekday().is_in(list(slot.days))).then(minute.clip(begin, end) - begin)
        total = total + opened.otherwise(nw.lit(0))
    return total
