"""Rows in which nothing is amiss, read in one pass: the common case, that does not pay for the others.

What it reads, the careful way (`zest.tables.cells`) reads alike; at the least doubt it reads nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from zest.tables.cells import Plan, best_ways
from zest.tables.natives import native
from zest.tables.schemas import ROW, Column, Kind
from zest.tables.sources import OVERFLOW

if TYPE_CHECKING:
    import polars as pl

    from zest.tables.cells import Way


def sound(
    batch: "pl.DataFrame", plans: Sequence[Plan], missing: tuple[str, ...] = ()
) -> "pl.DataFrame | None":
    """Return the values of raw rows, each column under the name of the schema; ``None`` when anything is amiss.

    Args:
        batch: raw rows, with their number.
        plans: how columns are read.
        missing: texts that stand for nothing.
    """
    if batch.is_empty():
        return None
    ways = _ways(batch, plans)
    if any(way is None for way in ways.values()):
        return None
    if _any(batch, _odd(batch, plans, missing)):
        return None
    wanted = {name: way for name, way in ways.items() if way is not None}
    # Only a lazy frame computes once what an expression says twice.
    made = batch.lazy().select(ROW, **wanted).collect()
    lost = any(made[p.column.name].null_count() != batch[p.source].null_count() for p in plans)
    lacking = any(p.column.required and made[p.column.name].null_count() for p in plans)
    if lost or lacking or _any(made, (found for p in plans for found in _refused(p.column))):
        return None
    return made


def _any(frame: "pl.DataFrame", found: "Iterable[pl.Expr]") -> bool:
    import polars as pl

    some = [one.any() for one in found]
    return bool(some) and bool(frame.select(pl.any_horizontal(some)).item())


def _ways(batch: "pl.DataFrame", plans: Sequence[Plan]) -> "dict[str, pl.Expr | None]":
    import polars as pl

    texts = {p.column.name: p for p in plans if batch.schema[p.source] == pl.String}
    best = best_ways({n: batch[p.source] for n, p in texts.items()}, {n: p.ways for n, p in texts.items()})
    return {
        p.column.name: _of_text(p, p.ways[best[p.column.name]])
        if p.column.name in texts
        else native(p.source, batch.schema[p.source], p.column, p.mapping.unit)
        for p in plans
    }


def _of_text(plan: Plan, way: "Way") -> "pl.Expr":
    import polars as pl

    text = pl.col(plan.source)
    return way(text.str.strip_chars() if _is_free(plan.column) else text)


def _is_free(column: Column) -> bool:
    return column.kind is Kind.STRING and not column.words


def _odd(batch: "pl.DataFrame", plans: Sequence[Plan], missing: tuple[str, ...]) -> "Iterator[pl.Expr]":
    """Yield what no sound row has: cells beyond the last, words for nothing, the header said again."""
    import polars as pl

    texts = [p for p in plans if batch.schema[p.source] == pl.String]
    if OVERFLOW in batch.columns:
        yield pl.col(OVERFLOW).is_not_null()
    for plan in texts if missing else ():
        yield pl.col(plan.source).str.strip_chars().is_in(missing)
    for plan in texts[:1]:
        yield pl.col(plan.source).str.strip_chars() == plan.header


def _refused(column: Column) -> "Iterator[pl.Expr]":
    """Yield what no value of that column may be."""
    import polars as pl

    value = pl.col(column.name)
    if column.minimum is not None:
        yield value < column.minimum
    elif column.pattern:
        # Each text once: there are a hundred départements.
        yield ~value.unique().str.contains(column.pattern)
    elif _is_free(column):
        yield value == ""
