"""One worker is not lent twice on the same days."""

from types import MappingProxyType

import narwhals as nw

from zest.findings import Severity
from zest.indicators.indicator import SUSPECT, Expr, Frame, Material, Row, RowRule, Terms

CUTS = 64
"""Into which an engine may cut the workers."""
SHORT = 1 << 40
"""What is kept of a fingerprint of a worker to make one number of it and of a day."""
DAYS = 1 << 22
"""More days than there are from year 1 to year 9999."""
BEFORE_1970 = 719_162
"""Days from the first of year 1 until the first of 1970, so that no rank is below 0."""


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
    return _short(), met


def _short() -> Expr:
    return (nw.col("_salarie") % SHORT).cast(nw.Int64)


def _met(material: Material, rows: Frame) -> Frame:
    """Return the workers of whom a mission begins before the one right before it has ended."""
    worker = _short() * DAYS + BEFORE_1970
    packed = rows.select(
        _court=_short(),
        _coupe=_short() % CUTS,
        _debut=worker + nw.col("_jour_debut"),
        _fin=worker + nw.max_horizontal("_jour_debut", "_jour_fin"),
    )
    looked = material.before(packed, "_debut", "_fin", "_avant", within="_coupe")
    return (
        looked.filter(nw.col("_avant") >= nw.col("_debut")).select(nw.col("_court").alias(SUSPECT)).unique()
    )


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
