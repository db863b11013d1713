"""What python-docx has no word for: backgrounds, edges and lines, written into the XML of cells, rows and paragraphs."""

from collections.abc import Mapping
from typing import Any

from zest.documents.ooxml.drawing import mixed

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def element(name: str, told: Mapping[str, str] | None = None) -> Any:
    """Return an element of WordprocessingML with some attributes of the same space: ``element("w:shd", {"val": "clear"})``."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in (told or {}).items():
        made.set(qn(f"w:{key}"), value)
    return made


def shade(cell: Any, colour: str) -> None:
    """Give a cell its background."""
    told = {"val": "clear", "color": "auto", "fill": colour[1:]}
    cell._tc.get_or_add_tcPr().append(element("w:shd", told))  # noqa: SLF001  # no public way


def edge(cell: Any, colour: str) -> None:
    """Give a cell a line below."""
    borders = element("w:tcBorders")
    borders.append(element("w:bottom", {"val": "single", "sz": "8", "space": "0", "color": colour[1:]}))
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001  # idem


def rule(line: Any, colour: str, side: str) -> None:
    """Give a paragraph a line above or below."""
    told = {"val": "single", "sz": "6", "space": "5", "color": mixed(colour, "#ffffff", 0.85)}
    borders = element("w:pBdr")
    borders.append(element(f"w:{side}", told))
    line._p.get_or_add_pPr().append(borders)  # noqa: SLF001  # idem


def bare(table: Any) -> None:
    """Take the edges of a table away, and set its cells flush with the text."""
    properties = table._tbl.tblPr  # noqa: SLF001  # idem
    borders = element("w:tblBorders")
    for side in _SIDES:
        borders.append(element(f"w:{side}", {"val": "nil"}))
    properties.append(borders)
    if properties.find(borders.tag.replace("tblBorders", "tblLayout")) is None:
        properties.append(element("w:tblLayout", {"type": "fixed"}))


def whole(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001  # idem


def small(line: Any, height: float = 0.7) -> None:
    """Make an empty paragraph exactly so many millimetres high."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Mm, Pt

    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Mm(height)
