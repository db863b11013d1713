"""A list of common prices between independent structures is a common tariff, promised or not."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.offer import SectorOffer
from zest.readings.common_price import one_person, one_price
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z802",
    on=SectorOffer,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une grille de prix commune à des structures indépendantes repose sur une base juridique écrite.",
    why="Une grille, même indicative, même diffusée par un réseau, peut être une entente sur les prix.",
    remedy="Donnez legal_basis à chaque tarif, ou laissez chaque structure fixer son prix.",
    source=as_in_2015("Code de commerce, art. L420-1, L420-4, L464-6-1 et L464-6-2"),
    reading="Une offre qui promet un tarif unique est jugée par cette promesse, une fois. Avec une base, zest rappelle"
    " la grille sans la juger.",
    good={"offers.0.structures": ["ai"], "offers.0.tariffs": [{"hourly_cents": 2150}]},
    bad={"offers.0.tariffs": [{"label": "Heure de jour", "department": "14", "hourly_cents": 2150}]},
)
def tariff_list_without_basis(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """No common price stands without its legal basis, and none passes in silence."""
    if not offer.tariffs or one_person(case.dossier.carriers(offer)) or one_price(offer, case):
        yield NOT_ASKED
        return
    bare = [rank for rank, tariff in enumerate(offer.tariffs) if not tariff.legal_basis]
    if bare:
        words = f"L'offre « {offer.key} » fixe un prix commun à des structures indépendantes, sans base juridique."
        yield Fault(words, at=("tariffs", bare[0]))
    else:
        words = f"L'offre « {offer.key} » fixe un prix commun à des structures indépendantes : base à relire."
        keep = "Faites relire cette base par un juriste, et gardez-en l'écrit."
        yield Fault(words, at=("tariffs",), remedy=keep, severity=Severity.INFO)
