"""Great Expectations on pandas: expectations of columns; what takes several of them is computed beforehand."""

from pathlib import Path
from typing import Any

import great_expectations as gx
import pandas as pd

from peers.world import DAYS, DONE, JOBS, KINDS, MOMENTS, NEEDED, World
from zest.working_days import SPECIAL_PLACES

expect = gx.expectations
TEXTS = ("id_mission", "id_commande", "structure", "client", "departement", "salarie", "offre", "metier")


def judged(folder: Path, file: str) -> dict[str, int]:
    """Return the rows at fault of each kind."""
    world = World(folder)
    frame = _read(folder / file)
    flags = _faults(frame, world)
    frame = frame.assign(**{name: ~fault for name, fault in flags.items()})
    context = gx.get_context(mode="ephemeral")
    asset = context.data_sources.add_pandas("missions").add_dataframe_asset("missions")
    batch = asset.add_batch_definition_whole_dataframe("whole").get_batch(
        batch_parameters={"dataframe": frame}
    )
    result = batch.validate(
        gx.ExpectationSuite(name="missions", expectations=_suite(world, flags)), result_format="COMPLETE"
    )
    return _counted(result.results)


def _read(path: Path) -> Any:
    if path.suffix == ".parquet":
        return pd.read_parquet(path).astype(dict.fromkeys(DAYS, "datetime64[us]"))
    return pd.read_csv(path, parse_dates=[*DAYS, *MOMENTS], dtype=dict.fromkeys(TEXTS, "string"))


def _suite(world: World, flags: dict[str, Any]) -> list[Any]:
    at_least = ("heures", "heures_jour_max", "tarif_horaire", "incidents")
    return [
        *(expect.ExpectColumnValuesToNotBeNull(column=name) for name in NEEDED),
        *(expect.ExpectColumnValuesToBeBetween(column=name, min_value=0) for name in at_least),
        expect.ExpectColumnValuesToBeUnique(column="id_mission"),
        expect.ExpectColumnValuesToBeInSet(column="type_client", value_set=KINDS),
        expect.ExpectColumnValuesToBeInSet(column="structure", value_set=list(world.kinds)),
        expect.ExpectColumnValuesToBeInSet(column="metier", value_set=list(JOBS)),
        *(expect.ExpectColumnValuesToBeInSet(column=name, value_set=[True]) for name in flags),
    ]


def _counted(results: Any) -> dict[str, int]:
    kinds = {"metier": "Z074", "structure": "Z074", "id_mission": "Z076"}
    found: dict[str, int] = {}
    for one in results:
        column = one.expectation_config.kwargs["column"]
        rows = len(one.result.get("unexpected_index_list") or ())
        found[kinds.get(column, column)] = found.get(kinds.get(column, column), 0) + rows
    return dict(sorted((kind, rows) for kind, rows in found.items() if rows))


def _faults(rows: Any, world: World) -> dict[str, Any]:
    day, over = pd.Timestamp(world.day), pd.Timestamp(world.over)
    begun = rows["debut"] <= day
    limit = _limits(rows, world)
    lent = limit.where(rows["structure"].isin(world.lenders), rows["debut"])
    formal = (
        (rows["dpae_le"] <= rows["debut_a"])
        & (rows["contrat_travail_le"] <= limit)
        & (rows["contrat_mad_le"] <= lent)
    )
    days = (rows["fin"] - rows["debut"]).dt.days + 1
    later = pd.concat([rows[name] > day for name in DONE[:-1]], axis=1).any(axis=1)
    return {
        "formalities-before-start": begun & ~formal,
        "safety-welcome-done": begun & ~(rows["accueil_le"] <= rows["debut"]),
        "trained-before-assignment": begun & rows["poste_a_risque"].eq(True) & ~(rows["formation_le"] <= rows["debut"]),  # noqa: FBT003
        "incident-free": begun & ~rows["incidents"].eq(0),
        "Z071": days < 1,
        "Z073": ((days > 0) & (rows["heures"] > 24 * days)) | (rows["heures_jour_max"] > 24),
        "Z077": later | (rows["dpae_le"] >= over),
    }  # fmt: skip


def _limits(rows: Any, world: World) -> Any:
    keys = pd.MultiIndex.from_tuples([(pd.Timestamp(day), place) for day, place in world.limits])
    known = pd.Series(pd.to_datetime(list(world.limits.values())), index=keys)
    place = rows["departement"].where(rows["departement"].isin(SPECIAL_PLACES), "")
    found = known.reindex(pd.MultiIndex.from_arrays([rows["debut"], place]))
    return pd.Series(found.to_numpy(), index=rows.index)
