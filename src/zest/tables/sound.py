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


def is_readable(batch: "pl.DataFrame", plans: Sequence[Plan]) -> bool:
    """Whether all columns are texts, or typed as the schema wants: others are looked at with care."""
    import polars as pl

    return all(batch.schema[p.source] == pl.String or _typed(batch, p) is not None for p in plans)


def sound(
    batch: "pl.DataFrame", plans: Sequence[Plan], missing: tuple[str, ...] = ()
) -> "pl.DataFrame | None":
    """Return the values of raw rows, each column under the name of the schema; ``None`` when anything is amiss.

    Args:
        batch: raw rows, with their number, that can be read at once.
        plans: how columns are read.
        missing: texts that stand for nothing.
    """
    if _any(batch, _odd(batch, plans, missing)):
        return None
    # Only a lazy frame computes once what an expression says twice.
    made = batch.lazy().select(ROW, **_ways(batch, plans)).collect()
    lost = any(made[p.column.name].null_count() != batch[p.source].null_count() for p in plans)
    lacking = any(p.column.required and made[p.column.name].null_count() for p in plans)
    if lost or lacking or _any(made, (found for p in plans for found in _refused(p.column))):
        return None
    return made


def _any(frame: "pl.DataFrame", found: "Iterable[pl.Expr]") -> bool:
    import polars as pl

    some = [one.any() for one in found]
    return bool(some) and bool(frame.select(pl.any_horizontal(some)).item())


def _ways(batch: "pl.DataFrame", plans: Sequence[Plan]) -> "dict[str, pl.Expr]":
    ways = {p.column.name: way for p in plans if (way := _typed(batch, p)) is not None}
    texts = {p.column.name: p for p in plans if p.column.name not in ways}
    best = best_ways({n: batch[p.source] for n, p in texts.items()}, {n: p.ways for n, p in texts.items()})
    return ways | {name: _of_text(p, p.ways[best[name]]) for name, p in texts.items()}


def _typed(batch: "pl.DataFrame", plan: Plan) -> "pl.Expr | None":
    return native(plan.source, batch.schema[plan.source], plan.column, plan.mapping.unit)


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
