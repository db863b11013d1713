"""Whether a change asks more or less: of a promise, of a figure. What cannot be told is said to be neither."""

import datetime as dt
import enum
from collections.abc import Iterable, Iterator

from zest.law import Figure
from zest.measures import target_of, threshold_words
from zest.model.commitment import Clock, Comparison, ServiceCommitment


class Sense(enum.StrEnum):
    """Which way a change goes for whoever has to comply."""

    TIGHTER = "tighter"
    LOOSER = "looser"
    MIXED = "mixed"
    NEITHER = "neither"


Step = tuple[Sense, str]
"""One part of a change: its sense and a French sentence."""


def together(senses: Iterable[Sense]) -> Sense:
    """Sum up the parts of a change; parts without a sense weigh nothing."""
    told = {sense for sense in senses if sense is not Sense.NEITHER}
    if len(told) > 1:
        return Sense.MIXED
    return told.pop() if told else Sense.NEITHER


def promise_steps(before: ServiceCommitment, after: ServiceCommitment) -> Iterator[Step]:
    """Yield what a promise asks more or less than another of the same key."""
    who = f"L'engagement « {after.key} »"
    old, new = target_of(before), target_of(after)
    if old != new:
        words = f"{who} vise {said(new * 100)}\u00a0% des cas, contre {said(old * 100)}\u00a0%."
        yield (Sense.TIGHTER if new > old else Sense.LOOSER), words
    yield from _threshold(who, before, after)
    if {before.clock, after.clock} == {Clock.CLOCK_HOURS, Clock.BUSINESS_HOURS}:
        # Business hours let nights and Sundays pass: the same number of them is a longer delay.
        longer = after.clock is Clock.BUSINESS_HOURS
        kind = "ouvrées, et non d'horloge" if longer else "d'horloge, et non ouvrées"
        yield (Sense.LOOSER if longer else Sense.TIGHTER), f"{who} compte des heures {kind}."


def _threshold(who: str, before: ServiceCommitment, after: ServiceCommitment) -> Iterator[Step]:
    if before.threshold == after.threshold or before.comparison is not after.comparison:
        return
    if after.threshold is None:
        yield Sense.LOOSER, f"{who} n'a plus de seuil, contre « {threshold_words(before)} »."
    elif before.threshold is None:
        yield Sense.TIGHTER, f"{who} a un seuil, « {threshold_words(after)} »."
    elif before.unit == after.unit and (
        sense := number_sense(before.comparison, before.threshold, after.threshold)
    ):
        yield sense, f"{who} demande « {threshold_words(after)} », contre « {threshold_words(before)} »."


def number_sense(bound: Comparison | None, before: float, after: float) -> Sense | None:
    """Return the sense of a bound that moves; ``None`` when it is no bound or does not move."""
    if bound not in (Comparison.AT_MOST, Comparison.AT_LEAST) or before == after:
        return None
    return Sense.TIGHTER if (after < before) is (bound is Comparison.AT_MOST) else Sense.LOOSER


def value_steps(before: Figure, after: Figure, days: Iterable[dt.date]) -> Iterator[Step]:
    """Yield what a figure asks more or less than another on some days, those on which a value begins.

    What a value asks is told by the ``bound`` of ``after``; without it only coming and going are told.
    """
    who = f"Le chiffre « {after.label} »"
    for day in days:
        old, new = (figure.on(day).value if figure.holds(day) else None for figure in (before, after))
        if isinstance(old, str) or isinstance(new, str) or old == new:
            continue
        if new is None:
            yield Sense.LOOSER, f"{who} est retiré au {day:%d/%m/%Y}."
        elif old is None:
            yield Sense.TIGHTER, f"{who} vaut {said(new)} au {day:%d/%m/%Y}, et n'était pas fixé."
        elif sense := number_sense(after.bound, old, new):
            yield sense, f"{who} vaut {said(new)} au {day:%d/%m/%Y}, contre {said(old)}."


def said(value: float) -> str:
    """Write a number as French does."""
    return f"{value:g}".replace(".", ",")
