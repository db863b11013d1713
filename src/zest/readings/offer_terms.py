"""Until when an offer stands under what was signed for it."""

import datetime as dt

from zest.model.dossier import Dossier
from zest.model.offer import SectorOffer


def conventions_end(offer: SectorOffer, dossier: Dossier) -> dt.date | None:
    """Return the last day of the brand conventions of those that carry an offer.

    Returns:
        The latest of them; ``None`` when one is not told or has no end, for the offer then has none that is known.
    """
    conventions = [structure.brand_convention for structure in dossier.carriers(offer)]
    ends = [convention.valid_to if convention else None for convention in conventions]
    return max((end for end in ends if end), default=None) if all(ends) else None
