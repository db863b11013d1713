"""What tells engines apart: opening, keeping, collecting, writing; and what they refuse."""

import builtins
import datetime as dt
import functools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

import narwhals as nw
import polars as pl

from zest import engines
from zest.engines import Engine, engine
from zest.engines.protocol import KEYS, Lake
from zest.errors import (
    EngineError,
    ForeignColumnError,
    MissingExtraError,
    UnknownEngineError,
    UnreadableFileError,
)
from zest.measuring.material import Rows
from zest.testing.records import AS_OF, frame

MISSION = {"structure": "ai", "client": "h", "salarie": "s", "debut": dt.date(2026, 3, 2)}


@pytest.fixture(params=["polars", "duckdb", "spark"])
def on(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine that is installed; Spark only in a session of its own."""
    if request.param == "spark" and "ZEST_SPARK" not in os.environ:
        pytest.skip("nox -s spark")
    pytest.importorskip({"polars": "polars", "duckdb": "duckdb", "spark": "pyspark"}[request.param])
    options = {"session": spark().session} if request.param == "spark" else {}
    with engine(request.param, **options) as made:
        yield made


@functools.cache
def spark() -> Any:
    """Return one engine whose session is for all: it takes ten seconds to start."""
    from zest.engines.spark_engine import start

    return start()


def missions(*keys: str, **other: Any) -> pl.DataFrame:
    """Return missions without what an engine adds."""
    rows = [{"id_mission": key, **MISSION, **other} for key in keys]
    return frame("missions", rows).drop("_fichier", "_ligne").collect()


def test_a_lake_is_read_where_it_is(on: Engine, tmp_path: Path) -> None:
    """Each row knows its file and its number there, the header being 1; columns that are missing are null."""
    for name, keys in {"a": ("M1", "M2"), "b": ("M3",)}.items():
        missions(*keys).drop("incidents").write_parquet(tmp_path / f"{name}.parquet")

    opened = on.open("missions", Lake(paths=(str(tmp_path),)))
    rows = on.rows(opened.select("id_mission", "_fichier", "_ligne", "incidents").sort("id_mission"))

    assert [("M1", "a.parquet", 2), ("M2", "a.parquet", 3), ("M3", "b.parquet", 2)] == [
        (row["id_mission"], Path(row["_fichier"]).name, row["_ligne"]) for row in rows
    ]
    assert {None} == {row["incidents"] for row in rows}
    assert set(KEYS["missions"]) <= set(opened.collect_schema())


def test_a_pattern_names_files(on: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell would."""
    monkeypatch.chdir(tmp_path)
    missions("M1").write_parquet(tmp_path / "missions-1.parquet")
    missions("M2").write_parquet(tmp_path / "autres.parquet")

    rows = on.rows(on.open("missions", Lake(paths=("missions-*.parquet",))).select("id_mission"))

    assert ["M1"] == [row["id_mission"] for row in rows]


def test_a_column_of_another_type_is_refused(on: Engine, tmp_path: Path) -> None:
    """Before anything is measured, with its name."""
    missions("M1").with_columns(debut=pl.lit("2026-03-02")).write_parquet(tmp_path / "m.parquet")

    with pytest.raises(ForeignColumnError, match="« debut » du tableau « missions »"):
        on.open("missions", Lake(paths=(str(tmp_path / "m.parquet"),)))


def test_a_column_that_every_row_must_have_is_asked_for(on: Engine, tmp_path: Path) -> None:
    """By its name."""
    missions("M1").drop("salarie").write_parquet(tmp_path / "m.parquet")

    with pytest.raises(ForeignColumnError, match="« salarie »"):
        on.open("missions", Lake(paths=(str(tmp_path / "m.parquet"),)))


def test_files_that_are_not_there_are_named(on: Engine, tmp_path: Path) -> None:
    """An empty folder too."""
    for path in (tmp_path / "absent.parquet", tmp_path):
        with pytest.raises(UnreadableFileError, match="Aucun fichier Parquet"):
            on.rows(on.open("missions", Lake(paths=(str(path),))))


def test_rows_that_lack_what_every_row_must_have_are_set_aside(on: Engine, tmp_path: Path) -> None:
    """In a lake, that nobody has read before."""
    pl.concat([missions("M1"), missions("M2", salarie=None)]).write_parquet(tmp_path / "m.parquet")

    rows = Rows(on, {"missions": Lake(paths=(str(tmp_path / "m.parquet"),))}, AS_OF)

    assert ["M1"] == [row["id_mission"] for row in on.rows(rows.table("missions").select("id_mission"))]


def test_few_rows_are_made_in_memory(on: Engine) -> None:
    """With their types."""
    day = dt.date(2026, 3, 2)
    columns: dict[str, list[Any]] = {
        "jour": [day, day],
        "lieu": ["", "67"],
        "heures": [1.5, 2.0],
        "rang": [1, 2],
        "ferie": [True, False],
    }

    rows = on.rows(on.small(columns))

    assert [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)] == sorted(
        rows, key=lambda row: row["rang"]
    )


def test_numbers_are_looked_up_in_lists(on: Engine) -> None:
    """Null below the first, beyond the last, and where there is no place."""
    places = [-1, 0, 1, 2, None]
    table = on.small({"rang": list(range(5)), "place": [7, *places[1:4], 7]})
    at = nw.when(nw.col("rang") == 0).then(nw.lit(-1)).otherwise(nw.col("place"))
    asked = nw.when(nw.col("rang") != 4).then(at)  # the last one has no place

    rows = on.rows(on.look_up(table, asked, {"simple": [10, 20], "double": [20, 40]}).sort("rang"))

    assert [(None, None), (10, 20), (20, 40), (None, None), (None, None)] == [
        (row["simple"], row["double"]) for row in rows
    ]


def test_rows_are_cut_by_a_fingerprint(on: Engine) -> None:
    """Each into one piece, and all that share it into the same; where an engine cuts at all."""
    keys = [f"M{number % 5}" for number in range(20)]
    opened = on.open("missions", frame("missions", [{"id_mission": key, **MISSION} for key in keys]))

    pieces = on.cut(opened.select("_cle", "id_mission"), "_cle", 50)
    held = [{row["id_mission"] for row in on.rows(piece)} for piece in pieces]

    assert sorted(keys) == sorted(row["id_mission"] for piece in pieces for row in on.rows(piece))
    assert 5 == sum(map(len, held))
    assert len(held) == (50 if on.name == "polars" else 1)
    assert [opened] == list(on.cut(opened, "_cle", 1))


def test_a_fingerprint_is_never_below_zero(on: Engine) -> None:
    """Of a thousand, half would be: what is left of dividing them would differ from one engine to another."""
    keys = [f"M{number}" for number in range(1_000)]
    opened = on.open("missions", frame("missions", [{"id_mission": key, **MISSION} for key in keys]))

    rows = on.rows(opened.select("_cle", "_salarie"))

    assert 1_000 == len({row["_cle"] for row in rows if row["_cle"] >= 0})
    assert all(row["_salarie"] >= 0 for row in rows)


def test_few_rows_are_left_whole(on: Engine) -> None:
    """And many are cut, unless the engine spills by itself."""
    assert 1 == on.pieces(1_000_000)
    assert on.pieces(100_000_000) == (24 if on.name == "polars" else 1)


def test_what_is_shared_and_settled_can_be_used_again(on: Engine) -> None:
    """As often as one likes."""
    opened = on.open("missions", frame("missions", [{"id_mission": f"M{n}", **MISSION} for n in range(5)]))
    shared = on.share(opened.filter(nw.col("_ligne") > 3))
    settled = on.settle({"once": shared.select(n=nw.len())}, {"again": shared.select("id_mission")})

    assert [{"n": 3}] == on.rows(settled["once"])
    assert 3 == len(on.rows(settled["again"])) == len(on.rows(settled["again"]))


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_rows_are_written_to_one_file(on: Engine, suffix: str, tmp_path: Path) -> None:
    """With semicolons, as French spreadsheets read; or as Parquet."""
    path = tmp_path / f"rows{suffix}"

    on.write(
        on.open("missions", frame("missions", [{"id_mission": "M1", **MISSION}])).select(
            "id_mission", "_ligne"
        ),
        path,
    )

    read = pl.read_parquet(path) if suffix == ".parquet" else pl.read_csv(path, separator=";")
    assert [("M1", 2)] == read.rows()


def test_an_engine_that_does_not_exist_is_refused() -> None:
    """With the nearest name."""
    with pytest.raises(UnknownEngineError, match="« polars »"), engine("polar"):
        pass


@pytest.mark.parametrize("name", ["duckdb", "spark"])
def test_a_missing_library_tells_what_to_type(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra and the command."""
    imported = builtins.__import__

    def without(module: str, *rest: Any, **more: Any) -> Any:
        if module.partition(".")[0] in ("duckdb", "pyspark"):
            raise ModuleNotFoundError(f"No module named {module!r}", name=module)
        return imported(module, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.delitem(__import__("sys").modules, f"zest.engines.{name}_engine", raising=False)

    with pytest.raises(MissingExtraError, match=rf"pip install 'zest-coorace\[{name}\]'"), engine(name):
        pass


def test_each_engine_has_an_extra() -> None:
    """Polars comes with the tables."""
    assert {"polars": "records", "duckdb": "duckdb", "spark": "spark"} == dict(engines.ENGINES)


def test_duckdb_keeps_within_a_memory_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit goes to a folder that is emptied at the end."""
    pytest.importorskip("duckdb")
    monkeypatch.setenv("ZEST_DUCKDB_MEMORY", "512MB")

    with engine("duckdb") as on:
        [limit] = on.connection.execute("SELECT current_setting('memory_limit')").fetchone()  # type: ignore[attr-defined]

    assert "488" in limit


def test_spark_asks_for_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one French sentence."""
    pytest.importorskip("pyspark")
    monkeypatch.setenv("PATH", "")

    with pytest.raises(EngineError, match="openjdk-17-jre-headless"), engine("spark"):
        pass


def test_spark_asks_for_one_clock() -> None:
    """A session of another time zone would move moments."""
    pytest.importorskip("pyspark")

    class Settings:
        def get(self, key: str) -> str:
            return "Europe/Paris" if key == "spark.sql.session.timeZone" else ""

    class Session:
        conf = Settings()

    with pytest.raises(EngineError, match="timeZone=UTC"), engine("spark", session=Session()):
        pass
