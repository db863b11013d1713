"""The agenda: what remains to be done, and its form that other programs read."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

pytest.importorskip("icalendar")

import icalendar

from zest.agenda import ActKind, acts, meetings_ahead
from zest.journeying import ConditionState, Progress, StepState
from zest.law import core_law
from zest.pages.calendar import calendar
from zest.pages.extras import require
from zest.report import Mark

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 23)
LAW = core_law().on(DAY)
STATE = Progress(
    name="Collectif; d'essai, long " + "x" * 80,
    as_of=DAY,
    steps=(
        StepState(label="première", mark=Mark.MET, done_on=DAY),
        StepState(label="deuxième", mark=Mark.MISSING, due_on=dt.date(2026, 10, 1), owner="Le COORACE"),
        StepState(label="troisième", mark=Mark.UNKNOWN, due_on=dt.date(2027, 2, 1)),
        StepState(label="quatrième", mark=Mark.UNKNOWN),
    ),
    conditions=(
        ConditionState(label="Convention", mark=Mark.MISSING, waiting=("A", "B"), remedy="Signez."),
        ConditionState(label="Procédure", mark=Mark.UNKNOWN),
        ConditionState(label="Formation", mark=Mark.MET),
    ),
    next_act="",
    last_meeting=dt.date(2026, 9, 17),
)


def test_what_remains_is_listed_the_soonest_first() -> None:
    """With who, by when, and whether it is late."""
    told = acts(STATE, LAW)

    assert [
        ("Deuxième", ("Le COORACE",), dt.date(2026, 10, 1), True),
        ("Réunion trimestrielle du collectif", ("tout le collectif",), dt.date(2026, 12, 17), False),
        ("Troisième", (), dt.date(2027, 2, 1), False),
        ("Convention. Signez.", ("A", "B"), None, False),
        ("Procédure : à renseigner dans le dossier.", (), None, False),
        ("Quatrième", (), None, False),
    ] == [(one.what, one.who, one.due, one.late) for one in told]


def test_before_the_method_had_a_gap_no_meeting_is_late() -> None:
    """And the agenda says so; one that nobody told is to be told, as on any day."""
    day = dt.date(2010, 1, 1)
    past = attrs.evolve(STATE, as_of=day, last_meeting=dt.date(2009, 1, 5))
    [told] = [one for one in acts(past, core_law().on(day)) if one.kind is ActKind.MEETING]
    [untold] = [
        one
        for one in acts(attrs.evolve(past, last_meeting=None), core_law().on(day))
        if one.kind is ActKind.MEETING
    ]

    assert ("Réunion trimestrielle du collectif : aucun écart maximal n'était dit le 01/01/2010", False) == (
        told.what,
        told.late,
    )
    assert untold.what.endswith("à inscrire dans [[meetings]]")


def test_the_last_day_of_the_calendar_is_an_event_of_that_day() -> None:
    """It has no day after it."""
    state = attrs.evolve(STATE, as_of=dt.date.max, last_meeting=None)
    made = icalendar.Calendar.from_ical(calendar(state, ()))

    assert {dt.date.max} == {event.decoded("dtstart") for event in made.walk("VEVENT")}


def test_a_meeting_is_late_when_the_gap_of_the_method_has_passed() -> None:
    """A month after the quarter; and one that nobody told has no day."""
    late = attrs.evolve(STATE, last_meeting=dt.date(2026, 7, 1))
    never = attrs.evolve(STATE, last_meeting=None)

    assert [True] == [one.late for one in acts(late, LAW) if one.kind is ActKind.MEETING]
    assert [None] == [one.due for one in acts(never, LAW) if one.kind is ActKind.MEETING]
    assert DAY == meetings_ahead(late)[0]
    assert dt.date(2027, 2, 23) == meetings_ahead(never)[0]


def test_a_year_of_meetings_is_foreseen() -> None:
    """One a quarter, on the same day of the month."""
    days = [dt.date(2026, 12, 17), dt.date(2027, 3, 17), dt.date(2027, 6, 17), dt.date(2027, 9, 17)]

    assert days == list(meetings_ahead(STATE))


def test_the_calendar_is_read_back_by_another_program() -> None:
    """Lines folded and signs escaped as RFC 5545 asks; the same to the byte."""
    told = calendar(STATE, acts(STATE, LAW))
    events = icalendar.Calendar.from_ical(told).walk("VEVENT")

    assert told == calendar(STATE, acts(STATE, LAW))
    assert all(len(line.encode()) <= 75 for line in told.split("\r\n"))
    assert 4 + 2 == len(events) == len({str(event["UID"]) for event in events})
    assert {"TENTATIVE": 4, "CONFIRMED": 2} == {
        word: sum(str(event["STATUS"]) == word for event in events) for word in ("TENTATIVE", "CONFIRMED")
    }
    assert f"Réunion trimestrielle · {STATE.name}" == str(events[0]["SUMMARY"])
    assert "Qui : Le COORACE." in str(events[4]["DESCRIPTION"])
    assert 6 == told.count("DTSTAMP:20261123T000000Z")


def test_a_meeting_that_moves_keeps_its_identity() -> None:
    """An agenda imported again moves it, and adds none."""
    later = attrs.evolve(STATE, last_meeting=dt.date(2026, 10, 2))

    def identities(state: Progress) -> list[str]:
        events = icalendar.Calendar.from_ical(calendar(state, acts(state, LAW))).walk("VEVENT")
        return [str(event["UID"]) for event in events]

    assert identities(STATE) == identities(later)


def test_signs_that_would_end_a_line_are_taken_out() -> None:
    """A name cannot add an event."""
    hostile = attrs.evolve(STATE, name="C\r\nEND:VCALENDAR")
    told = calendar(hostile, ())

    assert 1 == told.count("\r\nEND:VCALENDAR\r\n")


def test_a_missing_library_is_told_with_its_extra() -> None:
    """One sentence, and what to type."""
    from zest.errors import MissingExtraError

    with pytest.raises(MissingExtraError, match=r"zest-coorace\[report\]"):
        require("a_module_that_nobody_has")
