"""How wide a text is in the face of the kit, and on how many lines it stands: nobody looks where Word breaks them.

Widths are those of the two cuts that Word files embed, without kerning, which only draws signs together.
"""

import functools
import json
import math
import re
from collections.abc import Iterable
from pathlib import Path

import attrs

from zest.console.typography import THIN

POINT = 25.4 / 72
"""Millimetres."""
LEADING = 1.2
"""Height of a line of the face, for a size of one."""
_EM = 1000
_PIECES = re.compile(r"[^ \t\n-]*-+|[^ \t\n-]+|[ \t]+")


@attrs.frozen
class Breaks:
    """How a text stands between two edges.

    Attributes:
        lines: how many.
        widest: the longest piece that no line breaks.
        width: of that piece, millimetres.
    """

    lines: int
    widest: str
    width: float


class _Widths(dict[str, int]):
    """Widths of the signs of a cut; one that it lacks takes a whole em."""

    def __missing__(self, _: str) -> int:
        return _EM


@functools.cache
def _widths(cut: str) -> _Widths:
    made = _Widths(json.loads((Path(__file__).parent / "widths.json").read_text("ascii"))[cut])
    # The face lacks the narrow no-break space: another's stands for it.
    made[THIN] = made[" "]
    return made


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line, in millimetres; a sign that the face lacks counts for a whole em.

    Args:
        text: the words.
        size: in points.
        bold: whether they are.
    """
    known = _widths("bold" if bold else "regular")
    return sum(map(known.__getitem__, text)) / _EM * size * POINT


@functools.lru_cache(maxsize=4096)
def broken(text: str, room: float, size: float, *, bold: bool = False) -> Breaks:
    """Return how a text stands in ``room`` millimetres: broken at spaces and after hyphens, or else anywhere.

    Args:
        text: the words; each line of theirs begins a new one.
        room: millimetres between the edges.
        size: in points.
        bold: whether they are.
    """
    told = [_line(line, room, size, bold) for line in text.split("\n")]
    widest = max(told, key=lambda one: one.width)
    return attrs.evolve(widest, lines=sum(one.lines for one in told))


def _line(text: str, room: float, size: float, bold: bool) -> Breaks:  # noqa: FBT001  # two calls, both here
    pieces = [(piece, width_of(piece, size, bold=bold)) for piece in _PIECES.findall(text)]
    widest = max((one for one in pieces if one[0].strip(" \t")), key=lambda one: one[1], default=("", 0.0))
    return Breaks(lines=_count(pieces, room), widest=widest[0], width=widest[1])


def _count(pieces: Iterable[tuple[str, float]], room: float) -> int:
    """Return the number of lines; a space at the end of one takes no room."""
    lines, used, waiting = 1, 0.0, 0.0
    for piece, width in pieces:
        if not piece.strip(" \t"):
            waiting = width
        elif used and used + waiting + width > room:
            lines, used, waiting = lines + 1, width, 0.0
        else:
            used, waiting = used + waiting + width, 0.0
        if used > room:
            lines, used = lines + math.ceil(used / room) - 1, used % room
    return lines
