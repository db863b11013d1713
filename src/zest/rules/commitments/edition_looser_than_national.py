"""A regional edition may ask more than its sector; asking less must be seen by whoever reads an offer built on it."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.offer import SectorOffer
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation


@rule(
    "Z127",
    on=SectorOffer,
    ground=Ground.COMMITMENTS,
    severity=Severity.WARNING,
    requirement="Une édition régionale ne demande pas moins que le secteur national qu'elle prolonge.",
    why="Sous une même marque, le client attend la même garantie partout.",
    remedy="Resserrez l'édition, ou déclarez une dérogation avec son motif, son responsable et sa date de fin.",
    source=interpretation(
        "Marque ZEST : une même garantie qualité, déclinée par territoire et par secteur", "2026-11-23"
    ),
    bad={"offers.0.sector": "echantillon-regional"},
)
def edition_looser_than_national(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """No change of the edition that the offer names loosens a commitment or a figure."""
    sector = case.sectors.get(offer.sector or "")
    # Asked of every offer, it would make a ground conforming of which nothing else is known.
    loosening = [change for change in sector.changes if change.loosens] if sector else []
    if not loosening:
        yield NOT_ASKED
    for change in loosening:
        for words in change.loosens:
            message = f"L'édition « {change.by} » demande moins que le secteur national. {words}"
            yield Fault(message, at=("sector",), about=f"{change.kind} {change.item}")
