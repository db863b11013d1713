"""What ends does not end before it begins; an answer does not come before the question."""

import narwhals as nw

from zest.indicators.indicator import Expr, Row, RowRule, Terms


def _orders(terms: Terms) -> Expr:
    del terms
    answered = nw.coalesce(nw.col("traitee_le") >= nw.col("recue_le"), nw.lit(value=True))
    return answered & nw.coalesce(nw.col("fin") >= nw.col("debut"), nw.lit(value=True))


def _missions(terms: Terms) -> Expr:
    del terms
    return nw.coalesce(nw.col("fin") >= nw.col("debut"), nw.lit(value=True))


def _said(row: Row) -> str:
    if row["debut"] and row["fin"] and row["fin"] < row["debut"]:
        return f"finit le {row['fin']:%d/%m/%Y}, avant son début le {row['debut']:%d/%m/%Y}"
    return f"répondue le {row['traitee_le']:%d/%m/%Y à %H:%M}, avant d'être reçue le {row['recue_le']:%d/%m/%Y à %H:%M}"


ORDERS_REVERSED = RowRule(
    code="Z071", table="commandes", sound=_orders, shown=("debut", "fin", "recue_le", "traitee_le"), words=_said
)
MISSIONS_REVERSED = RowRule(code="Z071", table="missions", sound=_missions, shown=("debut", "fin"), words=_said)
