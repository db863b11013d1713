"""Rows that are no record: blank ones, totals, headers repeated, cells out of line. Found without guessing."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from zest.tables.cells import Plan
from zest.tables.schemas import ROW, Kind
from zest.tables.sources import OVERFLOW

if TYPE_CHECKING:
    import polars as pl

_TOTAL: Final = r"(?i)^(?:(?:sous[- ]?)?tota(?:l|ux)|somme|ensemble)\b"


@attrs.frozen(kw_only=True)
class Sorted:
    """A batch, sorted.

    Attributes:
        records: rank in the batch of what is a record.
        ignored: for each reason, row numbers of what is none.
        shifted: row numbers of rows that have more cells than the header.
    """

    records: "pl.Series"
    ignored: "Mapping[str, pl.Series]"
    shifted: "pl.Series"


def sort(batch: "pl.DataFrame", told: "pl.DataFrame", plans: Sequence[Plan]) -> Sorted:
    """Tell the records of a batch from the rest.

    Args:
        batch: as it was read.
        told: its cells cleaned, for each of our columns that is there; one is.
        plans: how they will be read.
    """
    import polars as pl

    blank = told.select(pl.all_horizontal(pl.all().is_null())).to_series()
    over = _overflowing(batch)
    header = _repeats_header(told, plans) & ~blank
    total = _totals(batch, told, plans) & ~blank & ~header
    shifted = over & ~header & ~total
    numbers = batch[ROW].cast(pl.Int64)
    reasons = {"vide": blank & ~over, "en-tête répété": header, "total": total}
    dropped = blank | header | total | shifted
    return Sorted(
        records=(~dropped).arg_true(),
        ignored={reason: numbers.filter(mask) for reason, mask in reasons.items() if mask.any()},
        shifted=numbers.filter(shifted),
    )


def _false(length: int) -> "pl.Series":
    import polars as pl

    return pl.repeat(False, length, dtype=pl.Boolean, eager=True)


def _overflowing(batch: "pl.DataFrame") -> "pl.Series":
    import polars as pl

    if OVERFLOW not in batch.columns:
        return _false(len(batch))
    return batch.select(pl.col(OVERFLOW).str.strip_chars().fill_null("") != "").to_series()


def _repeats_header(told: "pl.DataFrame", plans: Sequence[Plan]) -> "pl.Series":
    import polars as pl

    same = [pl.col(p.column.name) == p.header for p in plans if told[p.column.name].dtype == pl.String]
    # One column rules nearly every row out before the others are looked at.
    if not same or not told.select(same[0].any()).item():
        return _false(len(told))
    return told.select(pl.all_horizontal(same).fill_null(False)).to_series()


def _totals(batch: "pl.DataFrame", told: "pl.DataFrame", plans: Sequence[Plan]) -> "pl.Series":
    """Find the rows that lack a required cell and are labelled as a total, or hold only numbers."""
    import polars as pl

    required = [p.column.name for p in plans if p.column.required]
    lacking = (
        told.select(pl.any_horizontal(pl.col(required).is_null())).to_series()
        if required
        else _false(len(told))
    )
    if not lacking.any():
        return lacking
    texts = [pl.col(n).str.strip_chars() for n, t in batch.schema.items() if t == pl.String and n != OVERFLOW]
    labelled = (
        batch.select(
            pl.coalesce(pl.when(text != "").then(text) for text in texts)
            .str.contains(_TOTAL)
            .fill_null(False)
        ).to_series()
        if texts
        else _false(len(batch))
    )
    others = [p.column.name for p in plans if p.column.kind not in (Kind.NUMBER, Kind.INTEGER)]
    bare = told.select(pl.all_horizontal(pl.col(others).is_null())).to_series()
    return lacking & (labelled | bare)
