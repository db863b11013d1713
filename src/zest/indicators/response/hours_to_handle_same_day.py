"""How long an order for the very same day waits for an answer."""

import narwhals as nw

from zest.indicators.indicator import Indicator
from zest.indicators.material import Expr
from zest.indicators.response import clocks
from zest.indicators.terms import Asked, Terms
from zest.source import interpretation


def _same_day(terms: Terms) -> Expr:
    return clocks.judged(terms) & (nw.col("debut") == nw.col("recue_le").cast(nw.Date))


HOURS_TO_HANDLE_SAME_DAY = Indicator(
    slug="hours-to-handle-same-day",
    label="délai de réponse pour le jour même",
    sentence="Une commande pour le jour même est tenue quand la structure y a répondu dans le délai promis.",
    unit="commandes pour le jour même",
    threshold_unit="heures",
    table="commandes",
    columns=("traitee_le", "debut"),
    asks=(Asked.THRESHOLD, Asked.CLOCK),
    widen=clocks.timed,
    cases=_same_day,
    passed=clocks.passed,
    shown=clocks.SHOWN,
    words=clocks.words,
    source=interpretation(
        "COORACE, fiche expérience de Caen, juin 2014 : « le matin pour un remplacement dans la matinée »",
        "2026-11-23",
    ),
    reading="Le jour même est celui de la demande : le premier jour de travail demandé est ce jour-là.",
)
