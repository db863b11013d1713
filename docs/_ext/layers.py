"""Draw the layers of the architecture page: ``python docs/_ext/layers.py`` after a change of the contract."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
GREEN, ORANGE, BLUE = "#dbe9d3", "#fde7c2", "#d9e6f2"
WIDTH, STEP, GAP, LETTER = 500, 38, 8, 7


def rows() -> list[list[str]]:
    """Return the layers that import-linter holds, from top to bottom."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = (contract for contract in tool["contracts"] if contract.get("containers") == ["zest"])
    return [row.split(" | ") for row in layers["layers"]]


def draw() -> Iterator[str]:
    """Yield the lines of the drawing."""
    layers = rows()
    plugins = next(rank for rank, row in enumerate(layers) if "plugins" in row)
    height = 44 + STEP * len(layers) + 20
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 {height}" font-family="system-ui, sans-serif" font-size="14" role="img">'
    yield "  <title>Les rangs de zest</title>"
    yield '  <rect width="100%" height="100%" fill="#ffffff"/>'
    yield '  <text x="20" y="26" fill="#444444">Un module n’importe que des rangs situés sous le sien.</text>'
    for rank, row in enumerate(layers):
        tint = GREEN if rank < plugins else ORANGE if rank == plugins else BLUE
        left, top = 20, 44 + rank * STEP
        for name, wide in zip(row, widths(row), strict=True):
            yield f'  <rect x="{left}" y="{top}" width="{wide}" height="30" rx="4" fill="{tint}" stroke="#5b6b7a"/>'
            yield f'  <text class="module" x="{left + wide // 2}" y="{top + 20}" text-anchor="middle" fill="#1b2733">{name}</text>'
            left += wide + GAP
    yield from sectors(44 + plugins * STEP)
    yield "</svg>"


def widths(row: list[str]) -> list[int]:
    """Return how wide each box of a row is: what its name takes, and an equal share of what is left."""
    share = (WIDTH - GAP * (len(row) - 1) - LETTER * sum(map(len, row))) // len(row)
    return [LETTER * len(name) + share for name in row]


def sectors(top: int) -> Iterator[str]:
    """Yield the sectors, that enter by the plugin loader."""
    box = top - 42
    yield f'  <rect x="580" y="{box}" width="160" height="114" rx="4" fill="#fff6e5" stroke="#b07a1e" stroke-dasharray="4 3"/>'
    for rank, words in enumerate(
        ("les secteurs", "hôtellerie-restauration", "btp", "nettoyage", "… et le vôtre")
    ):
        size = "" if rank == 0 else ' font-size="12"'
        yield f'  <text x="660" y="{box + 20 + rank * 21}" text-anchor="middle"{size} fill="#1b2733">{words}</text>'
    yield f'  <path d="M580 {top + 15} H528" stroke="#b07a1e" stroke-width="2" marker-end="url(#arrow)"/>'
    yield '  <defs><marker id="arrow" markerWidth="8" markerHeight="8" refX="6" refY="4" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#b07a1e"/></marker></defs>'


if __name__ == "__main__":
    (ROOT / "docs/explication/couches.svg").write_text("\n".join(draw()) + "\n", "utf-8")
