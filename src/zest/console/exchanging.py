"""What an exchange with a platform carried over, what it lost field by field, what was wrong in the source."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from zest.console.blocks import Block, Grid, Heading, Span, text
from zest.console.typography import count, french
from zest.findings import Finding

MOST = 50
"""Findings that are shown one by one; JSON holds them all."""


def exchange_blocks(
    title: str, figures: tuple[int, int], losses: Iterable[tuple[str, str, int]], findings: Sequence[Finding]
) -> Iterator[Block]:
    """Yield the report of an exchange.

    Args:
        title: source and target.
        figures: records read, objects made of them.
        losses: field, reason, count.
        findings: what was wrong in the source.
    """
    read, made = figures
    yield Heading(title, aside=f"{count(read, 'lu', 'lus')}, {count(made, 'repris', 'repris')}")
    rows = [
        (text(count(n, "fois", "fois"), "strong"), text(field, "code"), text(french(why)))
        for field, why, n in losses
    ]
    if rows:
        yield Heading("Ce qui n'est pas repris", level=2)
        yield Grid(rows=tuple(rows), flexible=2)
    if findings:
        yield Heading(f"Ce qui est fautif dans la source ({count(len(findings), 'constat')})", level=2)
        shown = [((Span(str(one.place), "code"),), text(french(one.message))) for one in findings[:MOST]]
        yield Grid(rows=tuple(shown), flexible=1)
    if len(findings) > MOST:
        files = Counter(one.place.file for one in findings[MOST:])
        yield Heading(
            f"… et {count(sum(files.values()), 'constat')} de plus : « --format json » les donne tous.",
            level=2,
        )
