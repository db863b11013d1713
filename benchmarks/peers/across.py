"""What is at fault between rows, in plain Python: for the peers that see one row at a time."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from peers.world import CAP, GAP, World


class Across:
    """Keeps of each row what is compared with others."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rows: list[tuple[Any, ...]] = []
        self.prices: dict[tuple[Any, ...], list[float]] = {}

    def keep(self, number: int, row: Mapping[str, Any]) -> None:
        """Keep one row."""
        day, price = row["debut"], float(row["tarif_horaire"] or 0)
        at = row["structure"], row["salarie"], day, number
        self.rows.append(
            (*at, row["fin"], row["client"], row["presente_le"], row["type_client"], row["heures"])
        )
        if day <= self.world.day and price:
            quarter = day.year * 4 + (day.month - 1) // 3
            key = row["departement"], row["metier"], quarter, row["structure"]
            low_high = self.prices.setdefault(key, [price, price])
            low_high[:] = min(low_high[0], price), max(low_high[1], price)

    def faults(self) -> Iterator[tuple[int, str]]:
        """Yield row numbers, and what is wrong there; prices have no row of their own."""
        self.rows.sort(key=itemgetter(0, 1, 2, 3))
        for (structure, _), lendings in groupby(self.rows, itemgetter(0, 1)):
            yield from self._of_worker(structure, list(lendings))
        yield from ((0, "tariff-gap") for _ in self._dear())

    def _of_worker(self, structure: str, lendings: list[tuple[Any, ...]]) -> Iterator[tuple[int, str]]:
        until, hours, capped = None, 0.0, structure not in self.world.lenders
        first: dict[str, list[Any]] = {}
        for _, _, start, number, end, client, presented, kind, worked in lendings:
            if until and until >= start:
                yield number, "Z072"
            until = max(until or start, start, end)
            if capped and kind == "entreprise":
                hours += float(worked or 0)
                if hours > CAP:
                    yield number, "hours-in-window"
            told = first.setdefault(client, [start, number, presented])
            if presented and (not told[2] or presented < told[2]):
                told[2] = presented
        for start, number, presented in first.values():
            if start <= self.world.day and not (presented and presented <= start):
                yield number, "presented-before-first"

    def _dear(self) -> Iterator[Any]:
        """Yield each structure of a market where the dearest asks more than allowed of what the cheapest asks."""
        markets: dict[tuple[Any, ...], tuple[float, float]] = {}
        for key, (low, high) in self.prices.items():
            least, most = markets.get(key[:3], (low, high))
            markets[key[:3]] = min(low, least), max(high, most)
        for key in self.prices:
            least, most = markets[key[:3]]
            if most > least * GAP + 0.0001:
                yield key
