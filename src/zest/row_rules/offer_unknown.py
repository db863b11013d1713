"""Each offer of a table is one of the dossier's that lend."""

import narwhals as nw

from zest.indicators.expressions import among
from zest.indicators.indicator import Asked, Expr, Row, RowRule, Terms


def _sound(terms: Terms) -> Expr:
    return among("offre", list(terms.offers)) | nw.col("offre").is_null()


def _words(row: Row) -> str:
    return f"offre {row['offre']}"


ORDERS_OF_NO_OFFER, MISSIONS_OF_NO_OFFER = (
    RowRule(
        code="Z080",
        table=t,
        object_rule="Z043",
        sound=_sound,
        asks=(Asked.OFFERS,),
        shown=("offre",),
        words=_words,
    )
    for t in ("commandes", "missions")
)
