"""What is due around the first day of a mission: delays in working days, and the hire itself."""

import datetime as dt

import attrs

from zest.model.activity import Mission
from zest.rule import Case
from zest.working_days import is_later

_SATURDAY = 5


@attrs.frozen(kw_only=True)
class Delay:
    """Working days (*jours ouvrables*) that run from a day, in one place.

    Attributes:
        start: the day from which they run; it does not count.
        days: how many.
        department: code of the département whose holidays count; empty for the national ones alone.
    """

    start: dt.date
    days: int
    department: str = ""

    def over_on(self, day: dt.date) -> bool:
        """Whether ``day`` comes after the delay."""
        return is_later(day, self.start, self.days, self.department)

    def surely_over_on(self, day: dt.date) -> bool:
        """Whether ``day`` comes after the delay even where Saturday is no working day.

        That Saturday counts is recalled and was not read in a text: it may not block.
        """
        weeks, rest = divmod((day - self.start).days, 7)
        saturdays = weeks + ((_SATURDAY - self.start.weekday() - 1) % 7 < rest)
        return is_later(day, self.start, self.days + saturdays, self.department)


def delay_of(mission: Mission, days: float, case: Case) -> Delay | None:
    """Return the delay of that many working days from the start of a mission; ``None`` when that is not told.

    The holidays are those of where the work is done: the client's département, or else the lender's.
    """
    places = (case.dossier.client(mission.client), case.dossier.structure(mission.structure))
    told = (place.department for place in places if place and place.department)
    return Delay(start=mission.start, days=int(days), department=next(told, "")) if mission.start else None


def begun(mission: Mission, case: Case) -> bool:
    """Whether the mission has begun on the day of the check; one that does not tell its start has."""
    return mission.start is None or mission.start <= case.as_of


def hired_on(mission: Mission) -> tuple[dt.date | None, dt.datetime | None]:
    """Return the first day of the employment that the mission is part of, and its hour where it is known.

    A contract may begin before the mission that it is written for: the hire is the earliest of what is told.
    """
    hour, contract = mission.starts_at, mission.work_contract
    told = (hour.date() if hour else None, contract.start if contract else None, mission.start)
    first = min((day for day in told if day), default=None)
    return first, hour if hour and hour.date() == first else None
