"""One worker is not lent twice on the same days."""

from types import MappingProxyType

import narwhals as nw

from zest.findings import Severity
from zest.indicators.material import SUSPECT, Expr, Frame, Material, Row
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Terms

CUTS = 64
"""Into which an engine may cut the workers."""
SHORT = 1 << 33
"""What is kept of a fingerprint of a worker, so that it and two days make one whole number of 63 bits."""
DAYS = 1 << 15
"""Days from the first of 1970 until 2059; those before and after are put at either end, where more are suspected."""


def _failing(material: Material, terms: Terms, rows: Frame) -> Frame:
    """Return the missions that begin before an earlier one of the same worker has ended."""
    del material, terms
    order = ["debut", "_fichier", "_ligne"]
    told = rows.with_columns(_dernier=nw.max_horizontal("debut", "fin"))
    ended = told.with_columns(_avant=nw.col("_dernier").cum_max().over("_salarie", order_by=order))
    before = ended.with_columns(_avant=nw.col("_avant").shift(1).over("_salarie", order_by=order))
    return before.filter(nw.col("_avant") >= nw.col("debut"))


def _suspects(material: Material, terms: Terms) -> tuple[Expr, Frame]:
    """Return what marks the missions of the workers of whom two that follow each other overlap.

    If any two do, then some mission overlaps the one that begins right after it. Sorting everybody by one number is
    three times as quick as sorting each worker by three columns; the few that it finds are then looked at exactly.
    """
    del terms
    met = material.gather("met", "missions", "_salarie", lambda rows: _met(material, rows))
    return _worker(), met


def _worker() -> Expr:
    """Return a number of the worker, with room below it for two days."""
    return (nw.col("_salarie") % SHORT).cast(nw.Int64) * (DAYS * DAYS)


def _met(material: Material, rows: Frame) -> Frame:
    """Return the workers of whom a mission begins before the one right before it has ended.

    One number tells worker, first day and length: a single column is sorted, and nothing follows it.
    """
    start, end = _day(nw.col("_jour_debut")), _day(nw.max_horizontal("_jour_debut", "_jour_fin"))
    cut = (nw.col("_salarie") % CUTS).cast(nw.Int64)
    packed = rows.select(_un=_worker() + start * DAYS + end - start, _coupe=cut)
    looked = material.before(packed, "_un", "_un", "_avant", within="_coupe")
    one, length = nw.col("_un"), nw.col("_avant") % DAYS
    met = looked.filter(nw.col("_avant") - length + length * DAYS >= one - one % DAYS)
    return met.select((one - one % (DAYS * DAYS)).alias(SUSPECT)).unique()


def _day(rank: Expr) -> Expr:
    return rank.clip(0, DAYS - 1)


def _words(row: Row) -> str:
    return (
        f"{row['salarie']}, dès le {row['debut']:%d/%m/%Y}, déjà en mission jusqu'au {row['_avant']:%d/%m/%Y}"
    )


MISSIONS_OVERLAP = RowRule(
    code="Z072",
    table="missions",
    severity=Severity.WARNING,
    suspects=_suspects,
    failing=_failing,
    reads=("_salarie", "fin"),
    gathers=MappingProxyType({"_salarie": ("_jour_debut", "_jour_fin")}),
    shown=("salarie", "debut", "_avant"),
    words=_words,
)
