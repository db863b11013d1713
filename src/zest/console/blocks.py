"""The shapes of an answer, before anyone knows where it is written.

Named tuples rather than attrs classes: a check in a pipe would pay for their making and gain nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of text in one style, which the plain writer ignores: colour never speaks alone."""

    text: str
    style: str = ""


Line = tuple[Span, ...]
"""What stands on one line, or in one cell."""


class Banner(NamedTuple):
    """The verdict, first thing read.

    Attributes:
        title: mark and verdict.
        tone: ``good``, ``bad`` or ``doubt``.
        name: of whom.
        aside: the day.
        lines: what else is said of the whole.
        body: what the panel holds.
    """

    title: str
    tone: str
    name: str
    aside: str
    lines: tuple[Line, ...]
    body: "Fit"


class Heading(NamedTuple):
    """The title of a part; level 2 is a subject within a part."""

    text: str
    aside: str = ""
    level: int = 1


class Grid(NamedTuple):
    """Rows of cells in columns.

    Attributes:
        rows: each as many cells as the others; an empty cell leaves its place empty.
        head: headings of the columns, if any.
        flexible: index of the column that takes the room left and wraps.
        indent: number of signs before.
    """

    rows: tuple[tuple[Line, ...], ...]
    head: tuple[str, ...] = ()
    flexible: int = -1
    indent: int = 2


class Prose(NamedTuple):
    """A line of running text."""

    line: Line
    indent: int = 2


class Fit(NamedTuple):
    """A wide form where there is room for it, a narrow one elsewhere; the wide one where width is no matter."""

    wide: Grid
    narrow: "tuple[Block, ...]"


Block = Banner | Heading | Grid | Prose | Fit


def text(words: str, style: str = "") -> Line:
    """Make a line of one piece."""
    return (Span(words, style),)


_BLANKS = (9, 10, 13)
_DRIVING = frozenset({*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}) - {
    *_BLANKS
}
"""What drives a terminal or turns the reading round, but for the blanks that lay a text out."""

_HARMLESS: Mapping[int, str] = MappingProxyType(dict.fromkeys(_DRIVING, "\ufffd"))
_SIGNS: Mapping[int, str] = MappingProxyType({**_HARMLESS, **dict.fromkeys(_BLANKS, " ")})
_ESCAPED: Mapping[int, str] = MappingProxyType({sign: f"\\u{sign:04x}" for sign in _DRIVING})


def clean(words: str) -> str:
    """Take from a text what would move the cursor, end the line or turn the reading round."""
    return words.translate(_SIGNS)


def harmless(words: str) -> str:
    """Take from a whole text, whose lines stay, what would drive the terminal that shows it."""
    return words.translate(_HARMLESS)


def escaped(json: str) -> str:
    """Write a JSON text so that it drives no terminal: a program reads the very same values."""
    return json.translate(_ESCAPED)


def bare(line: Line) -> str:
    """Return a line without its styles."""
    return clean("".join(span.text for span in line))
