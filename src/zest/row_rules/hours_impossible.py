"""A day has twenty-four hours."""

import narwhals as nw

from zest.indicators.expressions import unless
from zest.indicators.material import Expr, Row
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Terms

DAY_HOURS = 24
"""No law: a day has no room for more. The legal day is in no text that was read."""


def _sound(terms: Terms) -> Expr:
    del terms
    room = (nw.col("_jour_fin") - nw.col("_jour_debut") + 1) * DAY_HOURS
    # Dates that are reversed are another rule's.
    over = (nw.col("heures") > room) & (nw.col("fin") >= nw.col("debut"))
    return unless(over) & unless(nw.col("heures_jour_max") > DAY_HOURS)


def _words(row: Row) -> str:
    if (row["heures_jour_max"] or 0) > DAY_HOURS:
        return f"{row['heures_jour_max']:g} h en un jour".replace(".", ",")
    return f"{row['heures']:g} h du {row['debut']:%d/%m/%Y} au {row['fin']:%d/%m/%Y}".replace(".", ",")


HOURS_IMPOSSIBLE = RowRule(
    code="Z073",
    table="missions",
    sound=_sound,
    shown=("heures", "heures_jour_max", "debut", "fin"),
    words=_words,
)
