"""All the lendings of one worker by one lender: some delays run from the first of them."""

from collections.abc import Mapping

from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.once import once_for_each
from zest.rule import Case

_Worker = tuple[str, str]


def lendings_of_worker(mission: Mission, case: Case) -> tuple[Mission, ...]:
    """Return the missions of the same worker by the same lender, in the order of the file.

    The reference of an employee is its lender's: two lenders may use the same one. A mission that names no employee
    stands alone.
    """
    return _by_worker(case.dossier).get(_worker(mission), (mission,)) if mission.employee else (mission,)


def is_first_lending(mission: Mission, case: Case) -> bool:
    """Whether no other lending of the worker by the lender begins before; of two on one day, the first of the file."""
    lendings = lendings_of_worker(mission, case)
    first = min(((m.start, rank) for rank, m in enumerate(lendings) if m.start), default=None)
    return first is not None and lendings[first[1]] is mission


def _worker(mission: Mission) -> _Worker:
    return mission.structure, mission.employee


@once_for_each
def _by_worker(dossier: Dossier) -> Mapping[_Worker, tuple[Mission, ...]]:
    found: dict[_Worker, list[Mission]] = {}
    for mission in dossier.missions:
        found.setdefault(_worker(mission), []).append(mission)
    return {worker: tuple(missions) for worker, missions in found.items()}
