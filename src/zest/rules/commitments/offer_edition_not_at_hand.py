"""An offer is judged by the edition of its sector that it was built on, for as long as its brand conventions last."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.offer import SectorOffer
from zest.model.profile import SectorProfile
from zest.model.ranking import rank
from zest.readings.offer_terms import conventions_end
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import interpretation

NEWER = "Mettez à jour le greffon du secteur : l'offre est bâtie sur une édition plus récente que la sienne."


@rule(
    "Z128",
    on=SectorOffer,
    ground=Ground.COMMITMENTS,
    severity=Severity.WARNING,
    requirement="Une offre est jugée par l'édition du secteur qu'elle nomme, tant que dure la convention de marque.",
    why="Changer la règle en cours de convention jugerait un collectif sur ce qu'il n'a pas signé.",
    remedy=(
        "Donnez l'ancienne édition (--sector RÉPERTOIRE), ou passez edition à celle d'aujourd'hui ; "
        "« zest diff » dit ce qui change."
    ),
    source=interpretation("Convention de marque entre la structure et COORACE, juin 2014", "2026-11-23"),
    reading=(
        "Le diaporama ne dit pas ce que devient une offre quand son secteur change d'édition : "
        "ce qui fut signé vaut jusqu'au terme de la convention, et pas au-delà."
    ),
    good={"offers.0.edition": "2026.1"},
    bad={"offers.0.edition": "2025.1"},
)
def offer_edition_not_at_hand(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """The edition at hand is that of the offer, or the conventions signed under the offer's have ended."""
    sector = case.sectors.get(offer.sector or "")
    # Asked of every offer, it would make a ground conforming of which nothing else is known.
    if sector is None or offer.edition in ("", sector.edition):
        yield NOT_ASKED
    else:
        yield _other(offer, sector, conventions_end(offer, case.dossier), case.as_of)


def _other(offer: SectorOffer, sector: SectorProfile, end: dt.date | None, as_of: dt.date) -> Answer:
    built = f"L'offre « {offer.key} » est bâtie sur l'édition {offer.edition} de son secteur"
    older = rank(offer.edition) < rank(sector.edition)
    if older and end and end < as_of:
        ended = f"et ses conventions de marque ont pris fin le {end:%d/%m/%Y}"
        return Fault(f"{built}, {ended} : elle est jugée par l'édition {sector.edition}.", at=("edition",))
    words = f"{built} ; celle qui est là est {sector.edition}, et ne dit pas ce que l'offre a promis."
    return Unknown(words, at=("edition",), remedy="" if older else NEWER)
