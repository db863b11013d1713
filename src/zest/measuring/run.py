"""``measure``: questions and rows in, how promises stand out."""

import contextlib
import gc
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from zest.engines import Engine, engine
from zest.engines.columns import unreadable
from zest.engines.protocol import Lake
from zest.indicators.indicator import Indicator
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Asked, Terms
from zest.measurement import Measurement, TableMeasured
from zest.measuring.asking import Question
from zest.measuring.catalogue import row_rules

if TYPE_CHECKING:
    from zest.measuring.answers import Counted
    from zest.measuring.lacking import Lacking
    from zest.measuring.probe import Probe

FIRST = 1_000
"""Rows at fault that are shown for each promise and each rule, unless more are asked for."""


@attrs.frozen(kw_only=True)
class Request:
    """What to measure, and how much to tell of it.

    Attributes:
        questions: promises to measure.
        terms: what the rules of rows are told.
        margin: how far below its target a promise is *at risk* and not yet *broken*, as a share.
        rows: how many rows at fault are shown for each promise and each rule.
        rows_out: a ``.csv`` or ``.parquet`` file for all of them.
        told: what was read of each table.
        name: of the collective.
    """

    questions: Sequence[Question]
    terms: Terms
    margin: float
    rows: int = FIRST
    rows_out: Path | None = None
    told: Sequence[TableMeasured] = ()
    name: str = ""


def measure(
    sources: Mapping[str, Any],
    asked: Request,
    on: str | Engine = "polars",
    step: Callable[[str], None] = lambda _: None,
) -> Measurement:
    """Measure promises and rows on an engine.

    Args:
        sources: for each table, a canonical polars frame, or a :class:`zest.engines.protocol.Lake`.
        asked: what to measure.
        on: name of an engine, or one that runs already.
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
            return measure(sources, asked, started, step)
    from zest.measuring.answers import faults, promise, unmeasured
    from zest.measuring.counting import count
    from zest.measuring.material import Rows
    from zest.measuring.trial import broken

    reasons = [
        question.reason or _lacking(question.indicator, sources) or broken(question)
        for question in asked.questions
    ]
    probes = _probes(asked.questions, reasons)
    rules = list(_rule_probes(sources, asked.terms))
    by_offer = any(one.offer for one in asked.questions)
    material = Rows(on, sources, asked.terms.as_of, by_offer=by_offer, offers=asked.terms.offers)
    with _damage(on, sources):
        counted = count(material, [*probes.values(), *rules], asked.rows, rows_out=asked.rows_out, step=step)
    found = (faults(rule, counted) for rule in rules)
    told = asked.told or [TableMeasured(name=name) for name in sources]
    with _no_collector():
        return Measurement(
            name=asked.name,
            as_of=asked.terms.as_of,
            engine=on.name,
            tables=tuple(_lines(one, counted, material.lacking.get(one.name)) for one in told),
            promises=tuple(
                unmeasured(one, reason) if reason else promise(one, probes[_same(one)], counted, asked.margin)
                for one, reason in zip(asked.questions, reasons, strict=True)
            ),
            faults=tuple(one for one in found if one),
        )


@contextlib.contextmanager
def _no_collector() -> Generator[None, None, None]:
    """Keep the collector of garbage away from objects made by the thousand, of which none is any yet."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextlib.contextmanager
def _damage(on: Engine, sources: Mapping[str, Any]) -> Generator[None, None, None]:
    """Name the file of a lake that an engine could not read to its end: a good footer says nothing of the rows.

    Raises:
        UnreadableFileError: there is such a file.
    """
    try:
        yield
    except Exception as error:
        lakes = [source.paths for source in sources.values() if isinstance(source, Lake)]
        file = next(filter(None, (on.damaged(paths, error) for paths in lakes)), "")
        if not file:
            raise
        raise unreadable(file) from error


def _lines(table: TableMeasured, counted: "Counted", lacking: "Lacking | None") -> TableMeasured:
    """Add the number of rows that were measured, and those of a lake that could not be."""
    if lacking is not None:
        findings = (*table.findings, *lacking.findings)
        table = attrs.evolve(table, aside=table.aside + lacking.rows, findings=findings)
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


def _probes(questions: Sequence[Question], reasons: Sequence[str]) -> "dict[tuple[object, Terms], Probe]":
    """Return one probe for each measure and terms, with the promises that ask for it."""
    from zest.measuring.probe import Probe

    promises: dict[tuple[object, Terms], list[tuple[str, str]]] = {}
    for question, reason in zip(questions, reasons, strict=True):
        if not reason:
            promises.setdefault(_same(question), []).append((question.commitment.key, question.offer))
    return {
        same: Probe(name=f"m{rank}", subject=same[0], terms=same[1], promises=tuple(asked))  # type: ignore[arg-type]  # a question with no reason has a measure
        for rank, (same, asked) in enumerate(promises.items())
    }


def _rule_probes(sources: Mapping[str, Any], terms: Terms) -> "Iterator[Probe]":
    from zest.measuring.probe import Probe

    told = {Asked.STRUCTURES: terms.structures, Asked.JOBS: terms.jobs, Asked.OFFERS: terms.offers}
    for rank, rule in enumerate(row_rules()):
        if not _lacking(rule, sources) and all(told.get(asked, True) for asked in rule.asks):
            yield Probe(name=f"r{rank}", subject=rule, terms=terms)
