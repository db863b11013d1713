"""Temporary work counts its months from date to date."""

import datetime as dt

import pytest

from zest.model.activity import Mission
from zest.readings.temporary_work import are_surely_apart, decimal, outlasts

D = dt.date.fromisoformat


def test_days_that_are_not_told_tell_no_length() -> None:
    """Neither long nor short."""
    start, end = D("2026-03-02"), D("2026-04-02")
    told = [(start, end), (start, end - dt.timedelta(days=1)), (start, None), (None, end)]

    assert [True, False, None, None] == [
        outlasts(Mission(key="m", structure="s", start=one, end=two), 1) for one, two in told
    ]


@pytest.mark.parametrize(
    "last,days,expected",
    [
        # From Friday 3 April 2026: a week-end, Easter Monday, then Tuesday.
        ("2026-04-03", 0, False),
        ("2026-04-06", 0, False),
        ("2026-04-07", 0, True),
        ("2026-04-10", 4, False),
        ("2026-04-10", 3, True),
        ("9999-12-31", 250, True),
    ],
)
def test_days_of_work_leave_out_week_ends_and_holidays(last: str, days: int, expected: bool) -> None:
    """Whoever works six days a week is further apart; nobody who works five is nearer."""
    assert expected is are_surely_apart(D("2026-04-03"), D(last), days)


@pytest.mark.parametrize("first", ["2026-04-01", "2026-04-30", "2026-12-20"])
def test_days_of_work_count_as_on_the_fingers(first: str) -> None:
    """The season of holidays included, up to gaps that open no calendar."""
    closed = {
        "2026-04-06",
        "2026-05-01",
        "2026-05-08",
        "2026-05-14",
        "2026-05-25",
        "2026-12-25",
        "2027-01-01",
    }
    later = [D(first) + dt.timedelta(days=n) for n in range(61)]
    worked = [day.isoweekday() < 6 and day.isoformat() not in closed for day in later]

    assert [[sum(worked[1 : n + 1]) > days for days in range(20)] for n in range(61)] == [
        [are_surely_apart(D(first), last, days) for days in range(20)] for last in later
    ]


@pytest.mark.parametrize("number,words", [(5.0, "5"), (8.5, "8,5"), (100 * 0.07, "7")])
def test_a_number_is_written_as_french_does(number: float, words: str) -> None:
    """A comma, and no needless zero."""
    assert words == decimal(number)
