"""What slides are made of; colours are those of the theme, so that a change of theme changes everything."""

import importlib
from collections.abc import Iterable, Sequence
from typing import Any

from zest.documents.ooxml.drawing import Shape, citrus, cut, path_xml, placed, wordmark
from zest.documents.slides.fitting import AFTER, Line, Zone, scale_of

WIDTH, HEIGHT = 338.67, 190.5
"""Millimetres of a slide, 16:9."""
_EMU = 36_000
MARGIN = 4.0
"""Millimetres between the edge of a card and its text."""
WHITE, INK, PRIMARY, ACCENT, LIGHT, SOFT = "bg1", "tx1", "tx2", "accent2", "bg2", "accent3"


def emu(length: float) -> int:
    """Return millimetres in the unit of a slide."""
    return round(length * _EMU)


def drawn(slide: Any, shapes: Iterable[Shape], colour: str, name: str, *, alpha: int = 100) -> None:
    """Draw polygons in millimetres; decoration, so that nobody reads them out.

    Args:
        slide: or layout.
        shapes: the polygons.
        colour: of the theme.
        name: of the shape.
        alpha: how much of it covers what is below, in percent.
    """
    # Without types of its own.
    etree: Any = importlib.import_module("lxml.etree")

    rank = len(slide.shapes) + 900
    tint = f"<a:alpha val='{alpha * 1000}'/>" if alpha < 100 else ""
    xml = (
        "<p:sp xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'"
        " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
        f"<p:nvSpPr><p:cNvPr id='{rank}' name='{name}' descr=''><a:extLst><a:ext uri='{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}'>"
        "<adec:decorative xmlns:adec='http://schemas.microsoft.com/office/drawing/2017/decorative' val='1'/></a:ext></a:extLst>"
        "</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn='1'/></p:nvSpPr>"
        f"<p:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{emu(WIDTH)}' cy='{emu(HEIGHT)}'/></a:xfrm>"
        f"{path_xml(shapes, WIDTH, HEIGHT, 100)}<a:solidFill><a:schemeClr val='{colour}'>{tint}</a:schemeClr></a:solidFill>"
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
    tree = slide.shapes._spTree  # noqa: SLF001  # no public way to a custom geometry
    tree.insert(
        2 + sum(1 for one in tree if "userDrawn" in etree.tostring(one).decode()), etree.fromstring(xml)
    )


def rectangle(left: float, top: float, width: float, height: float) -> list[Shape]:
    """Return a rectangle as a polygon."""
    return [[(left, top), (left + width, top), (left + width, top + height), (left, top + height)]]


def brand(slide: Any, left: float, foot: float, size: float, colour: str) -> None:
    """Draw the wordmark, its foot at a height."""
    width, letters = wordmark()
    drawn(slide, placed(letters, left, foot, size), colour, "zest")
    drawn(
        slide,
        placed(citrus(), left + width * size + 0.4, foot - size * 0.74, size * 0.36),
        ACCENT,
        "zest, tranche",
    )


def slice_of(slide: Any, x: float, y: float, size: float, colour: str, *, alpha: int = 100) -> None:
    """Draw a slice of citrus, cut by the edges of the slide."""
    drawn(slide, cut(placed(citrus(), x, y, size), WIDTH, HEIGHT), colour, "Tranche", alpha=alpha)


def words(
    slide: Any,
    box: tuple[float, float, float, float],
    lines: Sequence[Line],
    *,
    zone: Zone,
    fill: str = "",
    middle: bool = False,
) -> Any:
    """Write lines in a box, on a card where ``fill`` is told; smaller than asked where they would overflow it.

    Raises:
        Overflow: they are too long for the box at the smallest size.
        Unfit: a word is wider than the box.
    """
    from pptx.enum.text import MSO_ANCHOR

    margin = MARGIN if fill else 0.0
    scale = scale_of(zone, lines, box[2] - 2 * margin, box[3] - 2 * margin)
    shape = _card(slide, box, fill) if fill else slide.shapes.add_textbox(*map(emu, box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = emu(margin)
    for rank, (text, size, bold, colour) in enumerate(lines):
        line = frame.paragraphs[0] if rank == 0 else frame.add_paragraph()
        _written(line, (text, size * scale, bold, colour))
    return shape


def _written(line: Any, told: Line) -> None:
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    text, size, bold, colour = told
    line.alignment, line.space_after = PP_ALIGN.LEFT, Pt(size * AFTER)
    run = line.add_run()
    run.text, run.font.size, run.font.bold = text, Pt(size), bold
    coloured(run.font.color, colour)


def _card(slide: Any, box: tuple[float, float, float, float], fill: str) -> Any:
    from pptx.enum.shapes import MSO_SHAPE

    shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *map(emu, box))
    shape.adjustments[0] = min(0.5, 2.5 / min(box[2], box[3]))
    _filled(shape, fill)
    return shape


def _filled(shape: Any, colour: str) -> None:
    from pptx.oxml.ns import qn

    shape.fill.solid()
    coloured(shape.fill.fore_color, colour)
    shape.line.fill.background()
    # Its style brings the shadow of the theme.
    style = shape._element.find(qn("p:style"))  # noqa: SLF001  # no public way
    shape._element.remove(style)  # noqa: SLF001  # idem


def coloured(told: Any, colour: str) -> None:
    """Give a colour of the theme."""
    from pptx.enum.dml import MSO_THEME_COLOR

    told.theme_color = {
        WHITE: MSO_THEME_COLOR.BACKGROUND_1, INK: MSO_THEME_COLOR.TEXT_1, PRIMARY: MSO_THEME_COLOR.TEXT_2,
        ACCENT: MSO_THEME_COLOR.ACCENT_2, LIGHT: MSO_THEME_COLOR.BACKGROUND_2, SOFT: MSO_THEME_COLOR.ACCENT_3,
    }[colour]  # fmt: skip
