"""Where each value that is shown comes from: a place in a file, a sector's edition, or zest's default."""

from collections.abc import Mapping

import attrs

from zest.console.labels import label
from zest.measures import promised
from zest.model.dossier import Dossier, KeyPath
from zest.model.profile import SectorProfile


@attrs.frozen(kw_only=True)
class Origins:
    """What is needed to tell the origin of a value.

    Attributes:
        written: the dossier as it was read; ``None`` when a sector is shown.
        sectors: facts of the sectors at hand, by slug.
        sector: slug of the sector that is shown; empty for a dossier.
    """

    written: Dossier | None = None
    sectors: Mapping[str, SectorProfile] = attrs.field(factory=dict)
    sector: str = ""

    def of(self, path: KeyPath) -> str:
        """Return the origin of the value at ``path``, in French."""
        if self.written is None:
            return self._edition(self.sector)
        if slug := _lender(path, self.written):
            return self._edition(slug)
        sources = self.written.sources
        place = sources.place(path, key=True)
        # A key that stands nowhere has the place of what it is in.
        return "par défaut" if place == sources.place(path[:-1], key=True) else str(place)

    def _edition(self, slug: str) -> str:
        return f"{label('sector').lower()} {slug} {self.sectors[slug].edition}"


def _lender(path: KeyPath, written: Dossier) -> str:
    """Return the slug of the sector that lent a promise what its offer left out, empty when none did."""
    match path:
        case ("offers", int(offer), "commitments", int(rank), str(field)):
            its = written.offers[offer]
            left_out = its.commitments and getattr(its.commitments[rank], field) is None
            return (its.sector or "") if left_out else ""
        case _:
            return ""


def completed(dossier: Dossier, sectors: Mapping[str, SectorProfile]) -> Dossier:
    """Return a dossier whose promises say what they take from their sector's of the same key."""
    offers = tuple(
        offer
        if offer.commitments is None
        else attrs.evolve(offer, commitments=tuple(one for _, one in promised(offer, sectors)))
        for offer in dossier.offers
    )
    return attrs.evolve(dossier, offers=offers)
