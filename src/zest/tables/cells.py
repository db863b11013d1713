"""One column of cells made values: text is read in stated forms, typed columns are only brought to our types."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from zest.tables import moments, numbers, words
from zest.tables.mapping import ColumnMapping, Reading
from zest.tables.natives import as_text, native
from zest.tables.schemas import Column, Kind

SAMPLE: Final = 20
"""Cells that tell how a column is written."""

if TYPE_CHECKING:
    import polars as pl

    Way = Callable[[pl.Expr], pl.Expr]


@attrs.frozen(kw_only=True)
class Plan:
    """How one column of one file is read.

    Attributes:
        column: of the schema.
        header: its name in the file.
        source: its name in the raw frame.
        ways: tried one after the other on what the former ones could not read.
        mapping: what the mapping says of it.
    """

    column: Column
    header: str
    source: str
    ways: "tuple[Way, ...]"
    mapping: ColumnMapping


@attrs.frozen(kw_only=True)
class Cells:
    """A column as read.

    Attributes:
        given: its texts, blanks made null; the values themselves where the column was typed.
        values: of the type of the schema; null where blank or at fault.
        unreadable: where something was given and could not be read.
        refused: where it was read and is out of the list or the bounds.
    """

    given: "pl.Series"
    values: "pl.Series"
    unreadable: "pl.Series"
    refused: "pl.Series"


def plan(column: Column, header: str, source: str, mapping: ColumnMapping, reading: Reading) -> Plan:
    """Decide how a column is read."""
    return Plan(
        column=column,
        header=header,
        source=source,
        ways=tuple(_ways(column, mapping, reading)),
        mapping=mapping,
    )


def _ways(column: Column, mapping: ColumnMapping, reading: Reading) -> "tuple[Way, ...]":
    forms = mapping.dates or reading.dates
    if column.words:
        return words.one_of(column.words, mapping.values)
    if column.kind in (Kind.NUMBER, Kind.INTEGER):
        ways = numbers.ways(column.unit, mapping.unit, reading.decimal)
        return ways if column.kind is Kind.NUMBER else tuple(map(_integer, ways))
    match column.kind:
        case Kind.DATE:
            return moments.day_ways(forms)
        case Kind.DATETIME:
            return moments.moment_ways(forms)
        case Kind.BOOLEAN:
            return words.yes_no(mapping.values)
        case _:
            return (words.renamed(mapping.values),)


def _integer(way: "Way") -> "Way":
    def integral(texts: "pl.Expr") -> "pl.Expr":
        import polars as pl

        number = way(texts)
        return pl.when(number == number.floor()).then(number).cast(pl.Int64, strict=False)

    return integral


def read(given: "pl.DataFrame", plans: Sequence[Plan]) -> dict[str, Cells]:
    """Read columns that were cleaned, each under the name that the schema gives it."""
    typed = {
        p.column.name: native(p.column.name, given.schema[p.column.name], p.column, p.mapping.unit)
        for p in plans
    }
    values = given.select(**{name: made for name, made in typed.items() if made is not None}).to_dict()
    values |= _by_ways(given, [p for p in plans if p.column.name not in values])
    return {p.column.name: _judged(given[p.column.name], values[p.column.name], p.column) for p in plans}


def _by_ways(given: "pl.DataFrame", plans: Sequence[Plan]) -> "dict[str, pl.Series]":
    """Read texts, all columns at once by the way that suits each; the other ways read what is left."""
    import polars as pl

    texts = pl.DataFrame([as_text(given[p.column.name]) for p in plans])
    names = {p.column.name: p.ways for p in plans}
    best = best_ways({name: texts[name] for name in names}, names)
    read_ = (ways[best[name]](pl.col(name)).alias(name) for name, ways in names.items())
    # Only a lazy frame computes once what an expression says twice.
    made = texts.lazy().select(read_).collect()
    return {name: _completed(texts[name], made[name], ways, best[name]) for name, ways in names.items()}


def best_ways(texts: "Mapping[str, pl.Series]", ways: "Mapping[str, tuple[Way, ...]]") -> dict[str, int]:
    """Return the rank of the way that reads most of the first cells of each column: files are of one form, mostly."""
    import polars as pl

    tried = [(name, rank) for name in texts for rank in range(len(ways[name])) if len(ways[name]) > 1]
    if not tried:
        return dict.fromkeys(texts, 0)
    sample = pl.DataFrame({name: _some(texts[name]) for name in dict(tried)})
    unread = sample.select(
        ways[name][rank](pl.col(name)).null_count().alias(f"{name} {rank}") for name, rank in tried
    ).row(0)
    counts = dict(zip(tried, unread, strict=True))
    return {name: min(range(len(ways[name])), key=lambda rank: counts.get((name, rank), 0)) for name in texts}


def _some(texts: "pl.Series") -> "pl.Series":
    cells = texts.drop_nulls().head(SAMPLE)
    return cells.extend_constant(None, SAMPLE - len(cells))


def _completed(texts: "pl.Series", values: "pl.Series", ways: "tuple[Way, ...]", first: int) -> "pl.Series":
    """Try each other way on what could not be read; what two of them read, they read alike."""
    for rank, way in enumerate(ways):
        if values.null_count() == texts.null_count():
            break
        if rank != first:
            values = values.fill_null(_tried(texts, way))
    return values


def _tried(texts: "pl.Series", way: "Way") -> "pl.Series":
    import polars as pl

    return texts.to_frame("cell").select(way(pl.col("cell"))).to_series()


def _judged(given: "pl.Series", values: "pl.Series", column: Column) -> Cells:
    import polars as pl

    lost = given.is_not_null() & values.is_null()
    bad = _out_of_bounds(values, column)
    never = pl.repeat(False, len(given), dtype=pl.Boolean, eager=True)
    listed = bool(column.words)
    return Cells(
        given=given,
        values=values.set(bad, None) if bad.any() else values,
        unreadable=never if listed else lost,
        refused=(lost | bad) if listed else bad,
    )


def _out_of_bounds(values: "pl.Series", column: Column) -> "pl.Series":
    import polars as pl

    if column.minimum is not None:
        return (values < column.minimum).fill_null(False)
    if column.pattern:
        return (~values.str.contains(column.pattern)).fill_null(False)
    return pl.repeat(False, len(values), dtype=pl.Boolean, eager=True)
