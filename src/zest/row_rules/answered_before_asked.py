"""An answer does not come before the question."""

import narwhals as nw

from zest.indicators.expressions import in_repeated_hour, unless
from zest.indicators.material import Expr, Row
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Terms


def _sound(terms: Terms) -> Expr:
    del terms
    answered, asked = nw.col("traitee_le"), nw.col("recue_le")
    return unless((answered < asked) & ~in_repeated_hour(asked, answered))


def _words(row: Row) -> str:
    answered, asked = row["traitee_le"], row["recue_le"]
    return f"répondue le {answered:%d/%m/%Y à %H:%M}, avant d'être reçue le {asked:%d/%m/%Y à %H:%M}"


ANSWERED_BEFORE_ASKED = RowRule(
    code="Z070", table="commandes", sound=_sound, shown=("recue_le", "traitee_le"), words=_words
)
