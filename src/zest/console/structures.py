"""Structures × conditions: a mark and a word in each cell."""

from collections.abc import Iterator

from zest.console.blocks import Block, Fit, Grid, Heading, Line, Span, text
from zest.console.typography import count, listed
from zest.console.words import MARKS
from zest.report import Mark, Report, StructureReport

GOOD = (Mark.MET, Mark.WAIVED, Mark.NOT_ASKED)


def structures(report: Report) -> Iterator[Block]:
    """Yield the table, or nothing when no rule fills a column of it."""
    if report.structures and report.columns:
        sound = sum(all(mark in GOOD for mark in s.marks) for s in report.structures)
        total = count(len(report.structures), "structure")
        yield Heading("Structures et conditions", aside=f"{sound} en règle sur {total}")
        yield Fit(wide=_table(report), narrow=tuple(_narrow(report)))


def _table(report: Report) -> Grid:
    rows = tuple((_name(s), *(_cell(mark) for mark in s.marks)) for s in report.structures)
    return Grid(rows=rows, head=("Structure", *report.columns))


def _name(structure: StructureReport) -> Line:
    kind = (Span(f" {structure.kind}", "dim"),) if structure.kind else ()
    return (Span(structure.name, "strong"), *kind)


def _cell(mark: Mark) -> Line:
    sign, word, tone = MARKS[mark]
    return text(f"{sign} {word}", tone)


def _narrow(report: Report) -> Iterator[Block]:
    """Turn the table: for each structure, the conditions under each mark, the worst first."""
    for structure in report.structures:
        met = sum(mark in GOOD for mark in structure.marks)
        aside = f"{met} sur {len(structure.marks)}"
        yield Heading(f"{structure.name} {structure.kind}".rstrip(), aside=aside, level=2)
        rows = tuple(_conditions(structure, report.columns))
        yield Grid(rows=rows, flexible=1, indent=4)


def _conditions(structure: StructureReport, columns: tuple[str, ...]) -> Iterator[tuple[Line, ...]]:
    for mark in MARKS:
        under = [head for head, its in zip(columns, structure.marks, strict=True) if its is mark]
        if under:
            yield _cell(mark), text(listed(under), "dim" if mark in GOOD else "")
