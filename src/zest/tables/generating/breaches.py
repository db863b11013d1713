"""Breaches planted one by one, each on records of its own so that none brings another about."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import attrs

from zest.tables.generating.base import missions, orders
from zest.tables.generating.world import AS_OF, Lender

if TYPE_CHECKING:
    import polars as pl

CAP_MISSIONS: Final = 16
"""Missions of 35 hours of a worker who goes over the hours that an AI may lend to firms: 560 in all."""

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
    for name, plant in {**_MISSIONS, **_ORDERS}.items():
        sound = plant.setting(_alone(first, each, plant.size, seed, among))
        faulty = plant.fault(sound)
        first += each * plant.size
        ids[name] = _ids(faulty, plant.names)
        if name in _ORDERS:
            asked.append(faulty)
        else:
            lent.append(faulty)
            answered.append(sound)
    ids["reponse-heures-horloge"] = (*ids["reponse-heures-ouvrees"], *ids.pop("reponse-horloge-seule"))
    ids["referent-clients"] = _ids(asked[-1], "client")
    return Planted(
        missions=pl.concat(lent, how="diagonal_relaxed"),
        orders=pl.concat([*answered, *asked], how="diagonal_relaxed"),
        follow_ups=_not_done(lent[0]),
        ids=dict(sorted(ids.items())),
    )


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
    return each * sum(plant.size for plant in _MISSIONS.values())


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


def _with(**changed: "Callable[[], pl.Expr]") -> "Callable[[pl.DataFrame], pl.DataFrame]":
    return lambda rows: rows.with_columns(**{name: make() for name, make in changed.items()})


def _col(name: str, *, days: int = 0, hours: int = 0) -> "Callable[[], pl.Expr]":
    """Return a column, moved by a length of time."""

    def make() -> "pl.Expr":
        import polars as pl

        return pl.col(name) + pl.duration(days=days, hours=hours) if days or hours else pl.col(name)

    return make


def _value(value: object) -> "Callable[[], pl.Expr]":
    def make() -> "pl.Expr":
        import polars as pl

        return pl.lit(value)

    return make


def _over_the_cap(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Make one AI lend one worker 35 hours every other week, to firms."""
    import polars as pl

    lent = rows.with_columns(_week=16 + 2 * pl.col("_rank")).with_columns(
        debut=pl.lit(_monday(0)) + pl.duration(weeks=pl.col("_week")),
    )
    day = pl.col("debut")
    return lent.with_columns(
        structure=pl.lit("bocage"),
        departement=pl.lit("14"),
        tarif_horaire=pl.lit(20.5),
        client="bocage-plafond-" + pl.col("salarie"),
        type_client=pl.lit("entreprise"),
        interlocuteur=pl.lit("r-bocage-0"),
        fin=day + pl.duration(days=4),
        heures=pl.lit(35.0),
        heures_jour_max=pl.lit(7.0),
        debut_a=day.cast(pl.Datetime("us")) + pl.duration(hours=8),
        dpae_le=day.cast(pl.Datetime("us")) - pl.duration(hours=12),
        presente_le=day - pl.duration(days=3),
        contrat_mad_le=day - pl.duration(days=3),
        contrat_travail_le=day,
        accueil_le=day,
        formation_le=pl.lit(None, dtype=pl.Date),
        poste_a_risque=pl.lit(False),
        recue_le=day.cast(pl.Datetime("us")) - pl.duration(days=6, hours=-10),
        traitee_le=day.cast(pl.Datetime("us")) - pl.duration(days=6, hours=-12),
    )


def _monday(week: int) -> dt.date:
    from zest.tables.generating.world import FIRST_MONDAY

    return FIRST_MONDAY + dt.timedelta(weeks=week)


def _overlapping(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Make the second mission of a worker begin on the third day of the first one, which lasts five."""
    import polars as pl

    monday = pl.lit(_monday(40))
    second = pl.col("_rank") == 1
    day = pl.when(second).then(monday + pl.duration(days=2)).otherwise(monday)
    return _over_the_cap(rows).with_columns(
        debut=day,
        fin=monday + pl.duration(days=4),
        heures=pl.when(second).then(9.0).otherwise(15.0),
        heures_jour_max=pl.lit(3.0),
        debut_a=day.cast(pl.Datetime("us")) + pl.duration(hours=8),
        accueil_le=day,
        contrat_travail_le=day,
        dpae_le=monday.cast(pl.Datetime("us")) - pl.duration(hours=12),
        presente_le=monday - pl.duration(days=3),
        contrat_mad_le=monday - pl.duration(days=3),
        recue_le=monday.cast(pl.Datetime("us")) - pl.duration(days=6, hours=-10),
        traitee_le=monday.cast(pl.Datetime("us")) - pl.duration(days=6, hours=-12),
    )


def _from_a_tuesday(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Move each order to the Tuesday of its week, ten o'clock: no week-end may then come between."""
    import polars as pl

    day = pl.col("recue_le").dt.truncate("1w") + pl.duration(days=1, hours=10)
    return rows.with_columns(recue_le=day)


def _second_referent(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Give a client of its own three orders, the last of them with another contact."""
    import polars as pl

    return rows.with_columns(
        client=pl.col("structure") + "-referent-" + pl.col("salarie"),
        type_client=pl.lit("entreprise"),
        interlocuteur=pl.when(pl.col("_faulty")).then(pl.lit("r-nouveau")).otherwise(pl.col("interlocuteur")),
    )


def _twice(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Export each order a second time, as it was."""
    import polars as pl

    return pl.concat([rows, rows])


Change = Callable[["pl.DataFrame"], "pl.DataFrame"]


def _nothing(rows: "pl.DataFrame") -> "pl.DataFrame":
    return rows


@attrs.frozen(kw_only=True)
class Plant:
    """One kind of breach.

    Attributes:
        size: how many records one takes, the last of them at fault.
        setting: what makes room for it, in the order and in the mission.
        fault: what breaks it, in the mission alone when there is one.
        names: column whose values refer to what is at fault.
    """

    fault: Change
    size: int = 1
    setting: Change = _nothing
    names: str = "id_mission"


_MISSIONS: Final[Mapping[str, Plant]] = {
    "suivi": Plant(
        fault=_with(id_suivi=lambda: _col("id_mission")().str.replace("M", "V", literal=True)),
        names="id_suivi",
    ),
    "presentation": Plant(fault=_with(presente_le=_col("debut", days=1))),
    "dpae": Plant(fault=_with(dpae_le=_col("debut_a", hours=3))),
    "contrat": Plant(
        fault=_with(contrat_mad_le=_col("debut", days=12), contrat_travail_le=_col("debut", days=12))
    ),
    "tarif": Plant(fault=_with(tarif_horaire=lambda: _col("tarif_horaire")() * 1.4)),
    "plafond-heures": Plant(size=CAP_MISSIONS, setting=_over_the_cap, fault=_nothing, names="salarie"),
    "formation": Plant(
        setting=_with(poste_a_risque=_value(value=True)), fault=_with(formation_le=_col("debut", days=3))
    ),
    "incident": Plant(fault=_with(incidents=_value(1))),
    "fin-avant-debut": Plant(fault=_with(fin=_col("debut", days=-3))),
    "chevauchement": Plant(size=2, setting=_overlapping, fault=_nothing),
    "journee-trop-longue": Plant(fault=_with(heures_jour_max=_value(12.5))),
    "metier-inconnu": Plant(fault=_with(metier=_value("dresseur-de-licornes"))),
}

_ORDERS: Final[Mapping[str, Plant]] = {
    "reponse-horloge-seule": Plant(
        setting=_from_a_tuesday, fault=_with(traitee_le=_col("recue_le", hours=60)), names="id_commande"
    ),
    "reponse-heures-ouvrees": Plant(
        setting=_from_a_tuesday, fault=_with(traitee_le=_col("recue_le", days=21)), names="id_commande"
    ),
    "commande-complete": Plant(
        fault=_with(**dict.fromkeys(("metier", "personnes", "tache_precise", "cas_recours"), _value(None))),
        names="id_commande",
    ),
    "commande-en-double": Plant(fault=_twice, names="id_commande"),
    "date-future": Plant(
        fault=_with(
            recue_le=_value(dt.datetime.combine(AS_OF, dt.time(10)) + dt.timedelta(days=11)),
            traitee_le=_value(dt.datetime.combine(AS_OF, dt.time(12)) + dt.timedelta(days=11)),
            debut=_value(AS_OF + dt.timedelta(days=20)),
            fin=_value(AS_OF + dt.timedelta(days=24)),
        ),
        names="id_commande",
    ),
    # The last one: its clients are told too.
    "referent": Plant(size=3, fault=_second_referent, names="id_commande"),
}
