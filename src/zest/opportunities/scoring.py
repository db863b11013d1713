"""How jobs are ranked: four criteria, a hundred points, and what masked cells leave open."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs

from zest.opportunities.supplying import Level, Supply
from zest.opportunities.survey import Need

POINTS: Mapping[str, float] = MappingProxyType(
    {"projects": 40.0, "difficult": 30.0, "lasting": 10.0, "supply": 20.0}
)
"""Most points of each criterion; a choice of zest, which the answer tells.

``projects``: in proportion to the most wanted. ``difficult``: share judged difficult. ``lasting``: share that is not
seasonal, since a season leads less to a durable job. ``supply``: see ``LEVELS``; none without a collective.
"""

LEVELS: Mapping[Level, float] = MappingProxyType(
    {Level.OFFERED: 1.0, Level.SECTOR: 0.6, Level.LENDERS: 0.3, Level.NOTHING: 0.0}
)
"""Share of the points of ``supply``; halved where the job asks for a qualification."""


@attrs.frozen(kw_only=True)
class Score:
    """Points between two bounds, 0–100, and the ranks that they allow.

    Attributes:
        low: every masked cell read against the job.
        high: every masked cell read for it.
        rank: 1 is the best, by the middle of the bounds.
        best: best rank that the masked cells allow.
        worst: worst one.
    """

    low: float
    high: float
    rank: int = 0
    best: int = 0
    worst: int = 0

    @property
    def middle(self) -> float:
        """Half-way between the bounds."""
        return (self.low + self.high) / 2


def score(need: Need, most: int, supply: Supply | None) -> Score:
    """Return the points of one job; ``most`` is the largest number of published projects among those compared."""
    difficult, seasonal = need.difficult_share, need.seasonal_share
    fixed = POINTS["supply"] * _supply(supply)
    sizes = [min(1.0, bound / most) if most else 0.0 for bound in (need.projects.low, need.projects.high)]
    low = sizes[0] * POINTS["projects"] + difficult.low * POINTS["difficult"]
    high = sizes[1] * POINTS["projects"] + difficult.high * POINTS["difficult"]
    lasting = POINTS["lasting"]
    return Score(
        low=low + (1 - seasonal.high) * lasting + fixed, high=high + (1 - seasonal.low) * lasting + fixed
    )


def _supply(supply: Supply | None) -> float:
    return 0.0 if supply is None else LEVELS[supply.level] * (0.5 if supply.qualified else 1.0)


def ranked(scores: Sequence[Score]) -> tuple[Score, ...]:
    """Give each score its rank among the others, and the ranks between which it may lie."""
    order = sorted(range(len(scores)), key=lambda place: -scores[place].middle)
    places = {place: rank for rank, place in enumerate(order, 1)}
    return tuple(
        attrs.evolve(
            one,
            rank=places[place],
            best=1 + sum(other.low > one.high for other in scores),
            worst=sum(other.high >= one.low for other in scores),
        )
        for place, one in enumerate(scores)
    )
