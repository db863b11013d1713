"""A slide with its title and its foot, and slides that go on where there is more to show."""

from typing import Any

from zest.documents.document import Data
from zest.documents.slides.fitting import Zone, evened, shares
from zest.documents.slides.layouts import EDGE, FREE, WIDE
from zest.documents.slides.pieces import HEIGHT, INK, LIGHT, MARGIN, words

_CARDS, _GAP, _TALLEST = 6, 6.0, 58.0
_TOP, _ROOM = 42.0, 126.0
_FOOT = 266.0


def new_slide(presentation: Any, layout: str, title: str) -> Any:
    """Add a slide of a layout, under a title."""
    slide = presentation.slides.add_slide(presentation.slide_layouts.get_by_name(layout))
    slide.shapes.title.text = title
    return slide


def new_page(presentation: Any, title: str, told: Data) -> Any:
    """Add a slide with its title and its foot.

    Raises:
        Overflow: the name of the collective is too long for the foot.
    """
    slide = new_slide(presentation, FREE, title)
    foot = f"{told['collective']['name']} · {told['sector']['title']} · {told['edition']['words']}"
    line = (f"{foot} · {len(presentation.slides)}", 10, False, INK)
    words(slide, (EDGE, HEIGHT - 13, _FOOT, 6), [line], zone=Zone("le pied de page", "collective.name"))
    return slide


def cards(presentation: Any, title: str, field: str, data: Data, lines: Any) -> None:
    """Add a slide for each six things at most, each on a card of its own.

    Args:
        presentation: which.
        title: of the slides.
        field: key of the things in the data.
        data: of the document.
        lines: from one thing and whether there is much room to what its card says.

    Raises:
        Overflow: a text is too long for its card.
        Unfit: a word is wider than its card.
    """
    told = data[field]
    for part in shares(len(told), _CARDS) if told else ():
        slide = new_page(presentation, f"{title} (suite)" if part.start else title, data)
        columns = min(2, len(part))
        rows = -(-len(part) // columns)
        width = (WIDE - _GAP * (columns - 1)) / columns
        height = min(_TALLEST, (_ROOM - _GAP * (rows - 1)) / rows)
        zones = [Zone(f"{title}, carte {rank + 1}", f"{field}.{rank}") for rank in part]
        said = [lines(told[rank], rows) for rank in part]
        placed = evened(zones, said, width - 2 * MARGIN, height - 2 * MARGIN)
        for rank, (zone, one) in enumerate(placed):
            row, column = divmod(rank, columns)
            box = (EDGE + column * (width + _GAP), _TOP + row * (height + _GAP), width, height)
            words(slide, box, one, zone=zone, fill=LIGHT, middle=True)
