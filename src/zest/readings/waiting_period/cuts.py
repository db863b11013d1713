"""Waiting periods that a mission cuts."""

import datetime as dt
from collections.abc import Iterator

import attrs

from zest.model.activity import Mission
from zest.readings.waiting_period.posts import Post, Stay, post_of, surely_over
from zest.readings.waiting_period.relief import is_spared
from zest.rule import Case
from zest.working_days import is_later


@attrs.frozen(kw_only=True)
class Cut:
    """A waiting period that was not kept, or may not have been.

    Attributes:
        before: the mission that it follows.
        ended_on: its last day.
        lasted: its length, in calendar days.
        owed: days of opening that must pass.
        passed: calendar days that passed.
        sure: whether no reading of what is not told makes it kept.
    """

    before: Mission
    ended_on: dt.date
    lasted: int
    owed: int
    passed: int
    sure: bool


def cut_by(mission: Mission, case: Case) -> Cut | None:
    """Return the waiting period that a mission on a post that is told cuts the most.

    A mission that starts before the other ended does not follow it: it is on another place of the same name.
    """
    post = post_of(mission, case.dossier) if mission.post else None
    cuts = _cuts(mission, post, case) if post else ()
    return max(cuts, key=lambda cut: (cut.sure, cut.owed - cut.passed), default=None)


def perhaps_cut_by(mission: Mission, case: Case) -> Cut | None:
    """Return what a mission would surely cut if it were on the post of those of its lender, client and job.

    Posts are not told. Only the first mission that would is given, so that a busy client brings one question.
    """
    post = None if mission.post else post_of(mission, case.dossier)
    cut = _sure(mission, post, case) if post else None
    if post is None or cut is None:
        return None
    others = (stay.mission for stay in post.stays if _starts_before(stay, mission))
    return None if any(_sure(other, post, case) for other in others) else cut


def _sure(mission: Mission, post: Post, case: Case) -> Cut | None:
    return next((cut for cut in _cuts(mission, post, case) if cut.sure), None)


def _starts_before(stay: Stay, mission: Mission) -> bool:
    return mission.start is not None and (stay.start, stay.mission.key) < (mission.start, mission.key)


def _cuts(mission: Mission, post: Post, case: Case) -> Iterator[Cut]:
    """Yield the waiting periods that a mission cuts, or may, from the last to end to the first."""
    if mission.start is not None:
        for stay in reversed(post.before(mission.start)):
            cut = _cut(stay, mission, mission.start, case)
            if cut is not None:
                yield cut


def _cut(stay: Stay, mission: Mission, start: dt.date, case: Case) -> Cut | None:
    owed, passed = _owed(stay.lasted, case), (start - stay.end).days - 1
    if _is_kept(stay.end, start, owed, mission, case):
        return None
    spared = is_spared(stay.mission, mission, case)
    cut = Cut(
        before=stay.mission,
        ended_on=stay.end,
        lasted=stay.lasted,
        owed=owed,
        passed=passed,
        sure=passed < owed and spared is False,
    )
    return None if spared else cut


def _owed(lasted: int, case: Case) -> int:
    long = lasted >= case.law["etti.waiting-long-contract"]
    return int(lasted // case.law["etti.waiting-long-divisor" if long else "etti.waiting-short-divisor"])


def _is_kept(end: dt.date, start: dt.date, owed: int, mission: Mission, case: Case) -> bool:
    # A calendar is slow to open, and far missions are many.
    if surely_over((start - end).days, owed):
        return True
    client = case.dossier.client(mission.client)
    return is_later(start, end, owed, (client.department if client else None) or "")
