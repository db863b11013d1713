"""The first slides: the cover, then who the collective is."""

from collections.abc import Sequence
from typing import Any

from zest.documents.document import Data
from zest.documents.ooxml.metrics import width_of
from zest.documents.slides.fitting import AFTER, Line, Zone, evened, scale_of, shares, spare
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
    emu,
    rectangle,
    words,
)

_STRUCTURES = 16
_PILL = 180.0
_MEMBER = 19.6


def cover(presentation: Any, told: Data) -> None:
    """Add the cover."""
    from pptx.enum.text import MSO_ANCHOR

    slide = new_slide(presentation, COVER, told["sector"]["words"]["cover"])
    title, lead = slide.shapes.title, slide.placeholders[1]
    lead.text = f"{told['collective']['name']}\n{told['offer']['territory']}".strip()
    title.text_frame.vertical_anchor, lead.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM, MSO_ANCHOR.TOP
    _set(title, 40, WHITE, Zone("le titre de la couverture", "sector.words.cover"))
    _set(lead, 18, SOFT, Zone("le sous-titre de la couverture", "collective.name"))
    _pill(slide, told["sector"]["title"])


def _set(shape: Any, size: float, colour: str, zone: Zone) -> None:
    """Set the text of a place of the layout; it is smaller than asked where it would overflow."""
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    frame, bold = shape.text_frame, colour == WHITE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    lines = [(line.text, size, bold, colour) for line in frame.paragraphs]
    scale = scale_of(zone, lines, shape.width / emu(1), shape.height / emu(1))
    for line in frame.paragraphs:
        line.alignment, line.font.size, line.font.bold = PP_ALIGN.LEFT, Pt(size * scale), bold
        line.space_before, line.space_after = Pt(0), Pt(size * scale * AFTER)
        coloured(line.font.color, colour)


def _pill(slide: Any, title: str) -> None:
    """Write the name of the sector on a pill as wide as it is, for colours alone never tell one from another."""
    wide = width_of(title, 12, bold=True) * spare(bold=True) + 9
    zone = Zone("le nom du secteur", "sector.title")
    words(
        slide, (EDGE, 40, min(wide, _PILL), 13), [(title, 12, True, INK)], zone=zone, fill=ACCENT, middle=True
    )


def collective(presentation: Any, told: Data) -> None:
    """One slide for the numbers and the members, and one more for each sixteen members that follow."""
    structures = told["structures"]
    for part in shares(len(structures), _STRUCTURES):
        slide = new_page(presentation, "Qui nous sommes (suite)" if part.start else "Qui nous sommes", told)
        if not part.start:
            _numbers(slide, told["figures"])
        _members(slide, structures, part, 44.0 if part.start else 88.0)


def _numbers(slide: Any, figures: Sequence[Data]) -> None:
    width = (WIDE - 6 * (max(1, len(figures)) - 1)) / max(1, len(figures))
    for rank, one in enumerate(figures):
        box = (EDGE + rank * (width + 6), 42, width, 38)
        words(
            slide,
            box,
            [(one["value"], 30, True, PRIMARY), (one["words"], 12, False, INK)],
            zone=Zone("Qui nous sommes, chiffres", f"figures.{rank}"),
            fill=LIGHT,
            middle=True,
        )


def _members(slide: Any, structures: Sequence[Data], part: range, top: float) -> None:
    columns, gap = 4, 6
    width = (WIDE - gap * (columns - 1)) / columns
    zones = [Zone("Qui nous sommes, structures", f"structures.{rank}") for rank in part]
    said = [_member(structures[rank]) for rank in part]
    for rank, (zone, lines) in enumerate(evened(zones, said, width - 4, _MEMBER)):
        row, column = divmod(rank, columns)
        left, high = EDGE + column * (width + gap), top + row * 20
        drawn(slide, rectangle(left, high, 1.2, 15), ACCENT, "Marque")
        words(slide, (left + 4, high, width - 4, _MEMBER), lines, zone=zone)


def _member(one: Data) -> list[Line]:
    where = " · ".join(part for part in (one["kind"], one["city"]) if part)
    return [(one["name"], 13, True, PRIMARY), (where, 11, False, INK)]
