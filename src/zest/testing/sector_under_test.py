"""A sector under test: installed or in its folder, with the core rules beside it and its sound sample."""

import copy
import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from zest.findings import Finding
from zest.io.dossier import load
from zest.io.writing import to_toml
from zest.plugins.assembly import Assembly
from zest.sector import Sector
from zest.testing.kit.candidate import Candidate
from zest.testing.kit.coming import installed, of_folder
from zest.testing.samples import AS_OF, changed, dossier_of
from zest.validation import check


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

    def read_back(self, folder: Path, changes: Mapping[str, Any]) -> tuple[Finding, ...]:
        """Write the sample with changes as a dossier, read it as people do, and return what is found."""
        (folder / "zest.toml").write_text(to_toml(dossier_of(changed(self.sample, changes))), "utf-8")
        return check(load(folder), self.assembly.catalogue, AS_OF).findings


@functools.cache
def _candidate(slug: str, home: Path | None) -> Candidate:
    return of_folder(home) if home else installed(slug)
