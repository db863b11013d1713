"""Each structure of a table is one of the dossier's."""

from zest.indicators.expressions import among
from zest.indicators.indicator import Asked, Expr, Row, RowRule, Terms


def _sound(terms: Terms) -> Expr:
    return among("structure", list(terms.structures))


def _words(row: Row) -> str:
    return f"structure {row['structure']}"


ORDERS_OF_NOBODY, MISSIONS_OF_NOBODY = (
    RowRule(
        code="Z075",
        table=t,
        object_rule="Z043",
        sound=_sound,
        asks=(Asked.STRUCTURES,),
        shown=("structure",),
        words=_words,
    )
    for t in ("commandes", "missions")
)
