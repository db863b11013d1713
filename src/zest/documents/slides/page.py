"""A slide with its title and its foot, and slides that go on where there is more to show."""

from collections.abc import Iterator, Sequence
from typing import Any

from zest.documents.document import Data
from zest.documents.slides.layouts import EDGE, FREE
from zest.documents.slides.pieces import HEIGHT, INK, words

_CARDS = 6


def new_slide(presentation: Any, layout: str, title: str) -> Any:
    """Add a slide of a layout, under a title."""
    slide = presentation.slides.add_slide(presentation.slide_layouts.get_by_name(layout))
    slide.shapes.title.text = title
    return slide


def new_page(presentation: Any, title: str, told: Data) -> Any:
    """Add a slide with its title and its foot."""
    slide = new_slide(presentation, FREE, title)
    foot = f"{told['collective']['name']} · {told['sector']['title']} · {told['edition']['words']}"
    words(slide, (EDGE, HEIGHT - 13, 220, 6), [(f"{foot} · {len(presentation.slides)}", 10, False, INK)])
    return slide


def card_pages(
    presentation: Any, title: str, told: Sequence[Data], data: Data
) -> Iterator[tuple[Any, Sequence[Data]]]:
    """Yield one slide for each six things, titled as what follows where it does."""
    for first in range(0, len(told), _CARDS):
        yield (
            new_page(presentation, f"{title} (suite)" if first else title, data),
            told[first : first + _CARDS],
        )
