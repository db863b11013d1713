"""Promises that were measured, the worst first."""

from collections.abc import Iterator

from zest.console.blocks import Block, Grid, Heading, Line, Prose, Span, text
from zest.console.commitments import bar
from zest.console.quarters import WORST, quarter_blocks
from zest.console.rows_at_fault import rows_blocks
from zest.console.typography import count, exactly, french, number, percent, singular
from zest.console.words import STANDINGS
from zest.measurement import Measurement, PromiseMeasured
from zest.report import Standing


def promise_blocks(told: Measurement) -> Iterator[Block]:
    """Yield what each promise is worth, with its table of quarters and its rows at fault."""
    measured = [promise for promise in told.promises if not promise.reason]
    if not measured:
        return
    kept = sum(promise.overall.standing is Standing.KEPT for promise in measured)
    yield Heading(
        "Engagements mesurés", aside=f"{kept} sur {len(measured)} {'tenu' if kept < 2 else 'tenus'}"
    )
    for rank, promise in enumerate(sorted(measured, key=lambda one: WORST.index(one.overall.standing))):
        if rank:
            yield Prose(text(""))
        yield from _promise(promise)


def _promise(promise: PromiseMeasured) -> Iterator[Block]:
    mark, word, tone = STANDINGS[promise.overall.standing]
    name = Span(french(promise.statement or promise.commitment), "strong")
    key = Span(f"  {promise.commitment}", "dim")
    rows: list[tuple[Line, ...]] = [(text(f"{mark} {word:<10}", tone), (name, key))]
    rows.append((text(""), _figures(promise, tone)))
    if promise.untold:
        share = percent(promise.share or 0)
        verb = "ne dit" if promise.untold < 2 else "ne disent"
        words = f"{count(promise.untold, 'ligne')} {verb} pas assez : {share} ont pu être jugées."
        rows.append((text(""), text(french(words), "doubt")))
    yield Grid(rows=tuple(rows), flexible=1)
    if len(promise.measures) > 1:
        yield from quarter_blocks(promise.measures)
    yield from rows_blocks(promise.rows, promise.rows_in_all)


def _figures(promise: PromiseMeasured, tone: str) -> Line:
    overall = promise.overall
    bound = f" · {promise.threshold}" if promise.threshold != "fait" else ""
    asked = f" · objectif {exactly(promise.target)}{bound}"
    if not overall.cases:
        return text(french(f"effectif trop petit pour être publié{asked}"), "dim")
    share = percent(overall.kept / overall.cases, promise.target)
    unit = promise.unit if overall.cases > 1 else singular(promise.unit)
    told = f" {number(overall.kept)} sur {number(overall.cases)} {unit} ({share})"
    return (*bar(overall, tone), Span(french(told), "strong"), Span(french(asked), "dim"))
