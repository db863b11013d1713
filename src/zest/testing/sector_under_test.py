"""A sector under test: installed or in its folder, with the core rules beside it and its sound sample."""

import copy
import functools
from pathlib import Path
from typing import Any, ClassVar

from zest.plugins.assembly import Assembly
from zest.sector import Sector
from zest.testing.kit.candidate import Candidate
from zest.testing.kit.coming import installed, of_folder


class SectorUnderTest:
    """What every class of the kit stands on: give one of the two.

    Attributes:
        slug: name of the entry point, for a sector that is installed.
        home: folder of the sector or of its project, for one that need not be.
    """

    slug: ClassVar[str] = ""
    home: ClassVar[Path | None] = None

    @property
    def candidate(self) -> Candidate:
        """The sector as the kit examines it; loaded once for all the tests of a run."""
        return _candidate(self.slug, self.home)

    @property
    def assembly(self) -> Assembly:
        """The core rules beside the sector."""
        return self.candidate.assembly

    @property
    def sector(self) -> Sector:
        """The sector itself."""
        refusal = self.candidate.refusal
        assert refusal is None, refusal.cause
        return self.candidate.sector

    @property
    def sample(self) -> dict[str, Any]:
        """Its sound sample, a fresh copy each time."""
        return copy.deepcopy(dict(self.candidate.sample))


@functools.cache
def _candidate(slug: str, home: Path | None) -> Candidate:
    return of_folder(home) if home else installed(slug)
