"""What tells engines apart: opening, keeping, collecting, writing; and what they refuse."""

import base64
import builtins
import datetime as dt
import functools
import math
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

import attrs
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
from zest.measuring.lacking import lacking
from zest.measuring.run import Request, measure
from zest.tables.reading import read_table
from zest.testing.records import AS_OF, ask, frame, terms_for

MISSION = {"structure": "ai", "client": "h", "salarie": "s", "debut": dt.date(2026, 3, 2)}
WORKED = Request(questions=[ask("incident-free", terms_for(AS_OF))], terms=terms_for(AS_OF), margin=0.05)
INT96 = (
    "eNoLcAwyFGUQlRCV0BFlAjLYRNlkGBgYmECYEUQ645dOzASKqoiqYJFmELDyWO3JwLCuV5VBlEXSx5RBgq04OSM1N1GUjUGUR5VJ"
    "gjszJT45Pzc3MS8lVZXBB6QVLM5ZXFJUmlxSWgQXZQOKchSlJpemxuekMogxScpI2qgxyIjySKqyMUiiGCQKlBazE7NT4/CUATqJ"
    "QZSJwUaMRZJNUg3sLiRdCGvgetxw6mGD6IE7AqzFS8xLrYURoUcTpkPsGKMYkxoHkGLQUChILCosTS3RTS4o0E0sKsovVyhLLSrO"
    "zM9TMDLTM9AzlLQB+hGCGDQZGRgCgHECAH3lQDA="
)
"""An order received at 22:30, UTC: a Parquet file, deflated."""


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


def damaged(rows: pl.DataFrame, path: Path) -> None:
    """Write a file whose pages are spoilt."""
    rows.write_parquet(path)
    whole = bytearray(path.read_bytes())
    for place in range(100, len(whole) // 2):
        whole[place] ^= 0x5A
    path.write_bytes(whole)


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


@pytest.mark.parametrize(
    "path", ["lac [1]{a,b}", "lac [1]{a,b}/**/m*.parquet", "lac [1]{a,b}/sous/m-1.parquet"]
)
def test_a_path_is_whole_and_may_have_the_signs_of_a_pattern(on: Engine, path: str, tmp_path: Path) -> None:
    """A folder or a file that exists is no pattern; a pattern may begin at the root, and reach any depth."""
    place = tmp_path / "lac [1]{a,b}" / "sous"
    place.mkdir(parents=True)
    missions("M1").write_parquet(place / "m-1.parquet")
    asked = str(tmp_path / path).replace("[1]", "?1?") if "**" in path else str(tmp_path / path)

    rows = on.rows(on.open("missions", Lake(paths=(asked,))).select("id_mission", "_fichier"))

    assert [("M1", "m-1.parquet")] == [(row["id_mission"], Path(row["_fichier"]).name) for row in rows]


def test_a_folder_named_as_a_file_is_a_folder(on: Engine, tmp_path: Path) -> None:
    """So Spark writes: its rows are not read twice."""
    place = tmp_path / "missions.parquet"
    place.mkdir()
    missions("M1").write_parquet(place / "part-0.parquet")

    for path in (tmp_path, place, tmp_path / "*.parquet"):
        assert [{"id_mission": "M1"}] == on.rows(
            on.open("missions", Lake(paths=(str(path),))).select("id_mission")
        )


def test_a_column_of_another_type_is_refused(on: Engine, tmp_path: Path) -> None:
    """Before anything is measured, with its name."""
    missions("M1").with_columns(debut=pl.lit("2026-03-02")).write_parquet(tmp_path / "m.parquet")

    with pytest.raises(ForeignColumnError, match="« debut » du tableau « missions »"):
        on.open("missions", Lake(paths=(str(tmp_path / "m.parquet"),)))


def test_each_file_has_the_published_types(on: Engine, tmp_path: Path) -> None:
    """One that has not is named, with its column; nothing is widened for it."""
    missions("M1", heures=7.0).write_parquet(tmp_path / "a.parquet")
    missions("M2", heures=7.0).cast({"heures": pl.Int64}).write_parquet(tmp_path / "b.parquet")

    with pytest.raises(ForeignColumnError, match=r"« heures » .*b\.parquet »"):
        on.open("missions", Lake(paths=(str(tmp_path),)))


def test_a_part_of_a_column_is_no_column(on: Engine, tmp_path: Path) -> None:
    """It may have the name of one, and another type."""
    other = missions("M1").with_columns(autre=pl.struct(debut=pl.lit("lundi")))
    other.select("autre", pl.exclude("autre")).write_parquet(tmp_path / "m.parquet")

    rows = on.rows(on.open("missions", Lake(paths=(str(tmp_path),))).select("debut"))

    assert [{"debut": MISSION["debut"]}] == rows


def test_instants_are_not_taken_for_moments_of_the_place(on: Engine, tmp_path: Path) -> None:
    """Half past eleven in Paris, stored as UTC, would be read as half past nine."""
    at = dt.datetime(2026, 6, 1, 21, 30, tzinfo=dt.UTC)
    order = (
        frame("commandes", [{"id_commande": "C1", "structure": "ai"}]).drop("_fichier", "_ligne").collect()
    )
    order.with_columns(recue_le=pl.lit(at).cast(pl.Datetime("us", "UTC"))).write_parquet(
        tmp_path / "c.parquet"
    )

    with pytest.raises(ForeignColumnError, match="« recue_le »"):
        on.open("commandes", Lake(paths=(str(tmp_path),)))


def test_instants_of_older_days_are_refused_too(on: Engine, tmp_path: Path) -> None:
    """As INT96, which Spark still writes, and which tells no zone."""
    (tmp_path / "c.parquet").write_bytes(zlib.decompress(base64.b64decode(INT96)))

    with pytest.raises(ForeignColumnError, match="« recue_le »"):
        on.open("commandes", Lake(paths=(str(tmp_path),)))


def test_a_number_that_is_not_finite_is_none(on: Engine, tmp_path: Path) -> None:
    """As in a file that zest reads."""
    told = {"M1": math.nan, "M2": math.inf, "M3": -math.inf, "M4": 21.5}
    pl.concat([missions(key, tarif_horaire=rate) for key, rate in told.items()]).write_parquet(
        tmp_path / "m.parquet"
    )

    opened = on.open("missions", Lake(paths=(str(tmp_path),))).select("id_mission", "tarif_horaire")

    assert {"M1": None, "M2": None, "M3": None, "M4": 21.5} == {
        row["id_mission"]: row["tarif_horaire"] for row in on.rows(opened)
    }


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


def test_a_file_that_is_not_parquet_is_named(on: Engine, tmp_path: Path) -> None:
    """Among others that are."""
    missions("M1").write_parquet(tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_text("id_mission;structure", "utf-8")

    with pytest.raises(UnreadableFileError, match=r"b\.parquet »"):
        on.open("missions", Lake(paths=(str(tmp_path),)))


def test_a_damaged_file_is_named(on: Engine, tmp_path: Path) -> None:
    """Its footer is sound, so that it shows only once its rows are read."""
    missions("M1").write_parquet(tmp_path / "a.parquet")
    damaged(missions(*(f"M{n}" for n in range(5_000))), tmp_path / "b.parquet")

    with pytest.raises(UnreadableFileError, match=r"b\.parquet » n'est pas un fichier Parquet lisible"):
        measure({"missions": Lake(paths=(str(tmp_path),))}, WORKED, on)


def test_what_stops_an_engine_is_not_always_a_file(on: Engine, tmp_path: Path) -> None:
    """A folder that is not there, to write to: the engine's own error is left as it is."""
    missions("M1", "M2").write_parquet(tmp_path / "a.parquet")
    lake = Lake(paths=(str(tmp_path),))

    with pytest.raises(Exception, match=r"absent|rows") as raised:
        measure({"missions": lake}, attrs.evolve(WORKED, rows_out=tmp_path / "absent" / "rows.csv"), on)

    assert not isinstance(raised.value, UnreadableFileError)
    assert "" == on.damaged(lake.paths, raised.value) == on.damaged(lake.paths, ValueError())


def test_rows_that_lack_what_every_row_must_have_are_set_aside(on: Engine, tmp_path: Path) -> None:
    """Counted and told, with their place, as when zest reads the file itself: never a share of what is left."""
    where = tmp_path / "missions-1.parquet"
    rows = [missions("M1"), missions("M2", salarie=None), missions("M3", client=None, salarie=None)]
    pl.concat(rows).write_parquet(where)
    missions("M4").drop("client").write_parquet(tmp_path / "missions-2.parquet")

    alone = read_table(where, "missions")
    [of_one] = measure({"missions": Lake(paths=(str(where),))}, WORKED, on).tables
    [of_both] = measure({"missions": Lake(paths=(str(tmp_path),))}, WORKED, on).tables

    assert (1, 2, 1 / 3) == (of_one.rows, of_one.aside, of_one.share)
    assert (1, 3, 1 / 4) == (of_both.rows, of_both.aside, of_both.share)
    assert {(one.message, one.place.line, one.fingerprint) for one in alone.findings} == {
        (one.message, one.place.line, one.fingerprint) for one in of_one.findings
    }
    assert ("missions-2.parquet", 2) == (
        Path(of_both.findings[-1].place.file).name,
        of_both.findings[-1].place.line,
    )


def test_many_rows_set_aside_are_counted(on: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first of them are told; so is how many there are, and which columns lack."""
    monkeypatch.setattr("zest.measuring.lacking.MOST", 2)
    rows = [
        missions("M1"),
        missions("M2", "M3", "M4", client=None),
        missions("M5", client=None, salarie=None),
    ]
    pl.concat(rows).write_parquet(tmp_path / "m.parquet")

    [told] = measure({"missions": Lake(paths=(str(tmp_path),))}, WORKED, on).tables

    assert 4 == told.aside
    assert ["Z054"] * 3 == [one.code for one in told.findings]
    assert [0, 3, 4] == [one.place.line for one in told.findings]
    assert (
        "4 lignes sont mises de côté : « client » manque à 4, « salarie » manque à 1."
        in told.findings[0].message
    )


def test_exits_have_no_key_of_their_own(on: Engine, tmp_path: Path) -> None:
    """One that lacks what it must have is told by its row."""
    exits = frame("sorties", [{"salarie": "s", "structure": "ai"}]).drop("_fichier", "_ligne").collect()
    exits.write_parquet(tmp_path / "s.parquet")

    told = lacking(on, "sorties", on.open("sorties", Lake(paths=(str(tmp_path),))))

    assert (1, ["Ligne 2, colonne « sortie_le » : la valeur manque ; la ligne est mise de côté."]) == (
        told.rows,
        [one.message for one in told.findings],
    )


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
