"""``generate``: the four tables at once; ``chunks``: part after part, for tables of any size."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from zest.tables.extras import require
from zest.tables.frames import frame_schema
from zest.tables.generating.base import BLOCK, exits, follow_ups, histories, missions, orders, unfilled
from zest.tables.generating.planting import Planted, planted, size_of
from zest.tables.generating.world import AS_OF, lenders
from zest.tables.schemas import TABLES, columns_of

if TYPE_CHECKING:
    import polars as pl

CHUNK: Final = BLOCK * 10_000
"""Missions made together."""


@attrs.frozen(kw_only=True, eq=False)
class Records:
    """Four tables that go together, under their published columns.

    Attributes:
        commandes: orders.
        missions: lendings.
        suivis: follow-ups.
        sorties: exits.
        manifest: what was planted and what one must know to find it; the same for every chunk.
    """

    commandes: "pl.DataFrame"
    missions: "pl.DataFrame"
    suivis: "pl.DataFrame"
    sorties: "pl.DataFrame"
    manifest: Mapping[str, Any] = attrs.field(repr=False)

    def table(self, name: str) -> "pl.DataFrame":
        """Return one table by its name."""
        frame: pl.DataFrame = getattr(self, name)
        return frame


def generate(rows: int, seed: int, breaches: int = 0) -> Records:
    """Make tables of ``rows`` missions, in memory.

    Args:
        rows: number of missions, planted ones included.
        seed: the same one makes the same tables.
        breaches: number of breaches planted of each kind.

    Raises:
        ValueError: so many breaches do not fit in so few missions.
        MissingExtraError: You have not installed the ``records`` extra.
    """
    require()
    import polars as pl

    parts = list(chunks(rows, seed, breaches))
    joined = {name: pl.concat([part.table(name) for part in parts]) for name in TABLES}
    return Records(**joined, manifest=parts[0].manifest)


def smallest(breaches: int) -> int:
    """Return the least number of missions in which that many breaches of each kind fit."""
    return max(1, size_of(breaches))


def chunks(rows: int, seed: int, breaches: int = 0) -> Iterator[Records]:
    """Make tables of ``rows`` missions, some hundred thousand at a time; see `generate`.

    Raises:
        ValueError: so many breaches do not fit in so few missions.
        MissingExtraError: You have not installed the ``records`` extra.
    """
    require()
    if rows < smallest(breaches) or breaches < 0:
        raise ValueError(f"{rows} missions hold no {breaches} breaches of each kind")
    among = lenders(rows)
    extra = planted(breaches, seed, among)
    sound = rows - len(extra.missions)
    manifest = _manifest(rows, seed, breaches, extra)
    starts = range(0, max(sound, 1), CHUNK)
    for rank, first in enumerate(starts):
        made = orders(missions(histories(first, min(first + CHUNK, sound)), seed, among))
        # Planted records are spread over the whole, in the middle of each part.
        share = Planted(
            missions=_share(extra.missions, rank, len(starts)),
            orders=_share(extra.orders, rank, len(starts)),
            follow_ups=_share(extra.follow_ups, rank, len(starts)),
            ids={},
        )
        yield _records(made, share, manifest)


def _share(frame: "pl.DataFrame", rank: int, among: int) -> "pl.DataFrame":
    begin, end = len(frame) * rank // among, len(frame) * (rank + 1) // among
    return frame.slice(begin, end - begin)


def _records(sound: "pl.DataFrame", extra: Planted, manifest: Mapping[str, Any]) -> Records:
    import polars as pl

    half = len(sound) // 2
    lent = pl.concat([sound[:half], extra.missions, sound[half:]], how="diagonal_relaxed")
    asked = pl.concat([sound, unfilled(sound), extra.orders], how="diagonal_relaxed")
    return Records(
        commandes=_typed("commandes", asked),
        missions=_typed("missions", lent),
        suivis=_typed("suivis", pl.concat([follow_ups(sound), extra.follow_ups], how="diagonal_relaxed")),
        sorties=_typed("sorties", exits(sound)),
        manifest=manifest,
    )


def _typed(name: str, frame: "pl.DataFrame") -> "pl.DataFrame":
    import polars as pl

    kinds = frame_schema(name)
    return frame.select(pl.col(column).cast(kinds[column]) for column in columns_of(name))


def _manifest(rows: int, seed: int, breaches: int, extra: Planted) -> dict[str, Any]:
    return {
        "format": "zest-records/1",
        "rows": rows,
        "seed": seed,
        "breaches": breaches,
        "as_of": AS_OF.isoformat(),
        "structures": {one.key: one.kind for one in lenders(rows)},
        "planted": {name: list(ids) for name, ids in extra.ids.items()},
    }
