"""Straight quotes that do not pair: one of them would swallow the rest of the file."""

import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from zest.tables.encodings import blocks
from zest.tables.faults import Faults

LONGEST: Final = 50
"""Lines that one quoted cell may spread over."""

_ODD: Final = re.compile(rb'(?m)^[^"\n]*+"(?:[^"\n]*+"[^"\n]*+")*+[^"\n]*+$')


def unpaired(path: Path) -> bool:
    """Whether a line of the file holds an odd number of quotes."""
    return any(_ODD.search(block) for block in blocks(path))


def mend(source: Path, target: Path, separator: str, width: int, faults: Faults) -> None:
    """Copy a file; a quote that opens a cell over several lines stays, another one becomes a plain sign.

    Args:
        source: file in UTF-8.
        target: its copy.
        separator: of its cells.
        width: number of cells of its header.
        faults: where to tell which rows were mended.
    """
    with (
        source.open(encoding="utf-8", newline="\n") as lines,
        target.open("w", encoding="utf-8", newline="\n") as out,
    ):
        waiting: deque[str] = deque()
        for row, record in enumerate(_records(lines, waiting, separator, width), 1):
            if record.count('"') % 2 == 0:
                out.write(record)
                continue
            faults.add(
                "Z007",
                f"Un guillemet de la ligne {row} n'est pas refermé ; la ligne a été lue sans lui.",
                row=row,
                about=(f"ligne {row}",),
            )
            out.write(_without_quotes(record, separator))


def _records(lines: Iterator[str], waiting: deque[str], separator: str, width: int) -> Iterator[str]:
    while line := waiting.popleft() if waiting else next(lines, ""):
        if line.count('"') % 2 == 0:
            yield line
            continue
        taken = [line]
        while len(taken) < LONGEST and (more := waiting.popleft() if waiting else next(lines, "")):
            taken.append(more)
            if more.count('"') % 2:
                break
        whole = "".join(taken)
        if len(taken) > 1 and _is_record(whole, separator, width):
            yield whole
        else:
            waiting.extendleft(reversed(taken[1:]))
            yield line


def _is_record(text: str, separator: str, width: int) -> bool:
    """Whether several lines are one record: their quotes open and close where cells do."""
    if text.count('"') % 2:
        return False
    sign = re.escape(separator)
    cell = rf'(?:"(?:[^"]|"")*+"|[^"\n{sign}]*+)'
    return re.fullmatch(rf"{cell}(?:{sign}{cell}){{0,{width - 1}}}\r?\n?", text) is not None


def _without_quotes(line: str, separator: str) -> str:
    bare = line.rstrip("\r\n")
    cells = (_requoted(cell) for cell in bare.split(separator))
    return separator.join(cells) + line[len(bare) :]


def _requoted(cell: str) -> str:
    inner = cell[1:].removesuffix('"') if cell.startswith('"') else cell
    return '"' + inner.replace('"', '""') + '"' if '"' in inner else inner
