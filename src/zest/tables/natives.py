"""Columns that a file or a frame has typed already: they are brought to our types, and nothing is parsed."""

from typing import TYPE_CHECKING

from zest.tables import moments
from zest.tables.frames import type_of
from zest.tables.schemas import Column, Kind

if TYPE_CHECKING:
    import polars as pl


def cleaned(name: str, dtype: "pl.DataType", missing: tuple[str, ...] = ()) -> "pl.Expr":
    """Return a column with its texts stripped and what says nothing made null; a typed one as it is."""
    import polars as pl

    column = pl.col(name)
    if dtype.is_float():
        return column.fill_nan(None)
    if not isinstance(dtype, pl.String | pl.Categorical | pl.Enum):
        return column
    text = column.cast(pl.String).str.strip_chars()
    told = text != ""
    return pl.when(told & ~text.is_in(missing) if missing else told).then(text)


def as_text(column: "pl.Series") -> "pl.Series":
    """Return texts; a whole number that a tool stored as 12.0 is « 12 », and what is no single value is unreadable."""
    import polars as pl

    if column.dtype == pl.String:
        return column
    if column.dtype.is_float() and (column.drop_nulls() == column.drop_nulls().floor()).all():
        column = column.cast(pl.Int64, strict=False)
    if column.dtype.is_numeric() or isinstance(column.dtype, pl.Boolean | pl.Date | pl.Time):
        return column.cast(pl.String)
    return pl.repeat(None, len(column), dtype=pl.String, eager=True).alias(column.name)


def native(name: str, dtype: "pl.DataType", wanted: Column, unit: str) -> "pl.Expr | None":
    """Return the values of a column that is typed as its kind wants; ``None`` when it must be read as text.

    Args:
        name: of the column where it is read.
        dtype: its type there.
        wanted: column of the schema.
        unit: that the mapping states; empty when it says nothing.
    """
    import polars as pl

    kind, cell, numeric = wanted.kind, pl.col(name), dtype.is_numeric()
    if dtype == pl.Null:
        return cell.cast(type_of(kind))
    if isinstance(dtype, pl.Datetime) and kind in (Kind.DATE, Kind.DATETIME):
        moment = moments.local(cell, dtype.time_zone)
        return moment if kind is Kind.DATETIME else moment.dt.date()
    if kind is Kind.NUMBER and numeric and unit != "h:mm":
        number = cell.cast(pl.Float64) / {"minutes": 60, "centimes": 100}.get(unit, 1)
        return pl.when(number.is_finite()).then(number)
    if kind is Kind.NUMBER and wanted.unit == "heure" and isinstance(dtype, pl.Duration | pl.Time):
        return cell.cast(pl.Duration("us")).dt.total_seconds() / 3600
    if kind is Kind.INTEGER and numeric:
        return pl.when(cell == cell.floor()).then(cell).cast(pl.Int64, strict=False)
    same = (kind is Kind.DATE and dtype == pl.Date) or (kind is Kind.BOOLEAN and dtype == pl.Boolean)
    return cell if same else None
