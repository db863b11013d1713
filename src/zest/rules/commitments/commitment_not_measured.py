"""A promise is worth what it measures."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.measures import measures_of, promised
from zest.model.offer import SectorOffer
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import verified


@rule(
    "Z121",
    on=SectorOffer,
    ground=Ground.COMMITMENTS,
    severity=Severity.ERROR,
    requirement="Chaque engagement de service est mesuré.",
    why="La garantie qualité de la marque est faite d'engagements : ce qui n'est pas mesuré n'est pas garanti.",
    remedy="Ajoutez la mesure du trimestre dans [[measures]] : commitment, structure, quarter, kept et cases.",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    good={"measures.0.cases": 40},
    bad={"measures": []},
)
def commitment_not_measured(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """Each promise of the offer was measured on at least one case."""
    if not offer.commitments:
        yield NOT_ASKED
    for rank, promise in promised(offer, case.sectors):
        told = measures_of(promise, offer, case.dossier)
        if not any(m.cases for m in told):
            words = f"L'engagement « {promise.statement or promise.key} » n'est mesuré sur aucun cas."
            yield Unknown(words, at=("commitments", rank), about=promise.key)
