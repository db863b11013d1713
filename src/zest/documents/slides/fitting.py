"""Frames of a slide are of a fixed size: a text that is too long for its own is set smaller, then refused."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import attrs

from zest.documents.errors import Overflow, Unfit, unbroken
from zest.documents.ooxml.metrics import LEADING, POINT, Breaks, broken

Line: TypeAlias = tuple[str, float, bool, str]
"""A text, its size in points, whether it is bold, its colour."""

SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
"""Sizes that are tried, in shares of the one wished for."""
SMALLEST = 9.0
"""Points below which nothing is set, for it is read from the back of a room."""
SPARE, SPARE_BOLD = 1.18, 1.28
"""Width that is kept for a computer without the face of the kit, in shares of a text's own: DejaVu, which stands for
it on Linux, is about so much wider; Arial and Calibri are not."""
AFTER = 0.35
"""Space after a paragraph, in shares of its size."""


@attrs.frozen
class Zone:
    """What a frame is called when a text overflows it.

    Attributes:
        name: French.
        field: key, in the document's data, of what it shows.
    """

    name: str
    field: str


def scale_of(zone: Zone, lines: Sequence[Line], width: float, height: float) -> float:
    """Return the share of their sizes at which some lines fit.

    Args:
        zone: where they stand.
        lines: what is written, a paragraph each.
        width: between the margins of the frame, millimetres.
        height: idem.

    Raises:
        Overflow: they are too long at the smallest size.
        Unfit: one of their words is wider than the frame.
    """
    least = min(1.0, SMALLEST / min((size for _, size, _, _ in lines), default=SMALLEST))
    tried = [scale for scale in SCALES if scale >= least]
    for scale in tried:
        told = [_set(line, scale, width) for line in lines]
        if _height(told) <= height and all(one.breaks.width <= one.room for one in told):
            return scale
    told = [_set(line, tried[-1], width) for line in lines]
    for one in told:
        if one.breaks.width > one.room:
            share = width / one.room
            raise Unfit(zone.field, unbroken(one.breaks.widest, one.breaks.width * share, zone.name, width))
    raise Overflow(zone.name, zone.field, round(_height(told), 1), round(height, 1))


def evened(
    zones: Sequence[Zone], told: Sequence[Sequence[Line]], width: float, height: float
) -> Iterator[tuple[Zone, list[Line]]]:
    """Yield each zone with its lines, all at the size at which the longest fit: neighbours look alike.

    Args:
        zones: of one size.
        told: what each says.
        width: between the margins of each, millimetres.
        height: idem.

    Raises:
        Overflow: one is too long at the smallest size.
        Unfit: a word is wider than its zone.
    """
    pairs = list(zip(zones, told, strict=True))
    scale = min((scale_of(zone, lines, width, height) for zone, lines in pairs), default=1.0)
    for zone, lines in pairs:
        yield zone, [(text, size * scale, bold, colour) for text, size, bold, colour in lines]


def shares(number: int, most: int) -> list[range]:
    """Return the ranks that each slide shows: as even as may be, so that none is left with one thing alone."""
    slides = max(1, -(-number // most))
    edges = [round(number * rank / slides) for rank in range(slides + 1)]
    return [range(first, last) for first, last in pairwise(edges)]


@attrs.frozen
class _Set:
    """A line as it stands in its frame: where it breaks, its size and its room in millimetres."""

    breaks: Breaks
    size: float
    room: float


def _set(line: Line, scale: float, width: float) -> _Set:
    text, size, bold, _ = line
    room = width / spare(bold=bold)
    return _Set(broken(text, room, size * scale, bold=bold), size * scale * POINT, room)


def _height(told: Sequence[_Set]) -> float:
    """Return the height that lines take, in millimetres; nothing follows the last."""
    after = sum(one.size * AFTER for one in told[:-1])
    return sum(one.breaks.lines * one.size * LEADING for one in told) + after


def spare(*, bold: bool) -> float:
    """Return the share of its width that a text may take on another computer."""
    return SPARE_BOLD if bold else SPARE
