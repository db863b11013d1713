"""The last slides: results with what they are counted out of, then whom to call."""

from typing import Any

from zest.documents.document import Data
from zest.documents.slides.layouts import EDGE, WIDE
from zest.documents.slides.page import new_page
from zest.documents.slides.pieces import ACCENT, INK, LIGHT, PRIMARY, WIDTH, drawn, rectangle, slice_of, words


def results(presentation: Any, told: Data) -> None:
    """Add one slide for each result."""
    for one in told["results"]:
        slide = new_page(presentation, "Les résultats", told)
        words(slide, (EDGE, 40, WIDE, 8), [(one["when"], 14, True, INK)])
        hours = [
            (one["hours"] or "Non connu", 44, True, PRIMARY),
            ("heures de mise à disposition", 15, False, INK),
        ]
        words(slide, (EDGE, 54, 130, 52), hours, fill=LIGHT, middle=True)
        _exits(slide, one)
        words(slide, (EDGE, 114, 130, 30), [(one["rate"], 15, True, PRIMARY)], fill=LIGHT, middle=True)
        if one["note"]:
            words(slide, (EDGE, 152, WIDE, 10), [(one["note"], 11, False, INK)])


def _exits(slide: Any, one: Data) -> None:
    words(slide, (170, 54, 140, 8), [("Les sorties, en nombre de personnes", 14, True, PRIMARY)])
    for rank, told in enumerate(one["exits"]):
        top = 67 + rank * 19
        drawn(slide, rectangle(170, top + 15, WIDTH - EDGE - 170, 0.4), ACCENT, "Filet")
        words(slide, (170, top, 26, 14), [(told["count"], 24, True, PRIMARY)])
        words(slide, (198, top + 3, 110, 10), [(told["label"], 14, False, INK)])


def contact(presentation: Any, told: Data) -> None:
    """Add whom to call."""
    slide = new_page(presentation, "Parlons de votre besoin", told)
    own = told["collective"]
    lines = [
        (own["phone"], 40, True, PRIMARY),
        (own["email"], 18, False, INK),
        (own["website"], 18, False, INK),
    ]
    words(slide, (EDGE, 48, 170, 70), [line for line in lines if line[0]], fill=LIGHT, middle=True)
    slice_of(slide, 214, 44, 96, ACCENT)
    about = told["texts"]["text"] + (
        " Données d'exemple : collectif et structures fictifs." if own["fictional"] else ""
    )
    words(slide, (EDGE, 128, 170, 30), [(about, 12, False, INK)])
