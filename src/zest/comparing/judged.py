"""Everything that the offers of one sector are judged by, what it extends included."""

from collections.abc import Mapping

import attrs

from zest.catalogue import Catalogue
from zest.law import Figure
from zest.model.profile import SectorProfile
from zest.rule import Rule


@attrs.frozen(kw_only=True)
class Judged:
    """One version of a sector.

    Attributes:
        profile: facts of the trade.
        rules: of the sector and of whatever it extends, by code; the core's are left out.
        figures: those that these rules may read, by key; the core's are left out.
    """

    profile: SectorProfile
    rules: Mapping[str, Rule]
    figures: Mapping[str, Figure]


def judged_by(catalogue: Catalogue, slug: str) -> Judged:
    """Return what judges the offers of a sector that is at hand."""
    family = catalogue.lineage((slug,))
    begun = tuple(f"{one}." for one in family)
    figures = {key: figure for key, figure in catalogue.law.figures.items() if key.startswith(begun)}
    return Judged(
        profile=catalogue.sectors[slug],
        rules={rule.code: rule for rule in catalogue if rule.sector in family},
        figures={**figures, **catalogue.overrides.get(slug, {})},
    )
