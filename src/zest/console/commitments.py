"""How each promise stands, with its number of cases; by structure and quarter where there are several."""

from collections.abc import Iterator, Mapping, Sequence

from zest.console.blocks import Block, Fit, Grid, Heading, Line, Prose, Span, text
from zest.console.typography import count, exactly, french, percent
from zest.console.words import STANDINGS
from zest.report import CommitmentReport, MeasureReport, Report, Standing

CELLS = 10
"""Width of a bar."""


def commitments(report: Report) -> Iterator[Block]:
    """Yield the promises of each offer, those that are broken first."""
    if not report.commitments:
        return
    kept = sum(c.overall.standing is Standing.KEPT for c in report.commitments)
    yield Heading(
        "Engagements de service",
        aside=f"{kept} sur {len(report.commitments)} {'tenu' if kept < 2 else 'tenus'}",
    )
    names = {s.key: s.name for s in report.structures}
    offers = dict.fromkeys(c.offer for c in report.commitments)
    for offer in offers:
        if len(offers) > 1:
            yield Heading(f"Offre « {offer} »", level=2)
        for one in sorted((c for c in report.commitments if c.offer == offer), key=_rank):
            yield from _commitment(one, names)


def _rank(one: CommitmentReport) -> int:
    return list(STANDINGS).index(one.overall.standing)


def _commitment(one: CommitmentReport, names: Mapping[str, str]) -> Iterator[Block]:
    mark, word, tone = STANDINGS[one.overall.standing]
    statement = one.statement or one.commitment
    head = (text(f"{mark} {word:<{_WIDEST}}", tone), text(french(statement), "strong"))
    yield Grid(rows=(head, (text(""), _measured(one, tone))), flexible=1)
    if len(one.measures) > 1:
        yield from _detail(one.measures, names)


_WIDEST = max(len(word) for _, word, _ in STANDINGS.values())


def _measured(one: CommitmentReport, tone: str) -> Line:
    asked = f"objectif {exactly(one.target)}" + (f" · {one.threshold}" if one.threshold != "fait" else "")
    if not one.overall.cases:
        return text(f"aucun cas mesuré · {asked}", "dim")
    share = f"({percent(one.overall.kept / one.overall.cases, one.target)})"
    told = f" {one.overall.kept} sur {count(one.overall.cases, 'cas', 'cas')} {share}"
    return (*bar(one.overall, tone), Span(told, "strong"), Span(f" · {asked}", "dim"))


def bar(measure: MeasureReport, tone: str) -> Line:
    """Draw the share of cases that passed, full only when all did."""
    full = measure.kept * CELLS // measure.cases
    return (Span("█" * full, tone), Span("░" * (CELLS - full), "dim"))


def _detail(measures: Sequence[MeasureReport], names: Mapping[str, str]) -> Iterator[Block]:
    quarters = sorted({m.quarter for m in measures})
    keys = list(dict.fromkeys(m.structure for m in measures))
    told = {(m.structure, m.quarter): m for m in measures}
    rows = tuple(
        (text(names.get(key, key)), *(_cell(told.get((key, quarter))) for quarter in quarters))
        for key in keys
    )
    narrow = tuple(
        (text(names.get(m.structure, m.structure)), text(m.quarter, "dim"), _cell(m)) for m in measures
    )
    wide = Grid(rows=rows, head=("", *quarters), indent=16)
    yield Fit(wide=wide, narrow=(Grid(rows=narrow, indent=6),))
    yield Prose(text(""))


def _cell(measure: MeasureReport | None) -> Line:
    if measure is None:
        return text("")
    mark, word, tone = STANDINGS[measure.standing]
    return (Span(f"{mark} {word}", tone), Span(f" {measure.kept}/{measure.cases}", "dim"))
