"""Windows of an employee from the first lending on, and the hours that surely fell in each.

The same readings as the rule that judges one mission, Z301: the clock starts at the first lending to any client; a
window goes from date to date; the next one starts on the first day lent after its end, a lending that goes on past it
included; of a mission that straddles an end, the hours that surely fell inside are those for which the days outside
have no room, twenty-four a day.
"""

import datetime as dt

import narwhals as nw

from zest.indicators.expressions import day_number
from zest.indicators.material import Expr, Frame, Material
from zest.indicators.terms import Terms

DAY_HOURS = 24
"""No law: a day has no room for more."""

KEPT = ("_salarie", "_fichier", "_ligne", "debut", "_dernier", "_heures")


def parts(material: Material, rows: Frame, months: int, terms: Terms, name: str) -> Frame:
    """Return, for each lending and each window that it touches, its sure hours there, in ``_part``.

    Args:
        material: the engine's rows.
        rows: lendings of the employees that matter, with the columns of ``KEPT``.
        months: length of a window.
        terms: the day of the measure; no window starts after it.
        name: under which what is used again at each window is kept.
    """
    last = material.span("missions")[1]
    first = material.span("missions")[0]
    starts = rows.group_by("_salarie").agg(_depuis=nw.col("debut").min())
    made = []
    for rank in range(_most(first, min(last, terms.as_of), months)):
        starts = material.share(f"{name}-{rank}", lambda starts=starts: _bounded(starts, months))  # type: ignore[misc]
        joined = rows.join(starts, on="_salarie", how="inner")
        made.append(_window(joined.filter(nw.col("debut") <= nw.col("_jusque")), rank))
        starts = _next(joined, terms)
    return nw.concat(made)


def _most(first: dt.date, last: dt.date, months: int) -> int:
    """Return how many windows there may be: each starts after the one before has ended."""
    return ((last.year - first.year) * 12 + last.month - first.month) // months + 1


def _bounded(starts: Frame, months: int) -> Frame:
    """Add the last day of each window, as ``last_day_of`` of the model counts it."""
    same = nw.col("_depuis").dt.offset_by(f"{months}mo").cast(nw.Date)
    eve = same.dt.offset_by("-1d").cast(nw.Date)
    told = same.dt.day() == nw.col("_depuis").dt.day()
    return starts.with_columns(_jusque=nw.when(told).then(eve).otherwise(same))


def _window(rows: Frame, rank: int) -> Frame:
    """Return the sure hours of each lending that touches a window."""
    begin = nw.max_horizontal("debut", "_depuis")
    end = nw.min_horizontal("_dernier", "_jusque")
    touched = rows.filter(nw.col("_dernier") >= nw.col("_depuis"))
    outside = _length(nw.col("debut"), nw.col("_dernier")) - _length(begin, end)
    sure = nw.max_horizontal(nw.lit(0.0), nw.col("_heures") - outside * DAY_HOURS)
    return touched.select(*KEPT, _part=sure, _rang=nw.lit(rank))


def _length(first: Expr, last: Expr) -> Expr:
    return day_number(last) - day_number(first) + 1


def _next(rows: Frame, terms: Terms) -> Frame:
    """Return the first day lent after each window, if there is one."""
    after = nw.col("_jusque").dt.offset_by("1d").cast(nw.Date)
    left = rows.filter(nw.col("_dernier") > nw.col("_jusque"))
    days = left.with_columns(_jour=nw.max_horizontal(nw.col("debut"), after))
    starts = days.group_by("_salarie").agg(_depuis=nw.col("_jour").min())
    return starts.filter(nw.col("_depuis") <= nw.lit(terms.as_of))
