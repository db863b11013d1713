"""Pandera on polars: a check for each thing that can be wrong, of a column or, as an expression, of the frame."""

from collections.abc import Iterator
from pathlib import Path

import pandera.polars as pa
import polars as pl

from peers.world import CAP, DAYS, DONE, GAP, JOBS, KINDS, MOMENTS, NEEDED, NUMBERS, PLANNED, TEXTS, World
from zest.working_days import SPECIAL_PLACES

TYPES = {
    **dict.fromkeys((*TEXTS, "type_client"), pl.String),
    **dict.fromkeys(DAYS, pl.Date),
    **dict.fromkeys(MOMENTS, pl.Datetime("us")),
    **dict.fromkeys(NUMBERS, pl.Float64),
    "poste_a_risque": pl.Boolean,
    "incidents": pl.Int64,
}


def judged(folder: Path, file: str) -> dict[str, int]:
    """Return the rows at fault of each kind."""
    world = World(folder)
    frame = _read(folder / file).join(_limits(world), on=["debut", "lieu"], how="left")
    try:
        _schema(world).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases.group_by("check").agg(pl.col("index").n_unique())
        return dict(sorted(cases.rows()))
    return {}


def _read(path: Path) -> pl.DataFrame:
    place = pl.when(pl.col("departement").is_in(SPECIAL_PLACES)).then("departement").otherwise(pl.lit(""))
    if path.suffix == ".parquet":
        return pl.read_parquet(path).with_columns(lieu=place)
    texts = {
        name: pl.String if kind in (pl.Date, pl.Datetime("us")) else kind for name, kind in TYPES.items()
    }
    return pl.read_csv(path, schema_overrides=texts).with_columns(
        pl.col(DAYS).str.to_date("%Y-%m-%d"),
        pl.col(MOMENTS).str.to_datetime(PLANNED, time_unit="us"),
        lieu=place,
    )


def _limits(world: World) -> pl.DataFrame:
    rows = [(day, place, limit) for (day, place), limit in world.limits.items()]
    return pl.DataFrame(rows, schema={"debut": pl.Date, "lieu": pl.String, "limite": pl.Date}, orient="row")


def _schema(world: World) -> pa.DataFrameSchema:
    """Return a check for each thing that can be wrong, on its column where it is of one."""
    late = pa.Check.le(world.day, error="Z077")
    checks = {
        "structure": [pa.Check.isin(list(world.kinds), error="Z074")],
        "metier": [pa.Check.isin(list(JOBS), error="Z074")],
        "type_client": [pa.Check.isin(KINDS, error="Z055")],
        **{name: [pa.Check.ge(0, error="Z055")] for name in ("heures", "tarif_horaire", "incidents")},
        "heures_jour_max": [pa.Check.ge(0, error="Z055"), pa.Check.le(24, error="Z073")],
        **{key: [late] for key in DONE[:-1]},
        "dpae_le": [pa.Check.lt(world.over, error="Z077")],
    }
    columns = {
        name: pa.Column(kind, checks.get(name, []), nullable=name not in NEEDED, unique=name == "id_mission")
        for name, kind in TYPES.items()
    }
    return pa.DataFrameSchema(columns, checks=[_check(kind, fault) for kind, fault in _faults(world)])


def _check(kind: str, fault: pl.Expr) -> pa.Check:
    return pa.Check(lambda data: data.lazyframe.select(~fault.fill_null(value=False)), error=kind)


def _faults(world: World) -> Iterator[tuple[str, pl.Expr]]:
    """Yield what is at fault between columns, each with its kind."""
    begun = pl.col("debut") <= world.day
    at_risk = begun & pl.col("poste_a_risque")
    days = (pl.col("fin") - pl.col("debut")).dt.total_days() + 1
    lent = pl.when(pl.col("structure").is_in(list(world.lenders))).then("limite").otherwise("debut")
    yield from _done("dpae_le", pl.col("debut_a"), "formalities-before-start", begun)
    yield from _done("contrat_travail_le", pl.col("limite"), "formalities-before-start", begun)
    yield from _done("contrat_mad_le", lent, "formalities-before-start", begun)
    yield from _done("accueil_le", pl.col("debut"), "safety-welcome-done", begun)
    yield from _done("formation_le", pl.col("debut"), "trained-before-assignment", at_risk)
    yield "incident-free", begun & pl.col("incidents").ne_missing(0)
    yield "Z071", days < 1
    yield "Z073", (days > 0) & (pl.col("heures") > 24 * days)
    yield from _across(world, begun).items()


def _done(done: str, limit: pl.Expr, kind: str, condition: pl.Expr) -> Iterator[tuple[str, pl.Expr]]:
    yield kind, condition & pl.col(done).is_null()
    yield kind, condition & (pl.col(done) > limit)


def _across(world: World, begun: pl.Expr) -> dict[str, pl.Expr]:
    """What is at fault between rows: pandera has them said as windows."""
    worker = ["structure", "salarie"]
    first = [*worker, "client"]
    price = pl.when(begun & (pl.col("tarif_horaire") > 0)).then("tarif_horaire")
    market = ["departement", "metier", pl.col("debut").dt.truncate("1q")]
    dear = price.max().over(market) > price.min().over(market) * GAP + 0.0001
    capped = ~pl.col("structure").is_in(list(world.lenders)) & (pl.col("type_client") == "entreprise")
    hours = pl.when(pl.col("type_client") == "entreprise").then("heures").otherwise(0.0)
    until = pl.max_horizontal("debut", "fin").cum_max().shift(1)
    start = pl.col("debut").min().over(first)
    return {
        "Z072": until.over(worker, order_by="debut") >= pl.col("debut"),
        "hours-in-window": capped & (hours.cum_sum().over(worker, order_by="debut") > CAP),
        "presented-before-first": pl.struct(first).is_first_distinct() & (start <= world.day)
        & ~(pl.col("presente_le").min().over(first) <= start).fill_null(value=False),
        "tariff-gap": dear & price.is_not_null() & pl.struct([*market, "structure"]).is_first_distinct(),
    }  # fmt: skip
