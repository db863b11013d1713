"""The method's way as a picture: six steps, three conditions, who acts next."""

from collections.abc import Iterator, Sequence

from zest.agenda import Act
from zest.console.blocks import Block, Fit, Grid, Heading, Line, Prose, Span, bare, text
from zest.console.questions import NAMED as AWAITED
from zest.console.questions import listed_in_part
from zest.console.typography import count, day, french, listed
from zest.console.words import MARKS
from zest.journeying import ConditionState, Progress, StepState

NAMED = 3
"""Names that an act shows; beyond, their number."""


def status_blocks(state: Progress, told: tuple[Act, ...]) -> Iterator[Block]:
    """Yield the picture; ``told`` is what remains to be done: the next meeting at the least."""
    yield Prose((Span(state.name, "strong"), Span(f" · au {day(state.as_of)}", "dim")), indent=0)
    yield Heading("Les six étapes", aside=_tally(state))
    yield Prose(_way(state))
    yield Prose(text(""))
    rows = tuple(_step(rank, step) for rank, step in enumerate(state.steps, 1))
    narrow = tuple(line for row in rows for line in _folded(row))
    yield Fit(wide=Grid(rows=rows, flexible=3), narrow=(Grid(rows=narrow, flexible=2),))
    yield Heading("Les trois conditions de la marque")
    yield Grid(rows=tuple(row for one in state.conditions for row in _condition(one)), flexible=1)
    yield Heading("À faire", aside=_late(told))
    rows = tuple(_act(one) for one in told)
    narrow = tuple(line for row in rows for line in _below(*row))
    yield Fit(wide=Grid(rows=rows, flexible=1), narrow=(Grid(rows=narrow, flexible=1),))
    yield Prose(text(""))
    if state.last_meeting:
        yield Prose(text(french(f"Dernière réunion du collectif : {day(state.last_meeting)}.")), indent=0)
    yield Prose((Span("Suite : ", "strong"), Span(french(state.next_act))), indent=0)


def _tally(state: Progress) -> str:
    return f"{sum(step.mark == 'met' for step in state.steps)} sur {len(state.steps)}"


def _way(state: Progress) -> Line:
    """Draw the steps on one line: a sign each, joined."""
    signs: list[Span] = []
    for rank, step in enumerate(state.steps, 1):
        mark, _, tone = MARKS[step.mark]
        signs += [Span("───" if signs else "", "dim"), Span(f"({rank} {mark})", tone)]
    return tuple(signs)


def _step(rank: int, step: StepState) -> tuple[Line, ...]:
    mark, word, tone = MARKS[step.mark]
    said = {"met": "fait", "missing": "à faire"}.get(step.mark.value, word)
    return (
        text(str(rank), "dim"),
        (Span(f"{mark} ", tone), Span(said, tone)),
        text(french(step.label)),
        text(_when(step), "dim"),
    )


def _when(step: StepState) -> str:
    told = []
    if step.done_on:
        told.append(f"le {day(step.done_on)}")
    if step.due_on:
        told.append(f"prévu pour le {day(step.due_on)}")
    return ", ".join([*told, *([step.owner] if step.owner else [])])


def _late(told: tuple[Act, ...]) -> str:
    late = sum(one.late for one in told)
    return f"{count(late, 'acte')} en retard" if late else ""


def _act(one: Act) -> tuple[Line, ...]:
    """Say by when, what and who; lateness has its word."""
    when = f"{'en retard, ' if one.late else ''}d'ici au {day(one.due)}" if one.due else "sans date"
    tone = "bad" if one.late else "" if one.due else "dim"
    return text(when, tone), text(french(one.what)), text(french(_who(one)), "dim")


def _below(when: Line, what: Line, who: Line) -> tuple[tuple[Line, ...], ...]:
    """Put the day and who acts under the act, for a narrow terminal."""
    return (text("–", "dim"), what), (text(""), (*when, Span(" · ", "dim"), *who))


def _who(one: Act) -> str:
    """Say who acts; the names of many are already told, beside the condition."""
    return listed(list(one.who)) or "non dit" if len(one.who) <= NAMED else count(len(one.who), "structure")


def _folded(row: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """Put the days and who acts under the step, for a narrow terminal."""
    rank, mark, label, when = row
    yield rank, mark, label
    if bare(when):
        yield text(""), text(""), when


def _condition(condition: ConditionState) -> Iterator[tuple[Line, ...]]:
    mark, word, tone = MARKS[condition.mark]
    yield text(f"{mark} {word}", tone), text(french(condition.label))
    if condition.waiting:
        yield text(""), text(french(f"attend {awaited(condition.waiting)}"), "dim")


def awaited(names: Sequence[str]) -> str:
    """Name those that a condition waits for; of a region's two hundred, the first ones and how many others."""
    return listed(list(names)) if len(names) <= AWAITED else listed_in_part(names)
