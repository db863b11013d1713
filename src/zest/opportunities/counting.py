"""From rows of the survey to what is needed, job by job, on a territory."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zest.opportunities.reading import Edition
from zest.opportunities.survey import MASKED_MOST, Bounds, Need

if TYPE_CHECKING:
    import polars as pl


def needs(rows: "pl.DataFrame") -> Mapping[str, Need]:
    """Return what is needed of each job of those rows, by code."""
    return {row["code"]: _need(row) for row in _summed(rows).iter_rows(named=True)}


def labels(edition: Edition) -> Mapping[str, str]:
    """Return the label of each job of an edition, by code."""
    pairs = edition.rows.select("code", "label").unique("code", keep="first", maintain_order=True)
    return dict(pairs.iter_rows())


def total(needed: Mapping[str, Need]) -> Need:
    """Return what is needed of all jobs together."""
    return sum(needed.values(), start=Need())


def _summed(rows: "pl.DataFrame") -> "pl.DataFrame":
    import polars as pl

    # A masked part is no larger than its whole: a published whole bounds it better than the mask does.
    most = {
        "projects": pl.lit(MASKED_MOST),
        **dict.fromkeys(
            ("difficult", "seasonal"),
            pl.min_horizontal(pl.col("projects").fill_null(MASKED_MOST), pl.lit(MASKED_MOST)),
        ),
    }
    sums = [pl.col(name).sum().alias(f"{name}_low") for name in most]
    highs = [pl.col(name).fill_null(bound).sum().alias(f"{name}_high") for name, bound in most.items()]
    masked = pl.col("projects").is_null().sum().alias("masked")
    return rows.group_by("code", maintain_order=True).agg(*sums, *highs, masked, cells=pl.len())


def _need(row: Mapping[str, int]) -> Need:
    return Need(
        projects=Bounds(row["projects_low"], row["projects_high"]),
        difficult=Bounds(row["difficult_low"], row["difficult_high"]),
        seasonal=Bounds(row["seasonal_low"], row["seasonal_high"]),
        cells=row["cells"],
        masked=row["masked"],
    )
