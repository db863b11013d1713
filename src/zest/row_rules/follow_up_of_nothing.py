"""Each follow-up is of a mission that the tables have."""

import narwhals as nw

from zest.indicators.material import Expr, Row
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Terms


def _sound(terms: Terms) -> Expr:
    del terms
    return ~nw.col("structure").is_null()


def _words(row: Row) -> str:
    return f"mission {row['id_mission']}"


FOLLOW_UP_OF_NOTHING = RowRule(
    code="Z078",
    table="suivis",
    others=("missions",),
    object_rule="Z043",
    sound=_sound,
    shown=("id_mission",),
    words=_words,
)
