"""The slides that sell: the offer, its promises with what was measured of them, its jobs."""

from collections.abc import Sequence
from typing import Any

from zest.console.typography import heading
from zest.documents.document import Data
from zest.documents.slides.fitting import Line, Zone
from zest.documents.slides.layouts import EDGE
from zest.documents.slides.page import cards, new_page
from zest.documents.slides.pieces import INK, LIGHT, PRIMARY, WHITE, WIDTH, words

_TOP, _HEIGHT, _GAP = 42.0, 126.0, 6.0
_SAYING = 168.0
_FEW_ROWS = 2


def offer(presentation: Any, told: Data) -> None:
    """Add what is sold: why, where, to whom, at what price."""
    slide = new_page(presentation, "Notre offre", told)
    said = told["sector"]["words"]
    lines = [
        (said["headline"], 28, True, WHITE), (said["why"], 17, False, WHITE), (said["lead"], 17, False, WHITE),
    ]  # fmt: skip
    zone = Zone("Notre offre", "sector.words")
    words(slide, (EDGE, _TOP, _SAYING, _HEIGHT), lines, zone=zone, fill=PRIMARY, middle=True)
    _facts(slide, list(_shown(told["offer"])))


def _shown(told: Data) -> Sequence[tuple[str, str, str]]:
    """Return label, text and field of what an offer tells."""
    facts = [
        ("Territoire", told["territory"], "offer.territory"),
        ("Clients", heading(told["client_words"]), "offer"),
    ]
    for rank, one in enumerate(told["tariffs"][:2]):
        facts.append((one["label"] or "Tarif", f"{one['amount']} l\u2019heure", f"offer.tariffs.{rank}"))
    return [one for one in facts if one[1]]


def _facts(slide: Any, facts: Sequence[tuple[str, str, str]]) -> None:
    left = EDGE + _SAYING + _GAP
    height = (_HEIGHT - _GAP * (len(facts) - 1)) / max(1, len(facts))
    for rank, (label, text, field) in enumerate(facts):
        box = (left, _TOP + rank * (height + _GAP), WIDTH - EDGE - left, height)
        lines = [(label, 12, True, PRIMARY), (text, 17, True, INK)]
        words(slide, box, lines, zone=Zone(f"Notre offre, {label}", field), fill=LIGHT, middle=True)


def commitments(presentation: Any, told: Data) -> None:
    """Add the promises, each with how it stands."""
    cards(presentation, "Nos engagements", "commitments", told, _commitment)


def _commitment(one: Data, rows: int) -> list[Line]:
    more = 3 if rows <= _FEW_ROWS else 0
    return [
        (one["title"], 16 + more, True, PRIMARY),
        (one["statement"], 13 + more, False, INK),
        (one["standing"], 12 + more, True, PRIMARY),
    ]


def jobs(presentation: Any, told: Data) -> None:
    """Add the jobs."""
    cards(presentation, "Les métiers", "jobs", told, _job)


def _job(one: Data, rows: int) -> list[Line]:
    more = 3 if rows <= _FEW_ROWS else 0
    return [(one["title"], 16 + more, True, PRIMARY), (one["summary"], 13 + more, False, INK)]
