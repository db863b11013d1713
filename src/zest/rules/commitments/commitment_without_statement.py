"""A promise is a sentence that the client can read."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.measures import promised
from zest.model.offer import SectorOffer
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z124",
    on=SectorOffer,
    ground=Ground.COMMITMENTS,
    severity=Severity.ERROR,
    requirement="Chaque engagement a une famille et un énoncé, repris du secteur ou écrits par le collectif.",
    why="Un engagement que le client ne peut pas lire n'engage à rien.",
    remedy="Reprenez la clé d'un engagement du secteur, ou donnez family et statement.",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    good={"offers.0.commitments.0": {"key": "reponse"}},
    bad={"offers.0.commitments": [{"key": "reponse"}, {"key": "inconnu"}]},
)
def commitment_without_statement(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """Each promise is known to its sector, or says what it is."""
    if not offer.commitments or (offer.sector and offer.sector not in case.sectors):
        yield NOT_ASKED
        return
    for rank, promise in promised(offer, case.sectors):
        if not promise.statement or promise.family is None:
            words = f"L'engagement « {promise.key} » n'est pas du secteur, et n'a pas d'énoncé ou de famille."
            yield Fault(words, at=("commitments", rank), about=promise.key)
