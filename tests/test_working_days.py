"""Working days are those of the place where the work is done."""

import datetime as dt

import pytest

from zest.working_days import is_later, is_working_day, public_holidays, working_days_later

D = dt.date.fromisoformat


def test_eleven_holidays_are_national() -> None:
    """1 May, the Mondays of Easter and Whitsun, and the others that the code lists."""
    expected = {
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
        "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
    }  # fmt: skip

    assert expected == {day.isoformat() for day in public_holidays(2026)}
    assert public_holidays(2026) == public_holidays(2026, "14")


@pytest.mark.parametrize(
    "department,more",
    [
        ("67", "2026-12-26"),
        ("68", "2026-04-03"),
        ("57", "2026-12-26"),
        ("974", "2026-12-20"),
        ("976", "2026-04-27"),
    ],
)
def test_some_places_have_more(department: str, more: str) -> None:
    """Alsace-Moselle and the overseas départements keep holidays of their own."""
    assert D(more) in public_holidays(2026, department)
    assert public_holidays(2026) < public_holidays(2026, department)


@pytest.mark.parametrize(
    "day,expected",
    [("2026-05-16", True), ("2026-05-17", False), ("2026-05-14", False), ("2026-05-15", True)],
)
def test_a_saturday_is_a_working_day_and_a_sunday_is_not(day: str, expected: bool) -> None:
    """The week of Ascension."""
    assert expected is is_working_day(D(day))


@pytest.mark.parametrize(
    "start,department,deadline",
    [
        ("2026-03-02", "", "2026-03-04"),
        ("2026-03-06", "", "2026-03-09"),
        ("2026-04-30", "", "2026-05-04"),
        ("2026-04-02", "14", "2026-04-04"),
        ("2026-04-02", "67", "2026-04-07"),
        ("9999-12-31", "", "9999-12-31"),
    ],
)
def test_two_working_days_skip_sundays_and_holidays(start: str, department: str, deadline: str) -> None:
    """From a Monday, a Friday, the eve of 1 May, and the eve of a Good Friday that is a holiday in Alsace alone."""
    assert D(deadline) == working_days_later(D(start), 2, department)


@pytest.mark.parametrize(
    "done,late",
    [
        ("2026-04-30", False),
        ("2026-05-02", False),
        ("2026-05-04", False),
        ("2026-05-05", True),
        ("2026-01-01", False),
    ],
)
def test_late_is_after_the_last_working_day(done: str, late: bool) -> None:
    """Two working days from 30 April: 1 May and Sunday do not count."""
    assert late is is_later(D(done), D("2026-04-30"), 2)
