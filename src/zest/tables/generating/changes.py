"""What makes room for a breach in sound records, and what breaks them; every date that hangs on another moves too."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from zest.tables.generating.world import FIRST_MONDAY, lenders

if TYPE_CHECKING:
    import polars as pl


def changed(**made: "Callable[[], pl.Expr]") -> "Callable[[pl.DataFrame], pl.DataFrame]":
    """Return what replaces columns."""
    return lambda rows: rows.with_columns(**{name: make() for name, make in made.items()})


def col(name: str, *, days: int = 0, hours: int = 0) -> "Callable[[], pl.Expr]":
    """Return a column, moved by a length of time."""

    def make() -> "pl.Expr":
        import polars as pl

        return pl.col(name) + pl.duration(days=days, hours=hours) if days or hours else pl.col(name)

    return make


def value(constant: object) -> "Callable[[], pl.Expr]":
    """Return the same value for every row."""

    def make() -> "pl.Expr":
        import polars as pl

        return pl.lit(constant)

    return make


def monday(week: int) -> dt.date:
    """Return the first day of a week of the tables."""
    return FIRST_MONDAY + dt.timedelta(weeks=week)


def dated(rows: "pl.DataFrame", day: "pl.Expr", last: "pl.Expr | None" = None) -> "pl.DataFrame":
    """Move missions to other days, five days long unless ``last`` tells, and all that goes with them."""
    import polars as pl

    moment = day.cast(pl.Datetime("us"))
    return rows.with_columns(
        debut=day,
        fin=day + pl.duration(days=4) if last is None else last,
        debut_a=moment + pl.duration(hours=8),
        dpae_le=moment - pl.duration(hours=12),
        presente_le=day - pl.duration(days=3),
        contrat_mad_le=day - pl.duration(days=3),
        contrat_travail_le=day,
        accueil_le=day,
        formation_le=pl.lit(None, dtype=pl.Date),
        poste_a_risque=pl.lit(value=False),
        recue_le=moment - pl.duration(days=10) + pl.duration(hours=10),
        traitee_le=moment - pl.duration(days=10) + pl.duration(hours=12),
    )


def over_the_cap(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Make one AI lend one worker 35 hours every other week, to one firm."""
    import polars as pl

    moved = dated(rows, pl.lit(monday(16)) + pl.duration(weeks=2 * pl.col("_rank")))
    return at_a_firm(moved).with_columns(heures=pl.lit(35.0), heures_jour_max=pl.lit(7.0))


def at_a_firm(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Make an AI lend each worker to one firm, whom nobody else works for."""
    import polars as pl

    first = lenders(1)[0]
    return rows.with_columns(
        structure=pl.lit(first.key),
        departement=pl.lit(first.department),
        tarif_horaire=pl.lit(first.rate),
        client=f"{first.key}-firme-" + pl.col("salarie"),
        type_client=pl.lit("entreprise"),
        interlocuteur=pl.lit(f"r-{first.key}-0"),
    )


def overlapping(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Make the second mission of a worker begin on the third day of the first one, which lasts five."""
    import polars as pl

    second, first = pl.col("_rank") == 1, pl.lit(monday(40))
    day = pl.when(second).then(first + pl.duration(days=2)).otherwise(first)
    moved = dated(rows, day, first + pl.duration(days=4))
    return at_a_firm(moved).with_columns(
        heures=pl.when(second).then(9.0).otherwise(15.0), heures_jour_max=pl.lit(3.0)
    )


def same_market(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Lend twice for one job in one quarter: a price is dear beside another one."""
    import polars as pl

    return dated(rows, pl.lit(monday(32)) + pl.duration(weeks=pl.col("_rank"))).with_columns(
        metier=pl.lit("agent-bureaux"), offre=pl.lit("proprete"), secteur=pl.lit("nettoyage")
    )


def dearer(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Raise the price of the last mission of each group."""
    import polars as pl

    price = pl.col("tarif_horaire")
    return rows.with_columns(tarif_horaire=pl.when(pl.col("_faulty")).then(price * 1.4).otherwise(price))


def from_a_tuesday(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Move each order to the Tuesday of its week, ten o'clock: no week-end may then come between."""
    import polars as pl

    day = pl.col("recue_le").dt.truncate("1w") + pl.duration(days=1, hours=10)
    return rows.with_columns(recue_le=day)


def second_referent(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Give a client of its own three orders, the last of them with another contact."""
    import polars as pl

    return rows.with_columns(
        client=pl.col("structure") + "-referent-" + pl.col("salarie"),
        type_client=pl.lit("entreprise"),
        interlocuteur=pl.when(pl.col("_faulty")).then(pl.lit("r-nouveau")).otherwise(pl.lit("r-ancien")),
    )


def twice(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Export each order a second time, as it was."""
    import polars as pl

    return pl.concat([rows, rows])
