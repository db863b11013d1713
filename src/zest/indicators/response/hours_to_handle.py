"""How long an order waits for an answer."""

from zest.indicators.indicator import Indicator
from zest.indicators.response import clocks
from zest.indicators.terms import Asked
from zest.source import interpretation

HOURS_TO_HANDLE = Indicator(
    slug="hours-to-handle",
    label="délai de réponse",
    sentence="Une commande est tenue quand la structure y a répondu dans le délai promis ; sans réponse, elle "
    "compte comme manquée dès que le délai est passé.",
    unit="commandes",
    threshold_unit="heures",
    table="commandes",
    columns=("traitee_le",),
    asks=(Asked.THRESHOLD, Asked.CLOCK),
    widen=clocks.timed,
    cases=clocks.judged,
    passed=clocks.passed,
    shown=clocks.SHOWN,
    words=clocks.words,
    source=interpretation(
        "Midi-Pyrénées, juin 2014 : « traitement de la demande dans les 48h » ; traitée ne veut pas dire pourvue",
        "2026-11-23",
    ),
    reading="Une réponse n'est pas encore un salarié sur place. Les jours fériés du lieu sont fermés.",
)
