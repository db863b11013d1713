"""Each job of a table is one of those that the sectors of the dossier know."""

import narwhals as nw

from zest.indicators.expressions import among
from zest.indicators.indicator import Asked, Expr, Row, RowRule, Terms


def _sound(terms: Terms) -> Expr:
    return among("metier", list(terms.jobs)) | nw.col("metier").is_null()


def _words(row: Row) -> str:
    return f"métier {row['metier']}"


ORDERS_OF_NO_TRADE, MISSIONS_OF_NO_TRADE = (
    RowRule(code="Z074", table=t, sound=_sound, asks=(Asked.JOBS,), shown=("metier",), words=_words)
    for t in ("commandes", "missions")
)
