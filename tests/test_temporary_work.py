"""Temporary work counts its months from date to date."""

import datetime as dt

import pytest

from zest.model.activity import Mission
from zest.temporary_work import decimal, last_day_of, outlasts

D = dt.date.fromisoformat


@pytest.mark.parametrize(
    "start,months,last",
    [
        ("2026-03-02", 1, "2026-04-01"),
        ("2024-02-29", 24, "2026-02-28"),
        ("2024-08-31", 18, "2026-02-28"),
        ("2026-01-01", 24, "2027-12-31"),
        ("9999-12-31", 24, "9999-12-31"),
        ("9998-12-31", 12, "9999-12-31"),
    ],
)
def test_the_last_day_is_the_eve_of_the_same_day(start: str, months: int, last: str) -> None:
    """Where the month has no such day, its last one is in; the calendar's end is the end."""
    assert D(last) == last_day_of(D(start), months)


def test_days_that_are_not_told_tell_no_length() -> None:
    """Neither long nor short."""
    start, end = D("2026-03-02"), D("2026-04-02")
    told = [(start, end), (start, end - dt.timedelta(days=1)), (start, None), (None, end)]

    assert [True, False, None, None] == [
        outlasts(Mission(key="m", structure="s", start=one, end=two), 1) for one, two in told
    ]


@pytest.mark.parametrize("number,words", [(5.0, "5"), (8.5, "8,5"), (100 * 0.07, "7")])
def test_a_number_is_written_as_french_does(number: float, words: str) -> None:
    """A comma, and no needless zero."""
    assert words == decimal(number)
