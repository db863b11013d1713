"""The empty presentation: its theme, and three layouts that people find again when they add slides."""

from typing import Any

from zest.documents.slides.pieces import (
    ACCENT,
    HEIGHT,
    PRIMARY,
    SOFT,
    WHITE,
    WIDTH,
    brand,
    drawn,
    emu,
    rectangle,
    slice_of,
)
from zest.documents.slides.theme import keep_layouts, themed
from zest.model.charter import Charter

EDGE = 20.0
WIDE = WIDTH - 2 * EDGE
COVER, PAGE, FREE = "Couverture", "Titre et contenu", "Titre seul"


def empty(charter: Charter) -> Any:
    """Return a presentation without a slide, in the colours of a sector."""
    import pptx
    from pptx.util import Emu

    made = pptx.Presentation()
    made.slide_width, made.slide_height = Emu(emu(WIDTH)), Emu(emu(HEIGHT))
    themed(made, charter)
    keep_layouts(made, {"Title Slide": COVER, "Title and Content": PAGE, "Title Only": FREE})
    for layout in made.slide_layouts:
        _laid_out(layout)
    _placed(made.slide_master)
    return made


def _laid_out(layout: Any) -> None:
    """Draw what each layout has of its own, and put its places where the slides have theirs."""
    if layout.name == COVER:
        drawn(layout, rectangle(0, 0, WIDTH, HEIGHT), PRIMARY, "Fond")
        slice_of(layout, 176, -40, 230, WHITE, alpha=9)
        slice_of(layout, 248, 108, 44, ACCENT)
        slice_of(layout, 288, 142, 20, SOFT)
        brand(layout, EDGE, 32, 26, WHITE)
    else:
        drawn(layout, rectangle(0, 0, WIDTH, 5), PRIMARY, "Filet")
        slice_of(layout, WIDTH - 32, 9, 17, ACCENT)
        brand(layout, WIDTH - EDGE - 16, HEIGHT - 8, 9, PRIMARY)
    _placed(layout)


def _placed(layout: Any) -> None:
    from pptx.enum.shapes import PP_PLACEHOLDER

    cover = layout.name == COVER
    for place in list(layout.placeholders):
        kind = place.placeholder_format.type
        if kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            box = (EDGE, 62, 200, 52) if cover else (EDGE, 14, WIDE - 22, 22)
        elif kind == PP_PLACEHOLDER.SUBTITLE:
            box = (EDGE, 118, 190, 30)
        elif kind in (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT):
            box = (EDGE, 44, WIDE, 122)
        else:
            place._element.getparent().remove(place._element)  # noqa: SLF001  # date, foot and number are our own
            continue
        place.left, place.top, place.width, place.height = (emu(one) for one in box)
        place.text_frame.margin_left = 0
