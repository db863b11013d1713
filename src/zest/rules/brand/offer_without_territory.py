"""An offer names one territory and one sector."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.offer import SectorOffer
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z104",
    on=SectorOffer,
    ground=Ground.BRAND,
    severity=Severity.ERROR,
    requirement="Chaque offre nomme un secteur et un territoire.",
    why="La marque est « déclinée à l'échelle d'un territoire et par secteurs d'activités ».",
    remedy="Ajoutez sector et [offers.territory] à l'offre.",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    good={"offers.0.territory.name": "Bocage"},
    bad={"offers.0.territory": None},
)
def offer_without_territory(offer: SectorOffer, _: Case) -> Iterator[Answer]:
    """The offer says where it is sold and in which trade."""
    if offer.territory is None:
        yield Fault(
            f"L'offre « {offer.key} » ne nomme pas de territoire.", at=("territory",), about="territory"
        )
    if not offer.sector:
        yield Fault(f"L'offre « {offer.key} » ne nomme pas de secteur.", at=("sector",), about="sector")
