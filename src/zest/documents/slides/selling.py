"""The slides that sell: the offer, its promises with what was measured of them, its jobs."""

from typing import Any

from zest.documents.document import Data
from zest.documents.slides.layouts import EDGE, WIDE
from zest.documents.slides.page import card_pages, new_page
from zest.documents.slides.pieces import ACCENT, INK, LIGHT, PRIMARY, WIDTH, drawn, rectangle, words


def offer(presentation: Any, told: Data) -> None:
    """Add what is sold: why, where, to whom, at what price."""
    slide = new_page(presentation, "Notre offre", told)
    said = told["sector"]["words"]
    words(slide, (EDGE, 44, 150, 112), [
        (said["headline"], 26, True, PRIMARY), (said["why"], 17, False, INK), (said["lead"], 17, False, INK),
    ])  # fmt: skip
    facts = [("Territoire", told["offer"]["territory"]), ("Clients", told["offer"]["client_words"])]
    facts += [(one["label"] or "Tarif", f"{one['amount']} l'heure") for one in told["offer"]["tariffs"][:2]]
    shown = [(label, text) for label, text in facts if text]
    for rank, (label, text) in enumerate(shown):
        box = (190, 44 + rank * 34, WIDTH - EDGE - 190, 29)
        words(slide, box, [(label, 11, True, PRIMARY), (text, 14, True, INK)], fill=LIGHT, middle=True)


def commitments(presentation: Any, told: Data) -> None:
    """Add the promises, each with how it stands."""
    for slide, part in card_pages(presentation, "Nos engagements", told["commitments"], told):
        for rank, one in enumerate(part):
            row, column = divmod(rank, 2)
            width, height = (WIDE - 8) / 2, min(56.0, 126 / -(-len(part) // 2) - 6)
            box = (EDGE + column * (width + 8), 42 + row * (height + 6), width, height)
            lines = [
                (one["title"], 16, True, PRIMARY),
                (one["statement"], 13, False, INK),
                (one["standing"], 12, True, PRIMARY),
            ]
            words(slide, box, lines, fill=LIGHT, middle=True)


def jobs(presentation: Any, told: Data) -> None:
    """Add the jobs."""
    for slide, part in card_pages(presentation, "Les métiers", told["jobs"], told):
        for rank, one in enumerate(part):
            row, column = divmod(rank, 2)
            width = (WIDE - 8) / 2
            left, top = EDGE + column * (width + 8), 44 + row * 40
            drawn(slide, rectangle(left, top, 1.2, 32), ACCENT, "Marque")
            words(
                slide,
                (left + 5, top, width - 5, 36),
                [(one["title"], 15, True, PRIMARY), (one["summary"], 12, False, INK)],
            )
