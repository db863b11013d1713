"""Where each value that is shown comes from: a place in a file, a sector's, an edition's change, or zest's default."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from zest.console.labels import label
from zest.console.typography import day, french
from zest.measures import promised
from zest.model.dossier import Dossier, KeyPath
from zest.model.edition import Change, ItemKind
from zest.model.profile import SectorIdentity, SectorProfile


@attrs.frozen(kw_only=True)
class Origins:
    """What is needed to tell the origin of a value.

    Attributes:
        written: the dossier as it was read; ``None`` when a sector is shown.
        sectors: facts of the sectors at hand, by slug; what an edition extends is among them.
        sector: slug of the sector that is shown; empty for a dossier.
    """

    written: Dossier | None = None
    sectors: Mapping[str, SectorProfile] = attrs.field(factory=dict)
    sector: str = ""

    def of(self, path: KeyPath) -> str:
        """Return the origin of the value at ``path``, in French."""
        if self.written is None:
            return self._of_sector(self.sector, path)
        if lent := _lent(path, self.written):
            slug, promise, field = lent
            return self._of_sector(slug, ("commitments", promise, field))
        sources = self.written.sources
        place = sources.place(path, key=True)
        # A key that stands nowhere has the place of what it is in.
        return "par défaut" if place == sources.place(path[:-1], key=True) else str(place)

    def _of_sector(self, slug: str, path: KeyPath) -> str:
        """Return the edition that changed a value, or the sector and the file that hold it."""
        if change := _changed(path, self.sectors[slug].changes):
            return told(change)
        own = not path or path[0] in _IDENTITY
        holder = slug if own else self._national(slug)
        file = f", {file_of(path)}" if path else ""
        return f"{label('sector').lower()} {holder} {self.sectors[holder].edition}{file}"

    def _national(self, slug: str) -> str:
        """Return the sector that an edition extends in the end."""
        while extends := self.sectors[slug].extends:
            slug = extends[0]
        return slug


_IDENTITY = frozenset(field.name for field in attrs.fields(SectorIdentity))
_FILES = MappingProxyType({"agreements": "agreements.toml", "changes": "edition.toml", "charter": "charter.toml",
          "commitments": "commitments.toml", "facts": "agreement-facts.toml", "permits": "permits.toml",
          "segment": "segment.toml", "tasks": "tasks.toml"})  # fmt: skip


def file_of(path: KeyPath) -> str:
    """Return the file of a sector's folder that holds the value at ``path``."""
    if path[0] == "jobs":
        return f"jobs/{path[1]}.toml" if len(path) > 1 else "jobs"
    return _FILES.get(str(path[0]), "sector.toml")


def _changed(path: KeyPath, changes: tuple[Change, ...]) -> Change | None:
    """Return the last change of the value at ``path``, or of the promise as a whole; ``None`` when it is national."""
    match path:
        case ("changes", int(rank), *_):
            return changes[rank]
        case ("commitments", str(key), *fields):
            mine = [one for one in changes if (one.kind, one.item) == (ItemKind.COMMITMENT, key)]
            return next((one for one in reversed(mine) if not fields or fields[0] in one.fields), None)
        case _:
            return None


def told(change: Change) -> str:
    """Say an edition, and what it did, when and by whose decision."""
    who = f"édition {change.by} {change.edition}, edition.toml"
    return french(f"{who} : {change.verb.label} le {day(change.on)} par {change.author}")


def _lent(path: KeyPath, written: Dossier) -> tuple[str, str, str] | None:
    """Return the sector, promise and field from which an offer takes what it left out; ``None`` when it wrote it."""
    match path:
        case ("offers", int(offer), "commitments", int(rank), str(field)):
            its = written.offers[offer]
            own = its.commitments[rank] if its.commitments else None
            return (
                (its.sector, own.key, field) if own and its.sector and getattr(own, field) is None else None
            )
        case _:
            return None


def completed(dossier: Dossier, sectors: Mapping[str, SectorProfile]) -> Dossier:
    """Return a dossier whose promises say what they take from their sector's of the same key."""
    offers = tuple(
        offer
        if offer.commitments is None
        else attrs.evolve(offer, commitments=tuple(one for _, one in promised(offer, sectors)))
        for offer in dossier.offers
    )
    return attrs.evolve(dossier, offers=offers)
