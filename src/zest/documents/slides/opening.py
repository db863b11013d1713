"""The first slides: the cover, then who the collective is."""

from collections.abc import Sequence
from typing import Any

from zest.documents.document import Data
from zest.documents.slides.layouts import COVER, EDGE, WIDE
from zest.documents.slides.page import new_page, new_slide
from zest.documents.slides.pieces import (
    ACCENT,
    INK,
    LIGHT,
    PRIMARY,
    SOFT,
    WHITE,
    coloured,
    drawn,
    rectangle,
    words,
)

_STRUCTURES = 16


def cover(presentation: Any, told: Data) -> None:
    """Add the cover."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    slide = new_slide(presentation, COVER, told["sector"]["words"]["cover"])
    title, lead = slide.shapes.title, slide.placeholders[1]
    lead.text = f"{told['collective']['name']}\n{told['offer']['territory']}".strip()
    title.text_frame.vertical_anchor, lead.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM, MSO_ANCHOR.TOP
    for shape, size, colour in ((title, 40, WHITE), (lead, 18, SOFT)):
        shape.text_frame.margin_left = 0
        for line in shape.text_frame.paragraphs:
            line.alignment, line.font.size, line.font.bold = PP_ALIGN.LEFT, Pt(size), size > 18
            coloured(line.font.color, colour)
    pill = 12 + 2.5 * len(told["sector"]["title"])
    words(slide, (EDGE, 42, pill, 9), [(told["sector"]["title"], 12, True, INK)], fill=ACCENT, middle=True)


def collective(presentation: Any, told: Data) -> None:
    """One slide for the numbers and the members, and one more for each sixteen members that follow."""
    structures = told["structures"]
    for first in range(0, max(1, len(structures)), _STRUCTURES):
        slide = new_page(presentation, "Qui nous sommes" if not first else "Qui nous sommes (suite)", told)
        top = 44.0
        if not first:
            _numbers(slide, told["figures"])
            top = 88.0
        _members(slide, structures[first : first + _STRUCTURES], top)


def _numbers(slide: Any, figures: Sequence[Data]) -> None:
    width = (WIDE - 6 * (max(1, len(figures)) - 1)) / max(1, len(figures))
    for rank, one in enumerate(figures):
        box = (EDGE + rank * (width + 6), 42, width, 38)
        words(
            slide,
            box,
            [(one["value"], 30, True, PRIMARY), (one["words"], 12, False, INK)],
            fill=LIGHT,
            middle=True,
        )


def _members(slide: Any, structures: Sequence[Data], top: float) -> None:
    columns, gap = 4, 6
    width = (WIDE - gap * (columns - 1)) / columns
    for rank, one in enumerate(structures):
        row, column = divmod(rank, columns)
        box = (EDGE + column * (width + gap), top + row * 20, width, 18)
        where = " · ".join(part for part in (one["kind"], one["city"]) if part)
        drawn(slide, rectangle(box[0], box[1], 1.2, 15), ACCENT, "Marque")
        words(
            slide,
            (box[0] + 4, box[1], width - 4, 18),
            [(one["name"], 13, True, PRIMARY), (where, 11, False, INK)],
        )
