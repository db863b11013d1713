"""Who a plugin is, and what became of it."""

import attrs

from zest.findings import Finding
from zest.notices import NOTICES
from zest.sector import Sector


@attrs.frozen(kw_only=True)
class Origin:
    """Where a sector comes from.

    Attributes:
        slug: name of the entry point.
        module: what the entry point names, or the folder of a local sector.
        distribution: name of the distribution; « local » for a folder.
        version: of the distribution.
    """

    slug: str
    module: str
    distribution: str = "?"
    version: str = ""

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".strip()


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
