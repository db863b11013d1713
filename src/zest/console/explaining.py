"""One rule for a reader: what, why, after which text, since when, how to comply, two examples."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import attrs

from zest.console.blocks import Block, Grid, Heading, Line, Prose, Span, text
from zest.console.typography import day, french, number
from zest.console.words import GROUNDS, SEVERITIES
from zest.law import DatedValue, Figure, Law
from zest.notices import Notice
from zest.rule import Rule
from zest.source import Source

Overrides = Mapping[str, Mapping[str, Figure]]
NONE: Overrides = MappingProxyType({})


def explain_blocks(
    known: Rule | Notice, law: Law, effect: Sequence[str] = (), overrides: Overrides = NONE
) -> Iterator[Block]:
    """Yield the page of a rule or of a notice.

    Args:
        known: which.
        law: figures of the core and of the sectors.
        effect: what the rule says of its own faulty example.
        overrides: figures that regional editions changed, by slug and key.
    """
    _, word, tone = SEVERITIES[known.severity]
    head = (
        Span(f"{known.code} ", "code"),
        Span(known.name, "strong"),
        Span(f" · {GROUNDS[known.ground]} · "),
        Span(word, tone),
    )
    yield Prose(head, indent=0)
    yield from _part("Ce qui est demandé", known.requirement)
    yield from _part("Pourquoi", known.why)
    if isinstance(known, Rule):
        yield from _rule(known, law, overrides)
    yield from _part("Que faire", known.remedy)
    if isinstance(known, Rule):
        yield from _example("Exemple sans faute", known.good, "l'exemple sain, tel quel")
        yield from _example("Exemple fautif", known.bad, "")
        if effect:
            rows = tuple((text("→", "strong"), text(french(words))) for words in effect)
            yield Grid(rows=rows, flexible=1, indent=4)
        yield Prose(text(""))
        yield Prose(text(f"Règle de {known.origin}.", "dim"), indent=0)


def _rule(known: Rule, law: Law, overrides: Overrides) -> Iterator[Block]:
    yield from _part("D'après", reading(known.source))
    if known.since or known.until:
        yield from _part("En vigueur", _span(known.since, known.until))
    if known.capped is not known.severity:
        yield from _part(
            "Portée",
            "Ce texte n'a pas été relu dans sa version présente : la règle avertit, et ne bloque jamais.",
        )
    if known.reading:
        yield from _part("Lecture retenue", known.reading)
    figures = [law.figures[key] for key in known.figures if key in law.figures]
    if figures:
        yield Heading("Chiffres")
        for figure in figures:
            yield from history(figure)
            for edition, held in overrides.items():
                if figure.key in held:
                    yield from _override(edition, figure, held[figure.key])


def _override(edition: str, national: Figure, changed: Figure) -> Iterator[Block]:
    """Yield the values of a figure that hold for the offers of an edition alone."""
    yield Prose((Span(french("Dans l'édition ")), Span(edition, "strong")), indent=4)
    known = {(one.value, one.since) for one in national.values}
    values = tuple(one for one in changed.values if (one.value, one.since) not in known)
    _, *rows = history(attrs.evolve(changed, values=values, reading=""))
    yield from rows


def history(figure: Figure) -> Iterator[Block]:
    """Yield the name of a figure, then each of its values, oldest first, with its days and its text."""
    unit = f" ({figure.unit})" if figure.unit else ""
    yield Prose((Span(french(f"{figure.label}{unit}"), "strong"), Span(f" · {figure.key}", "dim")))
    rows: list[tuple[Line, ...]] = []
    for dated in figure.values:
        rows.append((text(_value(dated), "strong"), text(french(_span(dated.since, dated.until)))))
        rows.append((text(""), text(french(reading(dated.source)), "dim")))
    yield Grid(rows=tuple(rows), flexible=1, indent=4)
    if figure.reading:
        yield Prose(text(french(f"Lecture : {figure.reading}"), "dim"), indent=4)


def _value(dated: DatedValue) -> str:
    return "abrogé" if dated.value is None else number(dated.value)


def reading(source: Source) -> str:
    """Say a text, how it was read and when."""
    when = f", le {day(source.read_on)}" if source.read_on else ""
    return f"{source.reference} ({source.status.label}{when})."


def _span(since: dt.date | None, until: dt.date | None) -> str:
    if since and since.year == 1:
        since = None
    begin = f"depuis le {day(since)}" if since else "de tout temps"
    return f"{begin}, jusqu'au {day(until)}" if until else begin


def _part(title: str, words: str) -> Iterator[Block]:
    yield Heading(title, level=2)
    yield Prose(text(french(words)), indent=4)


def _example(title: str, changes: Mapping[str, Any], nothing: str) -> Iterator[Block]:
    yield Heading(title, level=2)
    lines = [
        f"{path} = {toml(value)}" if value is not None else f"{path} : retiré"
        for path, value in changes.items()
    ]
    for line in lines or [nothing]:
        yield Prose(text(line), indent=4)


def toml(value: Any) -> str:
    """Write one value as TOML does, on one line."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if _DAY.fullmatch(value) else f'"{value}"'
    return str(value)


_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
