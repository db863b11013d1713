"""Rows at fault of a promise, and of a rule of rows."""

from collections.abc import Iterator

from zest.console.blocks import Block, Fit, Grid, Line, Prose, Span, text
from zest.console.typography import count, french, number
from zest.console.words import SEVERITIES
from zest.measurement import RowAtFault, RowFaults
from zest.notices import NOTICES

INDENT = 15
"""Where what is said below a promise begins."""


def rows_blocks(rows: tuple[RowAtFault, ...], in_all: int) -> Iterator[Block]:
    """Show rows; where there is little room, what a row shows stands below it."""
    if rows:
        wide = tuple((_place(row), text(row.key, "dim"), text(french(row.words))) for row in rows)
        narrow = tuple(
            line
            for row in rows
            for line in (((*_place(row), Span(f"  {row.key}", "dim")),), (text(french(row.words)),))
        )
        below = Grid(rows=narrow, flexible=0, indent=6)
        yield Fit(wide=Grid(rows=wide, flexible=2, indent=INDENT), narrow=(below,))
    if rows and in_all > len(rows):
        words = f"… {number(in_all)} lignes en tout ; « --rows-out FICHIER.csv » les écrit."
        yield Prose(text(french(words), "dim"), indent=INDENT)


def _place(row: RowAtFault) -> Line:
    return text(f"{row.file}:{row.row}", "code")


def fault_blocks(fault: RowFaults) -> Iterator[Block]:
    """Yield what a rule of rows asks, and the rows that break it."""
    notice = NOTICES[fault.code]
    mark, _, tone = SEVERITIES[fault.severity]
    head = (Span(f"{fault.code} ", "code"), Span(french(notice.requirement)))
    yield Grid(
        rows=(
            (text(mark, tone), head),
            (text(""), text(french(f"{fault.table} : {count(fault.rows_in_all, 'ligne')}"), "strong")),
        ),
        flexible=1,
    )
    yield from rows_blocks(fault.rows, fault.rows_in_all)
