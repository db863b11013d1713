"""Which missions of temporary work were on one post, or may have been."""

import bisect
import datetime as dt
from collections.abc import Mapping

import attrs

from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.model.structure import TEMPORARY_WORK
from zest.once import once_for_each

_MARGIN = 14

Place = tuple[str, ...]
"""What two missions share when they are, or may be, on one post."""


@attrs.frozen
class Stay:
    """A mission whose days are told, in their order.

    Attributes:
        mission: which.
        start: first day.
        end: last day, included.
    """

    mission: Mission
    start: dt.date
    end: dt.date

    @property
    def lasted(self) -> int:
        """Length in calendar days."""
        return (self.end - self.start).days + 1


@attrs.frozen(kw_only=True)
class Post:
    """The stays on one post, by their last day.

    Attributes:
        stays: all of them.
        ends: their last days, counted from the first of the calendar.
        reach: days after its end beyond which no stay here can delay another.
    """

    stays: tuple[Stay, ...]
    ends: tuple[int, ...]
    reach: int

    def before(self, start: dt.date) -> tuple[Stay, ...]:
        """Return the stays that ended before ``start`` and may still delay what starts then."""
        day = start.toordinal()
        since = bisect.bisect_left(self.ends, day - self.reach)
        return self.stays[since : bisect.bisect_left(self.ends, day)]


def surely_over(days: int, owed: int) -> bool:
    """Whether so many calendar days hold ``owed`` working ones, whatever the season and the place."""
    return days > 2 * owed + _MARGIN


def post_of(mission: Mission, dossier: Dossier) -> Post | None:
    """Return the post of a mission: as it is told, or else those of its lender, client and job taken for one."""
    return _posts(dossier).get(_place(mission))


def _place(mission: Mission) -> Place:
    """Return what tells the post; empty when nothing does."""
    if not mission.client:
        return ()
    if mission.post:
        return mission.client, mission.post
    return (mission.client, mission.structure, mission.job, "") if mission.job else ()


@once_for_each
def _posts(dossier: Dossier) -> Mapping[Place, Post]:
    found: dict[Place, list[Stay]] = {}
    for mission in dossier.missions:
        lender, place = dossier.structure(mission.structure), _place(mission)
        temporary = lender is not None and lender.kind in TEMPORARY_WORK
        if temporary and place and mission.start and mission.end and mission.start <= mission.end:
            found.setdefault(place, []).append(Stay(mission, mission.start, mission.end))
    return {
        place: _post(sorted(stays, key=lambda s: (s.end, s.start, s.mission.key)))
        for place, stays in found.items()
    }


def _post(stays: list[Stay]) -> Post:
    # No contract owes more days than it lasted.
    reach = 2 * max(stay.lasted for stay in stays) + _MARGIN + 1
    return Post(stays=tuple(stays), ends=tuple(stay.end.toordinal() for stay in stays), reach=reach)
