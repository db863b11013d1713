"""Who a plugin is, and what became of it."""

import functools
from collections.abc import Callable

import attrs

from zest.findings import Finding
from zest.notices import NOTICES
from zest.sector import Sector


def _unnamed() -> tuple[str, str]:
    return "?", ""


@attrs.frozen(kw_only=True)
class Origin:
    """Where a sector comes from.

    Attributes:
        slug: name of the entry point.
        module: what the entry point names, or the folder of a local sector.
        named: tells name and version of the distribution. Called only when somebody reads them: a sound dossier
            does not pay for the reading of metadata.
    """

    slug: str
    module: str
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
    """A sector that may be used."""

    origin: Origin
    sector: Sector


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
