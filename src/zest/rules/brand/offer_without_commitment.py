"""The brand includes a guarantee made of service commitments."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.offer import SectorOffer
from zest.rule import Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z105",
    on=SectorOffer,
    ground=Ground.BRAND,
    severity=Severity.ERROR,
    requirement="Chaque offre porte au moins un engagement de service.",
    why="La marque « inclut une garantie qualité constituée par des engagements de services ».",
    remedy="Ajoutez [[offers.commitments]] ; « zest show SECTEUR commitments » liste ceux du secteur.",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    figures=("brand.commitments-min",),
    reading="Toutes les familles ne sont pas exigées : la Basse-Normandie de 2014 devait encore préciser les siennes.",
    good={"offers.0.commitments": [{"key": "reponse"}]},
    bad={"offers.0.commitments": []},
)
def offer_without_commitment(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """The offer promises something."""
    least = case.law["brand.commitments-min"]
    if offer.commitments is None:
        words = f"Le dossier ne dit pas quels engagements de service porte l'offre « {offer.key} »."
        yield Unknown(words, at=("commitments",))
    elif len(offer.commitments) < least:
        words = (
            f"L'offre « {offer.key} » porte {len(offer.commitments)} engagement, pour un minimum de {least}."
        )
        yield Fault(words, at=("commitments",))
