"""What lifts the waiting period between two missions."""

from zest.model.activity import Mission
from zest.model.structure import StructureKind
from zest.model.work import Recourse
from zest.readings.temporary_work import recourse_of
from zest.rule import Case

_FREE = frozenset({Recourse.SEASONAL, Recourse.USAGE})
_ABSENCE = frozenset({Recourse.REPLACEMENT, Recourse.HEAD_REPLACEMENT})


def is_spared(before: Mission, mission: Mission, case: Case) -> bool | None:
    """Whether no waiting period is due; ``None`` when something that is not told may lift it.

    A seasonal or usage job lifts it whichever of the two missions it is told of; two replacements may be two absences
    of one person.
    """
    recourses = {recourse_of(before, case), recourse_of(mission, case)}
    same = _is_of_one_worker(before, mission, case)
    if mission.urgent_safety or before.early_end_by_employee or same or recourses & _FREE:
        return True
    return None if same is None or None in recourses or recourses <= _ABSENCE else False


def _is_of_one_worker(before: Mission, mission: Mission, case: Case) -> bool | None:
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
