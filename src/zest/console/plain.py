"""Blocks as plain text: the same words as on a terminal, no colour, no wrapping, no width."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from zest.console.blocks import Banner, Block, Grid, Heading, Line, Prose, bare, clean


def plain(blocks: Iterable[Block]) -> str:
    """Return the text, ended by a newline."""
    return "".join(f"{line.rstrip()}\n" for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Banner():
            yield clean(f"{block.title} · {block.name} · {block.aside}")
            yield from (bare(line) for line in block.lines)
            yield ""
            yield from grid(block.body.wide)
        case Heading():
            yield ""
            yield clean(f"{block.text} ({block.aside})" if block.aside else block.text)
            if block.level == 1:
                yield "─" * width(clean(block.text))
        case Grid():
            yield from grid(block)
        case Prose():
            yield " " * block.indent + bare(block.line)
        case _:
            yield from grid(block.wide)


def grid(block: Grid) -> Iterator[str]:
    """Align the columns."""
    rows = [[bare(cell) for cell in row] for row in block.rows]
    if block.head:
        rows.insert(0, list(block.head))
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield " " * block.indent + "  ".join(_pad(row, widths))


def _pad(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for cell, wide in zip(row, widths, strict=True):
        yield cell + " " * (wide - width(cell))


def width(text: str) -> int:
    """Return how many columns a text takes, as terminals count."""
    if text.isascii():
        return len(text)
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def line_width(line: Line) -> int:
    """Return how many columns a line takes."""
    return width(bare(line))
