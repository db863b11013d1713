"""Who a plugin is, and what became of it."""

import functools
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from zest.findings import Finding
from zest.notices import NOTICES
from zest.sector import Sector

if TYPE_CHECKING:
    from zest.edition.regional import RegionalEdition


def _unnamed() -> tuple[str, str]:
    return "?", ""


@attrs.frozen(kw_only=True)
class Origin:
    """Where a sector comes from.

    Attributes:
        slug: name of the entry point.
        module: what the entry point names, or the folder of a local sector.
        local: whether it is a folder, which no installer put there.
        named: tells name and version of the distribution. Called only when somebody reads them: a sound dossier
            does not pay for the reading of metadata.
    """

    slug: str
    module: str
    local: bool = False
    named: Callable[[], tuple[str, str]] = attrs.field(default=_unnamed, eq=False, repr=False)

    @functools.cached_property
    def _told(self) -> tuple[str, str]:
        return self.named()

    @property
    def distribution(self) -> str:
        """Name of the distribution; « local » for a folder."""
        return self._told[0]

    @property
    def version(self) -> str:
        """Version of the distribution; empty for a folder."""
        return self._told[1]

    def __str__(self) -> str:
        return " ".join(self._told).strip()


@attrs.frozen(kw_only=True)
class Loaded:
    """A sector that may be used.

    Attributes:
        origin: whose.
        sector: what it brings.
        notes: what it said besides, while it was loaded, and what it will have to change: pieces of French sentence.
    """

    origin: Origin
    sector: Sector
    notes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Unlaid:
    """A regional edition that is loaded, and waits for the sector that it extends.

    Attributes:
        origin: whose.
        edition: what it brings.
        notes: as in :class:`Loaded`.
    """

    origin: Origin
    edition: "RegionalEdition"
    notes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Refused:
    """A sector that may not.

    Attributes:
        origin: whose.
        code: of the notice.
        cause: one French sentence.
        remedy: one French sentence.
    """

    origin: Origin
    code: str
    cause: str
    remedy: str

    def finding(self) -> Finding:
        """Tell it as a finding that names plugin, distribution and version."""
        return NOTICES[self.code].finding(
            self.cause,
            identity=("sectors", self.origin.slug),
            subject=("secteurs", self.origin.slug),
            remedy=self.remedy,
            origin=str(self.origin),
        )


Answered = Loaded | Unlaid | Refused
"""What became of one plugin that was asked for its sector."""


def refuse(origin: Origin, code: str, cause: str) -> Refused:
    """Refuse a plugin, with the remedy that fits the cause."""
    if origin.local:
        place = origin.module.replace(os.sep, "/")
        remedy = f"Corrigez le secteur : « zest sector check {place} » situe chaque faute."
        return Refused(origin=origin, code=code, cause=cause, remedy=remedy)
    remedies = {
        "Z021": f"Installez-le (« pip install {origin} »), puis relancez.",
        "Z022": f"Mettez {origin.distribution} à jour, ou prévenez qui le publie ; « zest doctor » redit la cause.",
        "Z023": f"Installez une version de {origin.distribution} faite pour ce zest.",
        "Z026": f"Corrigez edition.toml, ou prévenez qui publie {origin.distribution}.",
    }
    return Refused(origin=origin, code=code, cause=cause, remedy=remedies[code])
