"""Great Expectations on pandas: one expectation for each thing that can be wrong, under its condition.

What takes several columns that no expectation takes together, or several rows, pandas computes beforehand.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import great_expectations as gx
import pandas as pd
from great_expectations.expectations.row_conditions import Column

from peers.world import CAP, DAYS, DONE, GAP, JOBS, KINDS, MOMENTS, NEEDED, NUMBERS, TEXTS, World
from zest.working_days import SPECIAL_PLACES

expect = gx.expectations
ACROSS = ("Z072", "hours-in-window", "presented-before-first", "tariff-gap")


def judged(folder: Path, file: str) -> dict[str, int]:
    """Return the rows at fault of each kind."""
    world = World(folder)
    frame = _prepared(_read(folder / file), world)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    asset = context.data_sources.add_pandas("missions").add_dataframe_asset("missions")
    whole = asset.add_batch_definition_whole_dataframe("whole")
    batch = whole.get_batch(batch_parameters={"dataframe": frame})
    suite = gx.ExpectationSuite(
        name="missions", expectations=[*_alone(world), *_between(), *_promised(world)]
    )
    found: dict[str, set[int]] = {}
    for one in batch.validate(suite, result_format="COMPLETE").results:
        found.setdefault(one.expectation_config.meta["kind"], set()).update(
            one.result["unexpected_index_list"]
        )
    return dict(sorted((kind, len(rows)) for kind, rows in found.items() if rows))


def _read(path: Path) -> Any:
    return pd.read_csv(path, parse_dates=[*DAYS, *MOMENTS], dtype=dict.fromkeys(TEXTS, "string"))


def _alone(world: World) -> Iterator[Any]:
    """Yield what is expected of one column."""
    for name in NEEDED:
        yield expect.ExpectColumnValuesToNotBeNull(column=name, meta={"kind": "Z054"})
    for name in (*NUMBERS, "incidents"):
        yield expect.ExpectColumnValuesToBeBetween(column=name, min_value=0, meta={"kind": "Z055"})
    yield expect.ExpectColumnValuesToBeInSet(column="type_client", value_set=KINDS, meta={"kind": "Z055"})
    yield expect.ExpectColumnValuesToBeInSet(
        column="structure", value_set=list(world.kinds), meta={"kind": "Z074"}
    )
    yield expect.ExpectColumnValuesToBeInSet(column="metier", value_set=list(JOBS), meta={"kind": "Z074"})
    yield expect.ExpectColumnValuesToBeUnique(column="id_mission", meta={"kind": "Z076"})
    yield expect.ExpectColumnValuesToBeBetween(column="heures_jour_max", max_value=24, meta={"kind": "Z073"})
    for name in DONE[:-1]:
        yield expect.ExpectColumnValuesToBeBetween(
            column=name, max_value=pd.Timestamp(world.day), meta={"kind": "Z077"}
        )
    over = pd.Timestamp(world.over)
    yield expect.ExpectColumnValuesToBeBetween(
        column="dpae_le", max_value=over, strict_max=True, meta={"kind": "Z077"}
    )
    for name in ACROSS:
        yield expect.ExpectColumnValuesToBeInSet(column=name, value_set=[True], meta={"kind": name})


def _between() -> Iterator[Any]:
    """Yield what is expected between two columns, whenever the mission begins."""
    yield _ordered("debut", "fin", "Z071")
    yield _ordered("heures", "_au_plus", "Z073", Column("_jours") > 0)


def _promised(world: World) -> Iterator[Any]:
    """Yield what is expected of the missions that have begun."""
    begun = Column("debut") <= str(world.day)
    at_risk = begun & (Column("poste_a_risque") == True)  # noqa: E712  # it builds a condition
    for done, limit in (
        ("dpae_le", "debut_a"),
        ("contrat_travail_le", "_limite"),
        ("contrat_mad_le", "_limite_client"),
    ):
        yield from _done(done, limit, "formalities-before-start", begun)
    yield from _done("accueil_le", "debut", "safety-welcome-done", begun)
    yield from _done("formation_le", "debut", "trained-before-assignment", at_risk)
    yield expect.ExpectColumnValuesToBeInSet(
        column="incidents", value_set=[0], row_condition=begun, meta={"kind": "incident-free"}
    )


def _done(done: str, limit: str, kind: str, condition: Any) -> Iterator[Any]:
    yield expect.ExpectColumnValuesToNotBeNull(column=done, row_condition=condition, meta={"kind": kind})
    yield _ordered(done, limit, kind, condition)


def _ordered(low: str, high: str, kind: str, condition: Any = None) -> Any:
    return expect.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=high, column_B=low, or_equal=True, ignore_row_if="either_value_is_missing",
        row_condition=condition, meta={"kind": kind},
    )  # fmt: skip


def _prepared(rows: Any, world: World) -> Any:
    """Add the columns that expectations look at."""
    limit = _limits(rows, world)
    days = (rows["fin"] - rows["debut"]).dt.days + 1
    added = {
        "_limite": limit,
        "_limite_client": limit.where(rows["structure"].isin(world.lenders), rows["debut"]),
        "_jours": days,
        "_au_plus": 24.0 * days,
    }
    return rows.assign(**added, **{name: ~fault for name, fault in _across(rows, world).items()})


def _limits(rows: Any, world: World) -> Any:
    keys = pd.MultiIndex.from_tuples([(pd.Timestamp(day), place) for day, place in world.limits])
    known = pd.Series(pd.to_datetime(list(world.limits.values())), index=keys)
    place = rows["departement"].where(rows["departement"].isin(SPECIAL_PLACES), "")
    found = known.reindex(pd.MultiIndex.from_arrays([rows["debut"], place]))
    return pd.Series(found.to_numpy(), index=rows.index)


def _across(rows: Any, world: World) -> dict[str, Any]:
    """What is at fault between rows."""
    worker, company = ["structure", "salarie"], rows["type_client"] == "entreprise"
    ordered = rows.sort_values([*worker, "debut"], kind="stable")
    by_worker = [ordered[name] for name in worker]
    until = ordered[["debut", "fin"]].max(axis=1).groupby(by_worker).cummax().groupby(by_worker).shift()
    hours = ordered["heures"].where(company, 0.0).groupby(by_worker).cumsum()
    first = rows.groupby([*worker, "client"])
    start = first["debut"].transform("min")
    shown = first["presente_le"].transform("min") <= start
    return {
        "Z072": until >= ordered["debut"],
        "hours-in-window": (hours > CAP) & company & ~ordered["structure"].isin(world.lenders),
        "presented-before-first": (first.cumcount() == 0) & (start <= pd.Timestamp(world.day)) & ~shown,
        "tariff-gap": _dear(rows, rows["debut"] <= pd.Timestamp(world.day)),
    }  # fmt: skip


def _dear(rows: Any, begun: Any) -> Any:
    price = rows["tarif_horaire"].where(begun & (rows["tarif_horaire"] > 0))
    market = [rows["departement"], rows["metier"], rows["debut"].dt.to_period("Q").rename("quarter")]
    own = [*market, rows["structure"]]
    dear = price.groupby(market).transform("max") > price.groupby(market).transform("min") * GAP + 0.0001
    return dear & (rows.groupby(own).cumcount() == 0)
