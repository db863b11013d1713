"""What is to be said of each mission, worked out once for a dossier, a day and a law."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import attrs

from zest.law import Law
from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.model.structure import Structure
from zest.once import once_for_each
from zest.readings.hours_cap.counting import client_counts, lending_ai
from zest.readings.hours_cap.judging import CAP, LENGTH, Excess, excesses
from zest.readings.hours_cap.lendings import by_employee, history
from zest.rule import Case

Found = Mapping[int, Sequence[Excess]]
"""By the identity of the mission: two rows of a file may hold the same values."""


@attrs.frozen(kw_only=True)
class _Excesses:
    law: Law
    own: Found
    shared: Found


def capped_ai(mission: Mission, case: Case) -> Structure | None:
    """Return the AI of a mission whose hours the cap counts, or may; ``None`` for any other mission.

    Raises:
        NotInForceError: no cap is known for the mission's first day.
    """
    ai = lending_ai(mission, case)
    if ai is None or mission.start is None or client_counts(mission, case) is False:
        return None
    return ai if case.law[CAP] and case.law[LENGTH] else None


def own_excesses(mission: Mission, case: Case) -> Sequence[Excess]:
    """Return what is to be said of a mission, counting the hours that its AI lent the employee for."""
    return _of(case).own.get(id(mission), ())


def shared_excesses(mission: Mission, case: Case) -> Sequence[Excess]:
    """Return what is to be said of it counting all AI of the collective; nothing for an employee of one AI."""
    return _of(case).shared.get(id(mission), ())


def _of(case: Case) -> _Excesses:
    law, known = case.law.law, _known(case.dossier)
    # The law is held in what it gave: its identity cannot become another's.
    key = (case.as_of, id(law))
    if key not in known:
        known[key] = _work_out(case.dossier, law, case.as_of)
    return known[key]


@once_for_each
def _known(dossier: Dossier) -> dict[tuple[dt.date, int], _Excesses]:
    del dossier
    return {}


def _work_out(dossier: Dossier, law: Law, as_of: dt.date) -> _Excesses:
    own: list[list[Mission]] = []
    shared: list[list[Mission]] = []
    for missions in by_employee(dossier).values():
        per_ai: dict[str, list[Mission]] = {}
        for mission in missions:
            per_ai.setdefault(mission.structure, []).append(mission)
        own += per_ai.values()
        shared += [missions] if len(per_ai) > 1 else []
    return _Excesses(
        law=law, own=_found(own, dossier, law, as_of), shared=_found(shared, dossier, law, as_of)
    )


def _found(histories: Iterable[Iterable[Mission]], dossier: Dossier, law: Law, as_of: dt.date) -> Found:
    found: dict[int, list[Excess]] = {}
    for missions in histories:
        for mission, excess in excesses(history(missions, dossier, as_of), dossier, law, as_of):
            found.setdefault(id(mission), []).append(excess)
    return found
