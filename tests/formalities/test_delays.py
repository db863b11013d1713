"""Delays of working days, and the day and hour of a hire."""

import datetime as dt

import pytest

from zest.model.activity import Mission
from zest.model.contract import WorkContract
from zest.readings.formalities.delays import Delay, hired_on
from zest.working_days import is_working_day

DAY = dt.date(2026, 3, 2)
SATURDAY = 5


def days_between(start: dt.date, day: dt.date, *, saturdays: bool) -> int:
    """Count working days one by one, with Saturdays or without."""
    later = (start + dt.timedelta(days=n) for n in range(1, (day - start).days + 1))
    return sum(is_working_day(d) and (saturdays or d.weekday() != SATURDAY) for d in later)


@pytest.mark.parametrize("start", [DAY + dt.timedelta(days=n) for n in range(7)])
@pytest.mark.parametrize("days", [1, 2, 8])
def test_a_delay_is_counted_with_saturdays_and_surely_over_without(start: dt.date, days: int) -> None:
    """From each day of a week to each of the following thirty: what is late is more than so many working days away."""
    delay = Delay(start=start, days=days)
    later = [start + dt.timedelta(days=n) for n in range(-30, 31)]
    late = [day for day in later if is_working_day(day)]
    expected = [[days_between(start, d, saturdays=s) > days for d in late] for s in (True, False)]

    assert expected[0] == [delay.over_on(d) for d in late]
    assert expected[1] == [delay.surely_over_on(d) for d in late]


MONDAY_EIGHT = dt.datetime(2026, 3, 2, 8)
BEFORE = dt.date(2026, 2, 2)


@pytest.mark.parametrize(
    "hour,contract,start,expected",
    [
        (MONDAY_EIGHT, DAY, DAY, (DAY, MONDAY_EIGHT)),
        (MONDAY_EIGHT, None, None, (DAY, MONDAY_EIGHT)),
        (MONDAY_EIGHT, BEFORE, DAY, (BEFORE, None)),
        (None, None, DAY, (DAY, None)),
        (None, None, None, (None, None)),
    ],
)
def test_the_hire_is_the_earliest_of_what_is_told(
    hour: dt.datetime | None,
    contract: dt.date | None,
    start: dt.date | None,
    expected: tuple[dt.date | None, dt.datetime | None],
) -> None:
    """A contract may begin before the mission; the hour is that of the hire only on its day."""
    mission = Mission(
        key="m", structure="s", starts_at=hour, start=start, work_contract=WorkContract(start=contract)
    )

    assert expected == hired_on(mission)
