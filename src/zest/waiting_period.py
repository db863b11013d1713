"""The waiting period (*délai de carence*) between two missions of temporary work on one post.

Source: code du travail, art. L1251-36 and L1251-37 in their wording of 2015; L5132-6 since 20 December 2023.

The period is counted in days on which the client is open, that no dossier tells. A fault is sure when even a client
open seven days a week would not comply; what a client open on working days alone would not comply with is unknown.
A fraction of a day is never counted.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

import attrs

from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.model.structure import StructureKind
from zest.model.work import Recourse
from zest.once import once_for_each
from zest.rule import Case
from zest.temporary_work import TEMP_FIRMS, recourse_of
from zest.working_days import is_later

_FREE = frozenset({Recourse.SEASONAL, Recourse.USAGE})
_ABSENCE = frozenset({Recourse.REPLACEMENT, Recourse.HEAD_REPLACEMENT})

Place = tuple[str, ...]
"""What two missions share when they may be on one post."""


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


@attrs.frozen
class _Stay:
    mission: Mission
    start: dt.date
    end: dt.date


def cut_by(mission: Mission, case: Case) -> Cut | None:
    """Return the waiting period that a mission on a post that is told cuts the most.

    A mission that starts before the other ended does not follow it: it is on another place of the same name.
    """
    place = _place(mission)
    return _worst(mission, _stays(case.dossier).get(place, ()), case) if place and mission.post else None


def perhaps_cut_by(mission: Mission, case: Case) -> Cut | None:
    """Return what a mission would surely cut if it were on the post of those of its lender, client and job.

    Posts are not told. Only the first mission that would is given, so that a busy client brings one question.
    """
    place = _place(mission)
    stays = _stays(case.dossier).get(place, ()) if place and not mission.post else ()
    cut = _worst(mission, stays, case)
    if cut is None or not cut.sure:
        return None
    return None if any(_before(s, mission) and _surely(s.mission, stays, case) for s in stays) else cut


def _surely(mission: Mission, stays: Iterable[_Stay], case: Case) -> bool:
    cut = _worst(mission, stays, case)
    return cut is not None and cut.sure


def _before(stay: _Stay, mission: Mission) -> bool:
    return mission.start is not None and (stay.start, stay.mission.key) < (mission.start, mission.key)


def _worst(mission: Mission, stays: Iterable[_Stay], case: Case) -> Cut | None:
    if mission.start is None:
        return None
    cuts = (_cut(s, mission, mission.start, case) for s in stays if s.end < mission.start)
    return max((cut for cut in cuts if cut), key=lambda cut: (cut.sure, cut.owed - cut.passed), default=None)


def _cut(stay: _Stay, mission: Mission, start: dt.date, case: Case) -> Cut | None:
    lasted, passed = (stay.end - stay.start).days + 1, (start - stay.end).days - 1
    owed = _owed(lasted, case)
    if _kept(stay.end, start, owed, mission, case):
        return None
    spared = _spared(stay.mission, mission, case)
    sure = passed < owed and spared is False
    cut = Cut(before=stay.mission, ended_on=stay.end, lasted=lasted, owed=owed, passed=passed, sure=sure)
    return None if spared else cut


def _owed(lasted: int, case: Case) -> int:
    long = lasted >= case.law["etti.waiting-long-contract"]
    return int(lasted // case.law["etti.waiting-long-divisor" if long else "etti.waiting-short-divisor"])


def _kept(end: dt.date, start: dt.date, owed: int, mission: Mission, case: Case) -> bool:
    # Twice as many days and a fortnight hold enough working ones wherever it is: no calendar is opened for them.
    if (start - end).days > 2 * owed + 14:
        return True
    client = case.dossier.client(mission.client)
    return is_later(start, end, owed, (client.department if client else None) or "")


def _spared(before: Mission, mission: Mission, case: Case) -> bool | None:
    """Whether no waiting period is due; ``None`` when something that is not told may lift it."""
    recourses = {recourse_of(before, case), recourse_of(mission, case)}
    same = _same_worker(before, mission, case)
    if mission.urgent_safety or before.early_end_by_employee or same or recourses & _FREE:
        return True
    return None if same is None or None in recourses or recourses <= _ABSENCE else False


def _same_worker(before: Mission, mission: Mission, case: Case) -> bool | None:
    """Whether ETTI lend one person twice in a parcours, where that lifts the waiting period; ``None`` if perhaps.

    The reference of an employee is its lender's: two lenders may use one for two people.
    """
    lenders = (case.dossier.structure(before.structure), case.dossier.structure(mission.structure))
    insertion = all(one and one.kind is StructureKind.ETTI for one in lenders)
    if not insertion or not case.law.in_force("etti.no-waiting-for-same-worker"):
        return False
    if not before.employee or not mission.employee:
        return None
    same = before.employee == mission.employee
    return None if same and before.structure != mission.structure else same


def _place(mission: Mission) -> Place:
    """Return what tells the post; empty when nothing does."""
    if not mission.client:
        return ()
    if mission.post:
        return mission.client, mission.post
    return (mission.client, mission.structure, mission.job, "") if mission.job else ()


@once_for_each
def _stays(dossier: Dossier) -> Mapping[Place, tuple[_Stay, ...]]:
    found: dict[Place, list[_Stay]] = {}
    for mission in dossier.missions:
        lender, place = dossier.structure(mission.structure), _place(mission)
        temporary = lender is not None and lender.kind in TEMP_FIRMS
        if temporary and place and mission.start and mission.end and mission.start <= mission.end:
            found.setdefault(place, []).append(_Stay(mission, mission.start, mission.end))
    return {
        place: tuple(sorted(stays, key=lambda s: (s.start, s.end, s.mission.key)))
        for place, stays in found.items()
    }
