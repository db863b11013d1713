"""The agenda of a collective as iCalendar (RFC 5545): quarterly meetings, and what has a day."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from zest.agenda import Act, ActKind, meetings_ahead
from zest.console.blocks import clean
from zest.console.typography import listed
from zest.journeying import Progress
from zest.version import version

if TYPE_CHECKING:
    from icalendar import Event


def calendar(state: Progress, told: tuple[Act, ...]) -> str:
    """Return the calendar, the same to the byte for the same state: its stamp is the day of the state.

    The identity of an event is what it is for and whose it is: an agenda read again moves an event, and adds none.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//zest {version()}//FR")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", clean(state.name))
    for event in (*_meetings(state), *_dues(state, told)):
        made.add_component(event)
    raw: bytes = made.to_ical()
    return raw.decode("utf-8")


def _meetings(state: Progress) -> Iterator["Event"]:
    for rank, day in enumerate(meetings_ahead(state), 1):
        words = "Jour proposé : une réunion par trimestre. Le collectif le fixe."
        yield _event(
            state, f"meeting-{rank}", day, f"Réunion trimestrielle · {state.name}", words, tentative=True
        )


def _dues(state: Progress, told: tuple[Act, ...]) -> Iterator["Event"]:
    for act in told:
        if act.due is not None and act.kind is not ActKind.MEETING:
            words = f"Échéance : {act.what}"
            who = f"Qui : {listed(list(act.who))}." if act.who else "Le dossier ne dit pas qui s'en charge."
            yield _event(state, act.what, act.due, words, who, tentative=False)


def _event(state: Progress, key: str, day: dt.date, words: str, more: str, *, tentative: bool) -> "Event":
    from icalendar import Event

    made = Event()
    made.add("uid", f"{hashlib.sha256(f'{state.name}|{key}'.encode()).hexdigest()[:32]}@zest")
    made.add("dtstamp", dt.datetime.combine(state.as_of, dt.time(), dt.UTC))
    made.add("dtstart", day)
    if day < dt.date.max:
        made.add("dtend", day + dt.timedelta(days=1))
    made.add("summary", clean(words))
    made.add("description", clean(more))
    made.add("status", "TENTATIVE" if tentative else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    return made
