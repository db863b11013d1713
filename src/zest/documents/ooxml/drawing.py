"""The brand drawn as polygons, which Word, PowerPoint and LibreOffice all show: no picture, any size, any colour.

The slice of citrus is the one of ``templates/base.typ``; its curves are followed by points, so that it can be cut by
the edge of a band.
"""

import functools
import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Shape: TypeAlias = list[Point]

_SEGMENTS = (36, 33, 39, 35, 37, 34, 38, 35, 36, 37)
_STEPS = 8
_ROUND = 96


@functools.cache
def citrus() -> tuple[tuple[Point, ...], ...]:
    """Return a slice within the unit square: its ring, as one band with two edges, then its segments."""
    outer, begun, shapes = 0.395, -101.0, [tuple(_ring(0.5, 0.458))]
    for width in _SEGMENTS:
        shapes.append(tuple(_segment(outer, begun + 1.6, begun + width - 1.6, begun + width / 2)))
        begun += width
    return tuple(shapes)


def _ring(outer: float, inner: float) -> Iterator[Point]:
    """Go round the outer edge, then back round the inner one: a band without a hole to fill."""
    for step in range(_ROUND + 1):
        yield _at(outer, 360 * step / _ROUND)
    for step in range(_ROUND, -1, -1):
        yield _at(inner, 360 * step / _ROUND)


def _segment(outer: float, begin: float, end: float, middle: float) -> Iterator[Point]:
    yield _at(outer * 0.2, middle)
    first, last = _at(outer, begin + 7), _at(outer, end - 7)
    start, stop = _at(outer * 0.8, begin + 1.4), _at(outer * 0.8, end - 1.4)
    yield from _curve(start, _at(outer * 0.96, begin + 0.2), _at(outer, begin + 2.2), first)
    for step in range(1, _STEPS):
        yield _at(outer, begin + 7 + (end - begin - 14) * step / _STEPS)
    yield from _curve(last, _at(outer, end - 2.2), _at(outer * 0.96, end - 0.2), stop)


def _at(radius: float, degrees: float) -> Point:
    angle = math.radians(degrees)
    return 0.5 + radius * math.cos(angle), 0.5 + radius * math.sin(angle)


def _curve(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    for step in range(_STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield (
            sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
            sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
        )


@functools.cache
def wordmark() -> tuple[float, tuple[tuple[Point, ...], ...]]:
    """Return the width of « zest » and its outlines, for a body of one; the foot of the letters is at zero."""
    told = json.loads((Path(__file__).parent / "wordmark.json").read_text("ascii"))
    return told["width"], tuple(tuple((x, y) for x, y in shape) for shape in told["shapes"])


def placed(shapes: Iterable[Iterable[Point]], x: float, y: float, size: float) -> list[Shape]:
    """Return shapes of the unit square at a place and a size."""
    return [[(x + size * px, y + size * py) for px, py in shape] for shape in shapes]


def cut(shapes: Iterable[Shape], width: float, height: float) -> list[Shape]:
    """Return what of some shapes is within a rectangle at the origin (Sutherland–Hodgman)."""
    edges = ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1))
    kept = []
    for shape in shapes:
        left = shape
        for axis, bound, side in edges:
            left = list(_beyond(left, axis, bound, side))
        kept.append(left)
    return [shape for shape in kept if shape]


def _beyond(shape: Shape, axis: int, bound: float, side: int) -> Iterator[Point]:
    for one, other in zip(shape, shape[1:] + shape[:1], strict=True):
        inside, next_inside = (side * (p[axis] - bound) >= 0 for p in (one, other))
        if inside:
            yield one
        if inside != next_inside:
            part = (bound - one[axis]) / (other[axis] - one[axis])
            yield one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])


def path_xml(shapes: Iterable[Shape], width: float, height: float, unit: int) -> str:
    """Return the path of a ``custGeom``; ``unit`` is how many of its units there are in one of the shapes'."""
    w, h = round(width * unit), round(height * unit)
    drawn = "".join(
        "".join(
            f"<a:{'lnTo' if rank else 'moveTo'}><a:pt x='{round(x * unit)}' y='{round(y * unit)}'/>"
            f"</a:{'lnTo' if rank else 'moveTo'}>"
            for rank, (x, y) in enumerate(shape)
        )
        + "<a:close/>"
        for shape in shapes
    )
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l='0' t='0' r='r' b='b'/>"
        f"<a:pathLst><a:path w='{w}' h='{h}'>{drawn}</a:path></a:pathLst></a:custGeom>"
    )


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour between two, ``rrggbb``; ``share`` of the first, 0–1."""
    channels = (
        round(share * int(one[i : i + 2], 16) + (1 - share) * int(other[i : i + 2], 16)) for i in (1, 3, 5)
    )
    return "".join(f"{channel:02x}" for channel in channels)
