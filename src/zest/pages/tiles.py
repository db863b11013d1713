"""A map of France in squares, one a département: the number in each is how many collectives work there."""

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
from htpy import Element, g, rect, svg
from htpy import text as text_element

from zest.achievements.account import Account
from zest.datafiles import read_table

SIDE = 44
"""Side of a square, in the units of the drawing."""


@attrs.frozen(kw_only=True)
class Tile:
    """Where a département is drawn.

    Attributes:
        region: INSEE code of its region.
        column: from the west, from 0.
        row: from the north, from 0.
    """

    region: str
    column: int
    row: int


@functools.cache
def tiles() -> Mapping[str, Tile]:
    """Return the squares by code of département."""
    table = read_table(Path(__file__).parent / "tiles.toml")["tiles"]
    return {code: Tile(**told) for code, told in table.items()}


def region_of(department: str) -> str:
    """Return the code of the region that a département is in; empty for one that has no square."""
    found = tiles().get(department)
    return found.region if found else ""


def places_of(account: Account) -> tuple[str, ...]:
    """Return the départements of a collective; all those of its region when it tells no more."""
    if account.departments or not account.region:
        return account.departments
    return tuple(code for code, tile in tiles().items() if tile.region == account.region)


def tile_map(told: Mapping[str, int], words: str) -> Element:
    """Return the map; ``told`` counts by département."""
    wide = (max(tile.column for tile in tiles().values()) + 1) * SIDE
    high = (max(tile.row for tile in tiles().values()) + 1) * SIDE
    return svg(".map", viewBox=f"0 0 {wide} {high}", role="img", aria_label=words)[
        (part for code, tile in tiles().items() for part in _tile(code, tile, told.get(code, 0)))
    ]


def _tile(code: str, tile: Tile, number: int) -> Iterator[Element]:
    """Draw one square: full, ringed and numbered where somebody works, empty elsewhere."""
    left, top = tile.column * SIDE, tile.row * SIDE
    side = str(SIDE - 4)
    fill, ring, ink = (
        ("var(--primary)", "var(--primary)", "#fff") if number else ("#fff", "#8a8378", "#4a4a4a")
    )
    yield rect(x=str(left + 2), y=str(top + 2), width=side, height=side, rx="6", fill=fill, stroke=ring)
    middle = str(left + SIDE // 2)
    where = {"x": middle, "text-anchor": "middle", "fill": ink}
    yield g[
        text_element(".code" if number else ".free", where, y=str(top + (20 if number else 29)))[code],
        text_element(".many", where, y=str(top + 36))[f"{number}"] if number else None,
    ]
