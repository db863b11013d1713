"""The first medical visit of a lent worker: whom it is owed to, and from when its delay runs."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Severity
from zest.model.activity import Mission
from zest.model.period import months_later
from zest.readings.formalities.workers import is_first_lending, lendings_of_worker
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown

_AT = ("medical_visit_on",)


def exams_of_worker(mission: Mission, case: Case) -> tuple[dt.date, ...]:
    """Return the days of the aptitude exams told with any lending of the worker by the lender."""
    return tuple(m.aptitude_exam_on for m in lendings_of_worker(mission, case) if m.aptitude_exam_on)


def visit_answers(
    mission: Mission, months: float, case: Case, *, gone: Severity | None = None
) -> Iterator[Answer]:
    """Say what is wrong or unknown of the visit owed within ``months`` of a worker's first lending.

    Asked once for each worker of a lender, on the first lending: an earlier visit or exam covers the later ones. While
    the delay runs, nothing is owed yet.

    Args:
        mission: any lending of the worker.
        months: the delay.
        case: of the mission.
        gone: how grave a late visit is when the worker was not lent on the last day of the delay; by default, as any.
    """
    if mission.start is None or not is_first_lending(mission, case):
        yield NOT_ASKED
        return
    last, seen = months_later(mission.start, int(months)), _first_seen(mission, case)
    if seen is None and case.as_of <= last:
        yield NOT_ASKED
    elif seen is None:
        words = f"Le dossier ne dit pas quand la personne de la mission « {mission.key} » a passé sa visite médicale."
        yield Unknown(words, at=_AT)
    elif seen > last:
        words = (
            f"La visite médicale de la mission « {mission.key} » a lieu le {seen:%d/%m/%Y}, après le"
            f" {last:%d/%m/%Y}, dernier jour du délai de {months} mois."
        )
        yield Fault(words, at=_AT, severity=None if _lent_on(last, mission, case) else gone)


def _lent_on(day: dt.date, mission: Mission, case: Case) -> bool:
    return any(m.start and day in m.period for m in lendings_of_worker(mission, case))


def _first_seen(mission: Mission, case: Case) -> dt.date | None:
    visits = (m.medical_visit_on for m in lendings_of_worker(mission, case) if m.medical_visit_on)
    return min((*visits, *exams_of_worker(mission, case)), default=None)
