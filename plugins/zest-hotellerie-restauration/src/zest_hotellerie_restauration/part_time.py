"""What the agreements of the trade ask of part-time work only, and how a mission is known to be part-time."""

from collections.abc import Iterable, Iterator

from zest.model.activity import Mission
from zest.model.identifiers import Idcc
from zest.model.work import WorkPattern
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown

HOTELS, FAST_FOOD, CATERING = Idcc("1979"), Idcc("1501"), Idcc("1266")

FIGURES = "hotellerie-restauration.agreement"
FULL_TIME = f"{FIGURES}.full-time-week"


def agreement_of(mission: Mission, case: Case) -> Idcc | None:
    """Return the agreement that the client applies, when it is told."""
    client = case.dossier.client(mission.client)
    return client.idcc if client else None


def part_time_answers(pattern: WorkPattern, case: Case, faults: Iterable[Fault]) -> Iterator[Answer]:
    """Yield the faults of a part-time week; not asked of a full one.

    Where the hours of the week are not told, a fault is only what could be one: it is unknown.
    """
    if pattern.weekly_hours is not None and pattern.weekly_hours >= case.law[FULL_TIME]:
        yield NOT_ASKED
        return
    for fault in faults:
        if pattern.weekly_hours is None:
            words = "le dossier ne dit pas les heures de la semaine, dont la règle dépend."
            yield Unknown(
                f"{fault.message.removesuffix('.')} : {words}",
                at=("pattern",),
                remedy="Donnez pattern.weekly_hours.",
                about=fault.about,
            )
        else:
            yield fault


def hours(number: float) -> str:
    """Write a number of hours as French does: « 2,5 heures »."""
    return f"{number:g} heure{'s' if number >= 2 else ''}".replace(".", ",")
