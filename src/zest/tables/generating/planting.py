"""Breaches planted one by one, each on records of its own so that none brings another about."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from zest.tables.generating.base import missions, orders
from zest.tables.generating.breaches import CAP_HOURS, CAP_MISSIONS, OF_MISSIONS, OF_ORDERS
from zest.tables.generating.world import Lender

if TYPE_CHECKING:
    import polars as pl

FAR: Final = 50_000_000_000
"""Number of the first planted record, far beyond the others."""


@attrs.frozen(kw_only=True)
class Planted:
    """What is planted.

    Attributes:
        missions: with the order that each answers in the columns of orders.
        orders: that no mission answers.
        follow_ups: of planted missions.
        ids: for each breach, the references of what is at fault.
    """

    missions: "pl.DataFrame"
    orders: "pl.DataFrame"
    follow_ups: "pl.DataFrame"
    ids: Mapping[str, tuple[str, ...]]


def planted(each: int, seed: int, among: tuple[Lender, ...]) -> Planted:
    """Plant that many breaches of each kind."""
    import polars as pl

    ids: dict[str, tuple[str, ...]] = {}
    lent, answered, asked = [], [], []
    first = FAR
    for name, plant in {**OF_MISSIONS, **OF_ORDERS}.items():
        sound = plant.setting(_alone(first, each, plant.size, seed, among))
        faulty = plant.fault(sound)
        first += each * plant.size
        ids[name] = _ids(faulty, plant.names)
        if name in OF_ORDERS:
            asked.append(faulty)
        else:
            lent.append(faulty)
            answered.append(sound)
    ids["reponse-heures-horloge"] = (*ids["reponse-heures-ouvrees"], *ids.pop("reponse-horloge-seule"))
    ids["referent-clients"] = _ids(asked[-1], "client")
    ids["plafond-heures-missions"] = _ids(
        _past_the_cap(pl.concat(lent, how="diagonal_relaxed")), "id_mission"
    )
    return Planted(
        missions=pl.concat(lent, how="diagonal_relaxed"),
        orders=pl.concat([*answered, *asked], how="diagonal_relaxed"),
        follow_ups=_not_done(lent[0]),
        ids=dict(sorted(ids.items())),
    )


def _past_the_cap(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Mark as faulty the missions that find the hours of a worker beyond the cap, their own included."""
    import polars as pl

    many = rows.filter(pl.col("_size") == CAP_MISSIONS)
    return many.with_columns(_faulty=pl.col("heures").cum_sum().over("salarie") > CAP_HOURS)


def _ids(rows: "pl.DataFrame", column: str) -> tuple[str, ...]:
    import polars as pl

    return tuple(rows.filter(pl.col("_faulty"))[column].unique(maintain_order=True))


def _not_done(rows: "pl.DataFrame") -> "pl.DataFrame":
    import polars as pl

    return rows.select(
        "id_suivi",
        "id_mission",
        prevu_le="fin",
        fait_le=pl.lit(None, dtype=pl.Date),
    )


def size_of(each: int) -> int:
    """Return how many missions hold that many breaches of each kind."""
    return each * sum(plant.size for plant in OF_MISSIONS.values())


def _alone(first: int, each: int, size: int, seed: int, among: tuple[Lender, ...]) -> "pl.DataFrame":
    """Return sound missions and orders, in groups of ``size`` for one worker whom nothing else knows."""
    import polars as pl

    rank = pl.col("_mission") % size
    people = pl.select(_mission=pl.int_range(0, each * size)).select(
        _mission=pl.col("_mission") + first,
        _worker=pl.lit(first) + pl.col("_mission") // size,
        _rank=rank,
        _size=pl.lit(size),
    )
    return orders(missions(people, seed, among)).with_columns(_faulty=pl.col("_rank") == size - 1)
