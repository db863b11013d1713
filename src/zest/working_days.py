"""Working days (*jours ouvrables*): every day but the weekly rest and the public holidays of the place.

Saturday counts. The eleven national holidays are those of the code du travail, art. L3133-1 (read in its wording of
2015). What Alsace-Moselle and the overseas départements add is not in the texts that were read: it comes from the
`holidays` library, so that a delay is never said to be over on a day that may have been a holiday there.
"""

import datetime as dt
import functools
from types import MappingProxyType

SUNDAY = 6
_ALSACE = MappingProxyType({"67": "6AE", "68": "6AE", "57": "57"})
_OVERSEAS = ("971", "972", "973", "974", "976")
_DAY = dt.timedelta(days=1)

SPECIAL_PLACES = (*_ALSACE, *_OVERSEAS)
"""Départements that have public holidays of their own."""


@functools.cache
def public_holidays(year: int, department: str = "") -> frozenset[dt.date]:
    """Return the public holidays (*jours fériés*) of one year.

    Args:
        year: 1 to 9999.
        department: code of the département where the work is done; empty for the national list alone.
    """
    # Half a second to import, and most checks never ask.
    import holidays

    place = _ALSACE.get(department) or (department if department in _OVERSEAS else None)
    return frozenset(holidays.country_holidays("FR", subdiv=place, years=year))


def is_working_day(day: dt.date, department: str = "") -> bool:
    """Whether ``day`` is neither a Sunday nor a public holiday of the place."""
    return day.weekday() != SUNDAY and day not in public_holidays(day.year, department)


def working_days_later(day: dt.date, days: int, department: str = "") -> dt.date:
    """Return the working day that is ``days`` working days after ``day``; ``day`` itself does not count.

    The calendar's last day stands for whatever would come after it.
    """
    while days > 0 and day < dt.date.max:
        day = _next(day, department)
        days -= 1
    return day


@functools.lru_cache(maxsize=2**15)
def _next(day: dt.date, department: str) -> dt.date:
    """Return the first working day after a day that is not the calendar's last, which is one; tables ask often."""
    day += _DAY
    while not is_working_day(day, department):
        day += _DAY
    return day


def is_later(done: dt.date, day: dt.date, days: int, department: str = "") -> bool:
    """Whether ``done`` comes more than ``days`` working days after ``day``.

    No holiday is looked up when the calendar days alone answer.
    """
    return (done - day).days > days and done > working_days_later(day, days, department)
