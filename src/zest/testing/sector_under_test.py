"""A sector under test: found by its entry point, with the core rules beside it and its sound sample."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from zest.findings import Finding
from zest.io.dossier import load
from zest.io.writing import to_toml
from zest.plugins.assembly import Assembly, assemble
from zest.sector import Sector
from zest.testing.samples import AS_OF, changed, dossier_of, sector_sample
from zest.validation import check


class SectorUnderTest:
    """What every class of the kit stands on.

    Attributes:
        slug: name of the entry point.
    """

    slug: ClassVar[str]

    @property
    def assembly(self) -> Assembly:
        """The core rules beside the sector, loaded through its entry point."""
        return assemble((self.slug,))

    @property
    def sector(self) -> Sector:
        """The sector itself."""
        made = self.assembly
        assert not made.refused, made.refused[0].cause
        return next(one.sector for one in made.loaded if one.origin.slug == self.slug)

    @property
    def sample(self) -> dict[str, Any]:
        """Its sound sample."""
        return sector_sample(self.sector)

    def read_back(self, folder: Path, changes: Mapping[str, Any]) -> tuple[Finding, ...]:
        """Write the sample with changes as a dossier, read it as people do, and return what is found."""
        (folder / "zest.toml").write_text(to_toml(dossier_of(changed(self.sample, changes))), "utf-8")
        return check(load(folder), self.assembly.catalogue, AS_OF).findings
