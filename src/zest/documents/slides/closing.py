"""The last slides: results with what they are counted out of, then whom to call."""

from collections.abc import Sequence
from typing import Any

from zest.documents.document import Data
from zest.documents.slides.fitting import Zone
from zest.documents.slides.layouts import EDGE, WIDE
from zest.documents.slides.page import new_page
from zest.documents.slides.pieces import ACCENT, INK, LIGHT, PRIMARY, WIDTH, drawn, rectangle, slice_of, words
from zest.documents.words import typeset


def results(presentation: Any, told: Data) -> None:
    """Add one slide for each result."""
    for rank, one in enumerate(told["results"]):
        field = f"results.{rank}"
        slide = new_page(presentation, "Les résultats", told)
        words(
            slide,
            (EDGE, 40, WIDE, 8),
            [(one["when"], 14, True, INK)],
            zone=Zone("Les résultats, période", field),
        )
        hours = [
            (one["hours"] or "Non connu", 44, True, PRIMARY),
            ("heures de mise à disposition", 15, False, INK),
        ]
        words(
            slide,
            (EDGE, 54, 130, 52),
            hours,
            zone=Zone("Les résultats, heures", field),
            fill=LIGHT,
            middle=True,
        )
        _exits(slide, one["exits"], field)
        words(
            slide,
            (EDGE, 114, 130, 30),
            [(one["rate"], 15, True, PRIMARY)],
            zone=Zone("Les résultats, taux", field),
            fill=LIGHT,
            middle=True,
        )
        if one["note"]:
            words(
                slide,
                (EDGE, 152, WIDE, 10),
                [(one["note"], 11, False, INK)],
                zone=Zone("Les résultats, note", f"{field}.note"),
            )


def _exits(slide: Any, exits: Sequence[Data], field: str) -> None:
    zone = Zone("Les résultats, sorties", f"{field}.exits")
    words(slide, (170, 54, 140, 8), [("Les sorties, en nombre de personnes", 14, True, PRIMARY)], zone=zone)
    for rank, told in enumerate(exits):
        top = 67 + rank * 19
        drawn(slide, rectangle(170, top + 15, WIDTH - EDGE - 170, 0.4), ACCENT, "Filet")
        words(slide, (170, top, 26, 14), [(told["count"], 24, True, PRIMARY)], zone=zone)
        words(slide, (198, top + 3, 110, 10), [(told["label"], 14, False, INK)], zone=zone)


def contact(presentation: Any, told: Data) -> None:
    """Add whom to call."""
    slide = new_page(presentation, "Parlons de votre besoin", told)
    own = told["collective"]
    lines = [
        (own["phone"], 40, True, PRIMARY),
        (own["email"], 18, False, INK),
        (own["website"], 18, False, INK),
    ]
    words(
        slide,
        (EDGE, 48, 170, 70),
        [line for line in lines if line[0]],
        zone=Zone("le contact", "collective"),
        fill=LIGHT,
        middle=True,
    )
    slice_of(slide, 214, 44, 96, ACCENT)
    fictional = typeset(" Données d'exemple : collectif et structures fictifs.") if own["fictional"] else ""
    words(
        slide,
        (EDGE, 128, 170, 30),
        [(told["texts"]["text"] + fictional, 12, False, INK)],
        zone=Zone("à propos", "texts.text"),
    )
