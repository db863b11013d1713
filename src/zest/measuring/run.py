"""``measure``: questions and rows in, how promises stand out."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from zest.engines import Engine, engine
from zest.indicators.indicator import Asked, Indicator, RowRule, Terms
from zest.measurement import Measurement, PromiseMeasured, TableMeasured
from zest.measuring.asking import Question
from zest.measuring.catalogue import row_rules

if TYPE_CHECKING:
    from zest.measuring.answers import Counted
    from zest.measuring.plan import Probe

FIRST = 1_000
"""Rows at fault that are shown for each promise and each rule, unless more are asked for."""


def measure(
    sources: Mapping[str, Any],
    questions: Sequence[Question],
    terms: Terms,
    *,
    margin: float,
    on: str | Engine = "polars",
    rows: int = FIRST,
    rows_out: Path | None = None,
    told: Sequence[TableMeasured] = (),
    alone: bool = True,
    name: str = "",
    step: Callable[[str], None] = lambda _: None,
) -> Measurement:
    """Measure promises and rows on an engine.

    Args:
        sources: for each table, a canonical polars frame, or a :class:`zest.engines.engine.Lake`.
        questions: promises to measure.
        terms: what the rules of rows are told.
        margin: how far below its target a promise is *at risk* and not yet *broken*, as a share.
        on: name of an engine, or one that runs already.
        rows: how many rows at fault are shown for each promise and each rule.
        rows_out: a ``.csv`` or ``.parquet`` file for all of them.
        told: what was read of each table.
        alone: whether rows that name no offer are of the only one there is.
        name: of the collective.
        step: called with French words before each long part.

    Raises:
        UnknownEngineError: there is no such engine.
        MissingExtraError: its library is not installed.
        EngineError: it lacks what it needs here.
        ForeignColumnError: files read where they are hold other columns than the published ones.
        UnreadableFileError: they cannot be read.
    """
    if isinstance(on, str):
        with engine(on) as started:
            return measure(
                sources, questions, terms, margin=margin, on=started, rows=rows, rows_out=rows_out,
                told=told, alone=alone, name=name, step=step,
            )  # fmt: skip
    from zest.measuring.answers import faults, promise, unmeasured
    from zest.measuring.counting import count
    from zest.measuring.material import Rows

    material = Rows(on, sources, terms.as_of)
    reasons = [question.reason or _lacking(question.indicator, sources) for question in questions]
    probes, of_question = _probes(questions, reasons)
    rules = [*_rule_probes(sources, terms)]
    counted = count(material, [*probes, *rules], rows, alone=alone, rows_out=rows_out, step=step)

    def answer(question: Question, reason: str) -> PromiseMeasured:
        if reason:
            return unmeasured(question, reason)
        return promise(question, of_question[_same(question)], counted, margin)

    return Measurement(
        name=name,
        as_of=terms.as_of,
        engine=on.name,
        tables=tuple(_lines(one, counted) for one in told or [TableMeasured(name=name) for name in sources]),
        promises=tuple(answer(q, reason) for q, reason in zip(questions, reasons, strict=True)),
        faults=tuple(found for rule in rules if (found := faults(rule, counted))),
    )


def _lines(table: TableMeasured, counted: "Counted") -> TableMeasured:
    """Add the number of rows that were measured."""
    rows = counted.cells.get(table.name, ())
    return attrs.evolve(table, rows=sum(row["_lignes"] for row in rows)) if rows else table


def _lacking(subject: Indicator | RowRule | None, sources: Mapping[str, Any]) -> str:
    """Say which table a measure would need."""
    needed = (subject.table, *subject.others) if subject else ()
    missing = [name for name in needed if name not in sources]
    return f"Le tableau « {missing[0]} » n'est pas donné." if missing else ""


def _same(question: Question) -> tuple[object, Terms]:
    """What two questions have in common when one measure answers both."""
    return (question.indicator, question.terms)


def _probes(
    questions: Sequence[Question], reasons: Sequence[str]
) -> "tuple[list[Probe], dict[tuple[object, Terms], Probe]]":
    from zest.measuring.plan import Probe

    offers: dict[tuple[object, Terms], list[str]] = {}
    for question, reason in zip(questions, reasons, strict=True):
        if not reason:
            offers.setdefault(_same(question), []).append(question.offer)
    made = {
        same: Probe(name=f"m{rank}", subject=same[0], terms=same[1], offers=tuple(dict.fromkeys(asked)))  # type: ignore[arg-type]  # a question with no reason has a measure
        for rank, (same, asked) in enumerate(offers.items())
    }
    return list(made.values()), made


def _rule_probes(sources: Mapping[str, Any], terms: Terms) -> "Iterator[Probe]":
    from zest.measuring.plan import Probe

    told = {Asked.STRUCTURES: bool(terms.structures), Asked.JOBS: bool(terms.jobs)}
    for rank, rule in enumerate(row_rules()):
        if not _lacking(rule, sources) and all(told.get(asked, True) for asked in rule.asks):
            yield Probe(name=f"r{rank}", subject=rule, terms=terms)
