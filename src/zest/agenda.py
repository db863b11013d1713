"""Who must do what next, and by when: conditions, steps, and the meeting of every quarter."""

import datetime as dt
import enum
from collections.abc import Iterator

import attrs

from zest.journeying import ConditionState, Progress, StepState
from zest.law import LawOnDay
from zest.model.period import months_later
from zest.report import Mark

QUARTER = 3
"""Months from one meeting to the next: « tous les trimestres » (COORACE workshop, June 2014)."""

AHEAD = 4
"""Meetings that are foreseen: a year of them."""


class ActKind(enum.StrEnum):
    """What an act is for."""

    CONDITION = "condition"
    STEP = "step"
    MEETING = "meeting"


@attrs.frozen(kw_only=True)
class Act:
    """One thing to do.

    Attributes:
        kind: what it is for.
        what: French words.
        who: names of the structures, or the function that acts; empty when not told.
        due: by when; ``None`` when nobody told.
        late: whether that day has passed.
    """

    kind: ActKind
    what: str
    who: tuple[str, ...] = ()
    due: dt.date | None = None
    late: bool = False


def acts(state: Progress, law: LawOnDay) -> tuple[Act, ...]:
    """Return what remains to be done, the soonest first, then what has no day, in the order of the method."""
    told = [*_conditions(state), *_steps(state), _meeting(state, law)]
    return tuple(sorted(told, key=lambda one: (one.due is None, one.due or dt.date.max)))


def meetings_ahead(state: Progress) -> tuple[dt.date, ...]:
    """Return the days of the next quarterly meetings: from the last one on, none before the day of the state."""
    first = next_meeting(state) or months_later(state.as_of, QUARTER)
    first = max(first, state.as_of)
    return tuple(months_later(first, QUARTER * rank) for rank in range(AHEAD))


def next_meeting(state: Progress) -> dt.date | None:
    """Return the day a quarter after the last meeting; ``None`` when no meeting is told."""
    return months_later(state.last_meeting, QUARTER) if state.last_meeting else None


def _conditions(state: Progress) -> Iterator[Act]:
    for one in state.conditions:
        if one.mark in (Mark.MISSING, Mark.UNKNOWN):
            yield Act(kind=ActKind.CONDITION, what=_remedied(one), who=one.waiting)


def _remedied(one: ConditionState) -> str:
    return f"{one.label}. {one.remedy}" if one.remedy else f"{one.label} : à renseigner dans le dossier."


def _steps(state: Progress) -> Iterator[Act]:
    for one in state.steps:
        if one.mark is not Mark.MET:
            late = one.due_on is not None and one.due_on < state.as_of
            yield Act(kind=ActKind.STEP, what=_sentence(one), who=_owner(one), due=one.due_on, late=late)


def _sentence(one: StepState) -> str:
    return f"{one.label[:1].upper()}{one.label[1:]}"


def _owner(one: StepState) -> tuple[str, ...]:
    return (one.owner,) if one.owner else ()


def _meeting(state: Progress, law: LawOnDay) -> Act:
    """Return the next meeting; it is late when the gap that the method allows has passed.

    Before the method had a gap, none is late.
    """
    due, last, key = next_meeting(state), state.last_meeting, "brand.meeting-gap"
    late = bool(last and law.in_force(key) and (state.as_of - last).days > law[key])
    what = "Réunion trimestrielle du collectif"
    if last is None:
        what += ", à inscrire dans [[meetings]]"
    elif not law.in_force(key):
        what += f" : aucun écart maximal n'était dit le {state.as_of:%d/%m/%Y}"
    return Act(kind=ActKind.MEETING, what=what, who=("tout le collectif",), due=due, late=late)
