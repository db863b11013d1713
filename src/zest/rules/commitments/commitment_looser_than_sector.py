"""A collective may promise more than its sector's catalogue; promising less must be seen."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.measures import looser
from zest.model.offer import SectorOffer
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation


@rule(
    "Z126",
    on=SectorOffer,
    ground=Ground.COMMITMENTS,
    severity=Severity.WARNING,
    requirement="Un collectif ne promet pas moins que l'engagement national de même clé.",
    why="Sous une même marque, le client attend la même garantie partout.",
    remedy="Reprenez le seuil du secteur, ou donnez à l'engagement une autre clé et un énoncé à lui.",
    source=interpretation(
        "Marque ZEST : une même garantie qualité, déclinée par territoire et par secteur", "2026-11-23"
    ),
    good={"offers.0.commitments.0": {"key": "reponse", "threshold": 24}},
    bad={"offers.0.commitments.0": {"key": "reponse", "threshold": 96}},
)
def commitment_looser_than_sector(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """No threshold or target is easier than the sector's."""
    sector = case.sectors.get(offer.sector or "")
    if sector is None or not offer.commitments:
        yield NOT_ASKED
        return
    for rank, own in enumerate(offer.commitments):
        base = sector.commitments.get(own.key)
        if base and (words := looser(own, base)):
            yield Fault(words, at=("commitments", rank), about=own.key)
