"""« 48 h » is clock hours or business hours: it must be said."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.measures import promised
from zest.model.commitment import Comparison
from zest.model.offer import SectorOffer
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation


@rule(
    "Z125",
    on=SectorOffer,
    ground=Ground.COMMITMENTS,
    severity=Severity.WARNING,
    requirement="Un engagement compté en heures dit s'il s'agit d'heures d'horloge ou d'heures ouvrées.",
    why="Du vendredi soir au lundi matin, « 48 h » veut dire deux choses.",
    remedy='Donnez clock = "clock-hours" ou clock = "business-hours".',
    source=interpretation(
        "Midi-Pyrénées, juin 2014 : « traitement de la demande dans les 48h », sans autre précision",
        "2026-11-23",
    ),
    good={"offers.0.commitments.0": {"key": "reponse", "clock": "business-hours"}},
    bad={
        "offers.0.commitments": [
            {
                "key": "x",
                "family": "response",
                "statement": "En 48 h.",
                "comparison": "at-most",
                "threshold": 48,
                "unit": "heures",
            }
        ],
        "measures.0.commitment": "x",
    },
)
def response_clock_untold(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """Each delay in hours says how its hours are counted."""
    if not offer.commitments:
        yield NOT_ASKED
    for rank, promise in promised(offer, case.sectors):
        if promise.comparison is Comparison.AT_MOST and promise.unit == "heures" and promise.clock is None:
            words = (
                f"« {promise.statement or promise.key} » ne dit pas si les heures sont d'horloge ou ouvrées."
            )
            yield Fault(words, at=("commitments", rank), about=promise.key)
