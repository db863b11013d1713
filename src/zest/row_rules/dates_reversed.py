"""What ends does not end before it begins."""

import narwhals as nw

from zest.indicators.expressions import unless
from zest.indicators.material import Expr, Row
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Terms


def _sound(terms: Terms) -> Expr:
    del terms
    return unless(nw.col("fin") < nw.col("debut"))


def _words(row: Row) -> str:
    return f"finit le {row['fin']:%d/%m/%Y}, avant son début le {row['debut']:%d/%m/%Y}"


ORDERS_REVERSED, MISSIONS_REVERSED = (
    RowRule(code="Z071", table=t, object_rule="Z048", sound=_sound, shown=("debut", "fin"), words=_words)
    for t in ("commandes", "missions")
)
