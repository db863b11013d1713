"""What a Word page holds, measured: paragraphs, rows and cells, each read once.

Nobody but Word knows where Word ends a page; this comes near, by the metrics of the face that the file embeds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from zest.documents.ooxml.metrics import LEADING, POINT, Breaks, broken
from zest.documents.word.looks import TWIP, Style, W, changed, child

_SAID: Mapping[str, str] = MappingProxyType({f"{W}t": "", f"{W}tab": " ", f"{W}br": "\n"})
"""What stands for each part of a run; nothing for its own text."""

_P, _TABLE, _RUN, _RUN_LOOK = (W + name for name in ("p", "tbl", "r", "rPr"))
_CELL = 2 * 108 * TWIP
"""Margins of a cell at both its sides."""


@attrs.frozen
class Line:
    """A paragraph as it stands.

    Attributes:
        element: of the file.
        text: what it says.
        style: how it looks.
        name: of its style.
        room: between its edges, millimetres.
    """

    element: Any
    text: str
    style: Style
    name: str
    room: float

    def breaks(self, scale: float = 1.0) -> Breaks:
        """Return where it breaks at a share of its size."""
        return broken(self.text, self.room, self.style.size * scale, bold=self.style.bold)

    def height(self, scale: float = 1.0) -> float:
        """Return the height of its lines alone, in millimetres."""
        one = self.style.exact or self.style.size * scale * POINT * LEADING * self.style.leading
        return self.breaks(scale).lines * one


@attrs.frozen
class Row:
    """A row of a table.

    Attributes:
        cells: what each holds.
        least: height that is set, millimetres.
        exact: whether what is taller is cut.
    """

    cells: "Sequence[Sequence[Block]]"
    least: float = 0.0
    exact: bool = False

    def height(self) -> float:
        """Return its height, in millimetres: that of its tallest cell, or the one that is set."""
        return self.least if self.exact else max(self.least, *map(height_of, self.cells))


Block: TypeAlias = Line | Row


def blocks_of(container: Any, styles: Mapping[str, Style], width: float) -> list[Block]:
    """Return what a body, a header or a cell holds, in a column so wide."""
    made: list[Block] = []
    for one in container:
        if one.tag == _P:
            made.append(_line(one, styles, width))
        elif one.tag == _TABLE:
            made += [_row(row, styles) for row in one.iterchildren(f"{W}tr")]
    return made


def _row(row: Any, styles: Mapping[str, Style]) -> Row:
    told = child(child(row, "trPr"), "trHeight")
    cells = [blocks_of(cell, styles, _width(cell)) for cell in row.iterchildren(f"{W}tc")]
    if told is None:
        return Row(cells)
    return Row(cells, int(told.get(f"{W}val")) * TWIP, told.get(f"{W}hRule") == "exact")


def _width(cell: Any) -> float:
    return int(child(child(cell, "tcPr"), "tcW").get(f"{W}w")) * TWIP - _CELL


def _line(element: Any, styles: Mapping[str, Style], width: float) -> Line:
    """Return one paragraph; it counts as bold where one word of it is."""
    properties = child(element, "pPr")
    told = child(properties, "pStyle")
    name = told.get(f"{W}val") if told is not None else "Normal"
    style = styles.get(name, Style())
    if properties is not None and len(properties) > (told is not None):
        style = changed(properties, None, style)
    text = []
    for run in element.iter(_RUN):
        for node in run:
            if node.tag == _RUN_LOOK and len(node):
                style = attrs.evolve(style, bold=style.bold or changed(None, node, style).bold)
            elif node.tag in _SAID:
                text.append(_SAID[node.tag] or node.text or "")
    return Line(element, "".join(text), style, name, width - style.sides)


def lines_in(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield every paragraph, those of rows as well."""
    for one in blocks:
        if isinstance(one, Line):
            yield one
        else:
            for cell in one.cells:
                yield from lines_in(cell)


def height_of(blocks: Sequence[Block]) -> float:
    """Return the height of a column, in millimetres; neighbours of a style that stands close have nothing between."""
    made, last = 0.0, None
    for one in blocks:
        made += one.height()
        if isinstance(one, Line):
            near = one.style.close and last is not None and last.name == one.name
            made += one.style.after + (-one.style.after if near else one.style.before)
        last = one if isinstance(one, Line) else None
    return made
