"""Records without any fault: workers with histories, never two missions of one worker in one week."""

from typing import TYPE_CHECKING, Final

from zest.tables.generating.chance import draw, part, pick
from zest.tables.generating.world import FIRST_MONDAY, LEVELS, TRADES, Lender, season

if TYPE_CHECKING:
    import polars as pl

BLOCK: Final = 24
"""Missions of five workers, who have twelve, six, three, two and one."""

_SIZES: Final = (12, 6, 3, 2, 1)
_CLIENTS: Final = 300
_KINDS: Final = ("entreprise",) * 6 + ("particulier",) * 2 + ("organisme-public", "association")
_DAYS: Final = (1, 2, 3, 3, 4, 5, 5, 5)
_DAILY: Final = (3.5, 4.0, 5.0, 6.0, 7.0)
_RECOURSES: Final = ("accroissement", "saisonnier", "remplacement", "insertion")
_TASKS: Final = (
    "Remettre en état les locaux avant l'ouverture.",
    "Renforcer l'équipe pendant la haute saison.",
    "Évacuer les gravats du rez-de-chaussée.",
    "Servir un banquet ; débarrasser, ranger.",
)


def histories(first: int, last: int) -> "pl.DataFrame":
    """Return missions ``first`` to ``last`` − 1 with their worker, and their rank among this worker's missions."""
    import polars as pl

    workers = [worker for worker, size in enumerate(_SIZES) for _ in range(size)]
    ranks = [rank for size in _SIZES for rank in range(size)]
    mission, within = pl.col("_mission"), pl.col("_mission") % BLOCK
    return pl.select(_mission=pl.int_range(first, last)).with_columns(
        _worker=mission // BLOCK * len(_SIZES) + pick(workers, within),
        _rank=pick(ranks, within),
        _size=pick([_SIZES[worker] for worker in workers], within),
    )


def missions(people: "pl.DataFrame", seed: int, among: tuple[Lender, ...]) -> "pl.DataFrame":
    """Fill in the missions of ``people``: `histories`, or a frame with the same columns."""
    import polars as pl

    drawn = people.with_columns(
        _w=draw(pl.col("_worker"), seed, 1),
        _m=draw(pl.col("_mission"), seed, 2),
        _o=draw(pl.col("_mission"), seed, 3),
    )
    placed = drawn.with_columns(
        _lender=part(pl.col("_w"), 0, len(among)),
        _days=pick(_DAYS, part(pl.col("_m"), 10, len(_DAYS))),
        _client=((part(pl.col("_m"), 24, 65_536) / 65_536) ** 3 * _CLIENTS).cast(pl.Int64),
        # A worker of the second trade of a structure now and then, of its first one mostly.
        _trade=(part(pl.col("_w"), 0, len(among)) + part(pl.col("_w"), 20, 4) // 3) % len(TRADES),
    ).with_columns(_week=_week())
    return placed.with_columns(**_who(among)).with_columns(**_when()).with_columns(**_formalities())


def _week() -> "pl.Expr":
    """Return the week of a mission: equal shares of the season for each, half of it free, so that none meet."""
    import polars as pl

    share = (pl.col("_rank") + part(pl.col("_m"), 0, 1024) / 2048) / pl.col("_size")
    level = (share * LEVELS).cast(pl.Int64)
    weeks = [week for trade in TRADES for week in season(trade)]
    return pick(weeks, pl.col("_trade") * LEVELS + level)


def _who(among: tuple[Lender, ...]) -> "dict[str, pl.Expr]":
    import polars as pl

    lender, client = pl.col("_lender"), pl.col("_client")
    jobs = [job for trade in TRADES for job in trade.jobs]
    each = len(TRADES[0].jobs)
    structure = pick([one.key for one in among], lender)
    return {
        "id_mission": _key("M", pl.col("_mission")),
        "id_commande": _key("C", pl.col("_mission")),
        "structure": structure,
        "client": structure + "-c" + client.cast(pl.String).str.zfill(3),
        "type_client": pick(_KINDS, (lender * 7 + client) % len(_KINDS)),
        "departement": pick([one.department for one in among], lender),
        "salarie": "s-" + (pl.col("_worker") + 1).cast(pl.String).str.zfill(8),
        "offre": pick([trade.offer for trade in TRADES], pl.col("_trade")),
        "secteur": pick([trade.sector for trade in TRADES], pl.col("_trade")),
        "metier": pick(jobs, pl.col("_trade") * each + part(pl.col("_m"), 40, each)),
        "tarif_horaire": pick([one.rate for one in among], lender),
        "interlocuteur": "r-" + structure + "-" + (client % 5).cast(pl.String),
    }


def _key(letter: str, number: "pl.Expr") -> "pl.Expr":
    import polars as pl

    return f"{letter}-" + (number + 1).cast(pl.String).str.zfill(8)


def _when() -> "dict[str, pl.Expr]":
    import polars as pl

    bits, days = pl.col("_m"), pl.col("_days")
    monday = pl.lit(FIRST_MONDAY) + pl.duration(weeks=pl.col("_week"))
    # A mission stays within its week, from Monday to Friday.
    start = monday + pl.duration(days=part(bits, 13, 60) % (6 - days))
    daily = pick(_DAILY, part(bits, 20, len(_DAILY)))
    return {
        "debut": start,
        "fin": start + pl.duration(days=days - 1),
        "heures": days * daily,
        "heures_jour_max": daily + part(bits, 50, 3) / 2,
        "debut_a": start.cast(pl.Datetime("us")) + pl.duration(minutes=360 + 30 * part(bits, 44, 10)),
    }


def _formalities() -> "dict[str, pl.Expr]":
    import polars as pl

    bits, start = pl.col("_o"), pl.col("debut")
    risky = part(bits, 0, 1000) < pick([trade.risky for trade in TRADES], pl.col("_trade"))
    return {
        "presente_le": start - pl.duration(days=1 + part(bits, 10, 4)),
        "dpae_le": pl.col("debut_a") - pl.duration(minutes=60 + part(bits, 12, 4_000)),
        "contrat_mad_le": start - pl.duration(days=part(bits, 24, 4)),
        "contrat_travail_le": start,
        "formation_le": pl.when(risky).then(start - pl.duration(days=1 + part(bits, 26, 30))),
        "accueil_le": start,
        "poste_a_risque": risky,
        "incidents": pl.lit(0, dtype=pl.Int64),
    }


def orders(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Return the order that each mission answers, some hours after it came."""
    import polars as pl

    bits = pl.col("_o")
    weeks = 1 + part(bits, 32, 3)
    received = (pl.col("debut") - pl.duration(weeks=weeks)).cast(pl.Datetime("us")) + pl.duration(
        minutes=480 + part(bits, 34, 540)
    )
    soon = 5 + part(bits, 44, 180)
    # The next day, but never over a week-end: such an answer would be late.
    later = pl.when((part(bits, 52, 4) == 0) & (pl.col("debut").dt.weekday() < 5)).then(1_440).otherwise(0)
    no = pl.lit(False)
    return rows.with_columns(
        recue_le=received,
        traitee_le=received + pl.duration(minutes=soon + later),
        personnes=1 + part(bits, 54, 6) // 4,
        tache_precise=pick(_TASKS, part(bits, 56, len(_TASKS))),
        cas_recours=pick(_RECOURSES, part(bits, 58, len(_RECOURSES))),
        greve=no,
        licenciements=no,
        meme_poste=no,
        agents_listes=no,
    )


def unfilled(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Return the orders of some clients who asked once more, a week earlier, and were told no."""
    import polars as pl

    again = rows.filter(pl.col("_mission") % 12 == 5)
    week = pl.duration(weeks=1)
    moved = [pl.col(name) - week for name in ("recue_le", "traitee_le", "debut", "fin")]
    return again.with_columns(*moved, id_commande=pl.col("id_commande") + "-B")


def follow_ups(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Return a follow-up on the last day of half of the missions of two days or more."""
    import polars as pl

    some = rows.filter((part(pl.col("_o"), 60, 2) == 0) & (pl.col("_days") > 1))
    return some.select(
        _key("V", pl.col("_mission")).alias("id_suivi"), "id_mission", prevu_le="fin", fait_le="fin"
    )


def exits(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Return how one worker in four left, after the last mission."""
    import polars as pl

    bits = pl.col("_w")
    classes = ("durable", "durable", "transition", "positive", "autre", "autre")
    jobs = ("cdi", "cdd", "cdd", "formation", "chomage", "autre")
    months = (None, 8.0, 4.0, None, None, None)
    rank = part(bits, 40, len(classes))
    leavers = (
        rows.filter(part(bits, 30, 4) == 0)
        .group_by("_worker", maintain_order=True)
        .agg(
            pl.col("salarie", "structure", "_w").first(),
            pl.col("debut").min().alias("_begin"),
            pl.col("fin").max().alias("_end"),
            pl.col("heures").sum(),
        )
    )
    stay = (pl.col("_end") - pl.col("_begin")).dt.total_days()
    return leavers.select(
        "salarie",
        "structure",
        "heures",
        sortie_le=pl.col("_end") + pl.duration(days=1 + part(bits, 46, 30)),
        classe=pick(classes, rank),
        mois=(stay / 30).floor() + 1,
        emploi_suivant=pick(jobs, rank),
        duree_mois=pick(months, rank),
    )
