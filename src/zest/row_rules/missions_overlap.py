"""One worker is not lent twice on the same days."""

import narwhals as nw

from zest.findings import Severity
from zest.indicators.indicator import Frame, Material, Row, RowRule, Terms


def _failing(material: Material, terms: Terms) -> Frame:
    """Return the missions that begin before an earlier one of the same worker has ended."""
    del terms
    order = ["debut", "_fichier", "_ligne"]
    last = nw.max_horizontal("debut", "fin")
    rows = material.table("missions").with_columns(_dernier=last)
    ended = rows.with_columns(_avant=nw.col("_dernier").cum_max().over("_salarie", order_by=order))
    before = ended.with_columns(_avant=nw.col("_avant").shift(1).over("_salarie", order_by=order))
    return before.filter(nw.col("_avant") >= nw.col("debut"))


def _words(row: Row) -> str:
    return f"{row['salarie']}, dès le {row['debut']:%d/%m/%Y}, déjà en mission jusqu'au {row['_avant']:%d/%m/%Y}"


MISSIONS_OVERLAP = RowRule(
    code="Z072",
    table="missions",
    severity=Severity.WARNING,
    failing=_failing,
    shown=("salarie", "debut", "_avant"),
    words=_words,
)
