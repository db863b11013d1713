"""Rules in a table."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from zest.catalogue import Catalogue
from zest.console.blocks import Block, Grid, Heading, Line, Prose, Span, text
from zest.console.typography import count, day, french
from zest.console.words import GROUNDS, SEVERITIES
from zest.errors import NotInForceError
from zest.law import Law
from zest.rule import Rule


def rules_of(
    catalogue: Catalogue, *, ground: str | None, sectors: Collection[str] | None, day: dt.date | None
) -> tuple[Rule, ...]:
    """Return the rules of a ground, of some sectors, that bound on a day; all when not told."""
    return tuple(
        rule
        for rule in catalogue
        if ground in (None, rule.ground)
        and (sectors is None or rule.sector in sectors)
        and (day is None or bound(rule, catalogue.law, day))
    )


def bound(rule: Rule, law: Law, on: dt.date) -> bool:
    """Whether a rule's text and each figure that it reads were in force on a day."""
    try:
        for key in rule.figures:
            law.figure(key).on(on)
    except NotInForceError:
        return False
    return rule.binds(on)


def rules_blocks(rules: Sequence[Rule], on: dt.date | None) -> Iterator[Block]:
    """Yield the table, ground by ground."""
    when = f" en vigueur le {day(on)}" if on else ""
    yield Prose((Span(count(len(rules), "règle"), "strong"), Span(when)), indent=0)
    for ground, label in GROUNDS.items():
        its = [rule for rule in rules if rule.ground is ground]
        if its:
            yield Heading(label, aside=count(len(its), "règle"))
            yield Grid(rows=tuple(_row(rule) for rule in its), flexible=2)
    yield Prose(text(""))
    yield Prose(
        (
            Span("Suite : ", "strong"),
            Span(french("« zest explain CODE » dit ce qu'une règle demande, et pourquoi.")),
        ),
        indent=0,
    )


def _row(rule: Rule) -> tuple[Line, ...]:
    mark, word, tone = SEVERITIES[rule.capped]
    unread = " (texte non relu)" if rule.unverified else ""
    return (
        text(rule.code, "code"),
        (Span(f"{mark} ", tone), Span(word, tone)),
        (Span(french(rule.requirement)), Span(unread, "dim")),
    )
