"""One rule for a reader: what, why, after which text, since when, how to comply, two examples."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from zest.console.blocks import Block, Grid, Heading, Prose, Span, text
from zest.console.typography import day, french, number
from zest.console.words import GROUNDS, SEVERITIES
from zest.law import DatedValue, Figure, Law
from zest.notices import Notice
from zest.rule import Rule
from zest.source import Source


def explain_blocks(known: Rule | Notice, law: Law) -> Iterator[Block]:
    """Yield the page of a rule or of a notice."""
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
        yield from _rule(known, law)
    yield from _part("Que faire", known.remedy)
    if isinstance(known, Rule):
        yield from _example("Exemple sans faute", known.good, "l'exemple sain du secteur, tel quel")
        yield from _example("Exemple fautif", known.bad, "")
        yield Prose(text(""))
        yield Prose(text(f"Règle de {known.origin}.", "dim"), indent=0)


def _rule(known: Rule, law: Law) -> Iterator[Block]:
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
        yield Grid(rows=tuple(row for figure in figures for row in history(figure)), flexible=2)


def history(figure: Figure) -> Iterator[tuple[Any, ...]]:
    """Yield one row for each value of a figure, oldest first, under its name."""
    yield (
        text(figure.key, "code"),
        text(""),
        text(french(f"{figure.label} ({figure.unit})" if figure.unit else figure.label)),
    )
    for dated in figure.values:
        yield (
            text(french(_span(dated.since, dated.until))),
            text(_value(dated), "strong"),
            text(french(reading(dated.source)), "dim"),
        )


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
