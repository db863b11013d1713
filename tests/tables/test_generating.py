"""The generator: the same tables for the same seed, sound but for what is planted, and what is planted is known."""

import datetime as dt
import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from zest.errors import UnwritableError
from zest.tables.generating import Records, chunks, generate, records, writing
from zest.tables.generating.base import BLOCK
from zest.tables.generating.chance import draw
from zest.tables.generating.records import smallest
from zest.tables.generating.world import AS_OF, LEVELS, TRADES, Trade, season
from zest.tables.generating.writing import write_records
from zest.tables.reading import read_table
from zest.tables.schemas import TABLES

AS = dt.datetime.combine(AS_OF, dt.time.max)


def reference(index: int, seed: int, purpose: int) -> int:
    """Draw as SplitMix64 does, in plain Python."""
    word = 2**64
    start = (seed * 0xBF58476D1CE4E5B9 + (purpose + 1) * 0x94D049BB133111EB) % word
    bits = (index * 0x9E3779B97F4A7C15 + start) % word
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9 % word
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB % word
    return bits ^ (bits >> 31)


@given(index=st.integers(0, 2**40), seed=st.integers(0, 2**31), purpose=st.integers(0, 9))
def test_a_draw_depends_on_nothing_but_its_seed(index: int, seed: int, purpose: int) -> None:
    """It is the one that plain arithmetic gives, on every machine and version."""
    drawn = pl.select(draw(pl.lit(index), seed, purpose)).item()

    assert reference(index, seed, purpose) == drawn


def test_the_same_seed_makes_the_same_tables() -> None:
    """Another one makes others."""
    one, same, other = generate(500, 7, 2), generate(500, 7, 2), generate(500, 8, 2)

    for name in TABLES:
        assert_frame_equal(one.table(name), same.table(name))
    assert one.manifest == same.manifest
    assert not one.missions.equals(other.missions)


def test_tables_made_in_parts_are_those_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """But for the order of their rows: what is planted is spread over the parts."""
    whole = generate(600, 3, 3)
    monkeypatch.setattr(records, "CHUNK", BLOCK * 4)
    parts = list(chunks(600, 3, 3))

    assert 1 < len(parts)
    for name in TABLES:
        joined = pl.concat([part.table(name) for part in parts])
        assert_frame_equal(whole.table(name), joined, check_row_order=False)


@pytest.mark.parametrize("rows,breaches", [(1, 0), (23, 0), (smallest(1), 1), (1000, 5)])
def test_the_number_of_missions_is_the_one_asked(rows: int, breaches: int) -> None:
    """Planted ones are among them."""
    assert rows == generate(rows, 1, breaches).missions.height


@pytest.mark.parametrize("rows,breaches", [(0, 0), (smallest(2) - 1, 2), (100, -1)])
def test_what_cannot_be_made_is_refused(rows: int, breaches: int) -> None:
    """Breaches need missions."""
    with pytest.raises(ValueError, match="breaches of each kind"):
        generate(rows, 1, breaches)


def planted(made: Records, name: str) -> set[str]:
    """Return what the manifest says of one kind."""
    return set(made.manifest["planted"][name])


def ids(frame: pl.DataFrame, fault: pl.Expr) -> set[str]:
    """Return the references of the rows at fault."""
    return set(frame.filter(fault).to_series(0))


@pytest.mark.parametrize("seed,rows", [(1, 4_000), (2, 4_000), (3, 60_000)])
def test_what_is_planted_is_found_and_nothing_else(seed: int, rows: int) -> None:
    """A plain reading of each promise finds the manifest, exactly."""
    made = generate(rows, seed, 4)
    lent, asked = made.missions, made.commandes
    waited = pl.col("traitee_le") - pl.col("recue_le")
    kinds = made.manifest["structures"]
    first = pl.col("debut") == pl.col("debut").min().over("structure", "salarie", "client")
    market = ("departement", "metier", pl.col("debut").dt.quarter(), pl.col("debut").dt.year())
    contact = pl.col("interlocuteur") != pl.col("interlocuteur").first().over(
        "structure", "client", order_by="recue_le"
    )
    before = pl.col("fin").cum_max().shift(1).over("salarie", order_by="debut")
    hours = pl.col("heures").cum_sum().over("salarie", order_by="debut")
    capped = pl.col("structure").is_in([key for key, kind in kinds.items() if kind == "AI"])
    known = [job for trade in TRADES for job in trade.jobs]

    found = {
        "reponse-heures-horloge": ids(asked, waited > dt.timedelta(hours=48)),
        "reponse-heures-ouvrees": ids(asked, waited > dt.timedelta(days=14)),
        "commande-complete": ids(asked, pl.any_horizontal(pl.col("metier", "personnes", "debut").is_null())),
        "commande-en-double": ids(asked, pl.col("id_commande").is_duplicated()),
        "date-future": ids(asked, pl.col("recue_le") > AS),
        "referent": ids(asked, contact),
        "referent-clients": set(asked.filter(contact)["client"]),
        "presentation": ids(lent, first & (pl.col("presente_le") > pl.col("debut"))),
        "dpae": ids(lent, pl.col("dpae_le") >= pl.col("debut_a")),
        "contrat": ids(lent, pl.max_horizontal("contrat_mad_le", "contrat_travail_le") > pl.col("debut")),
        "tarif": ids(lent, pl.col("tarif_horaire") > pl.col("tarif_horaire").min().over(*market) + 0.001),
        "plafond-heures": set(lent.filter(capped & (hours > 480))["salarie"]),
        "plafond-heures-missions": ids(lent, capped & (hours > 480)),
        "formation": ids(lent, pl.col("poste_a_risque") & (pl.col("formation_le") > pl.col("debut"))),
        "incident": ids(lent, pl.col("incidents") > 0),
        "fin-avant-debut": ids(lent, pl.col("fin") < pl.col("debut")),
        "chevauchement": ids(lent, before >= pl.col("debut")),
        "journee-trop-longue": ids(lent, pl.col("heures_jour_max") > 10),
        "metier-inconnu": ids(lent, ~pl.col("metier").is_in(known)),
        "suivi": ids(made.suivis, pl.col("fait_le").is_null()),
    }

    assert set(made.manifest["planted"]) == set(found)
    for name, references in found.items():
        assert planted(made, name) == references, name
    assert {4, 8, 12} == {len(one) for one in made.manifest["planted"].values()}


def test_tables_without_a_breach_plant_none() -> None:
    """The manifest says so."""
    assert {()} == {tuple(one) for one in generate(2_000, 1).manifest["planted"].values()}


def test_the_tables_fit_their_schemas_and_each_other() -> None:
    """Nothing is found in them but the order that was exported twice, and every reference leads somewhere."""
    made = generate(3_000, 5, 2)

    tables = {name: read_table(made.table(name), name) for name in TABLES}

    assert {"commandes": {"Z057": 2}, "missions": {}, "suivis": {}, "sorties": {}} == {
        name: dict(table.counts) for name, table in tables.items()
    }
    assert set(made.missions["id_commande"]) <= set(made.commandes["id_commande"])
    assert set(made.suivis["id_mission"]) <= set(made.missions["id_mission"])
    assert set(made.sorties["salarie"]) <= set(made.missions["salarie"])
    assert set(made.missions["structure"]) <= set(made.manifest["structures"])


def test_the_tables_look_like_those_of_a_collective() -> None:
    """Several structures and départements, clients of every kind, workers who come back, summers at hotels."""
    made = generate(20_000, 1)
    lent = made.missions
    hotels = lent.filter(pl.col("offre") == "hotellerie")["debut"].dt.month()

    assert ["AI", "ETTI"] == sorted(set(made.manifest["structures"].values()))
    assert {"entreprise", "particulier", "organisme-public", "association"} == set(lent["type_client"])
    assert 3 <= lent["departement"].n_unique()
    assert 12 == lent.group_by("salarie").len()["len"].max()
    assert 2 * (hotels == 1).sum() < (hotels == 8).sum()
    assert (lent["debut"].dt.weekday() <= 5).all()
    assert (lent["fin"] <= AS_OF).all()
    assert (made.sorties["sortie_le"] <= AS_OF).all()


@pytest.mark.parametrize("trade", TRADES, ids=lambda trade: trade.offer)
def test_two_missions_of_one_worker_are_never_in_one_week(trade: Trade) -> None:
    """Twelve missions share a season: no week is so full that two of them would meet there."""
    weeks = list(season(trade))

    assert LEVELS == len(weeks)
    assert weeks == sorted(weeks)
    assert max(weeks.count(week) for week in weeks) < LEVELS / 24 - 1


@pytest.mark.parametrize("form", ["csv", "parquet", "xlsx"])
def test_what_is_written_is_read_back(form: str, tmp_path: Path) -> None:
    """In each format, with its manifest."""
    made, folder = generate(120, 4, 1), tmp_path / "essai"
    told: list[int] = []

    write_records(folder, 120, 4, 1, form, told.append)

    assert 120 == sum(told)
    assert sorted([*(f"{name}.{form}" for name in TABLES), "manifeste.json"]) == sorted(
        file.name for file in folder.iterdir()
    )
    assert made.manifest == json.loads((folder / "manifeste.json").read_text("utf-8"))
    for name in TABLES:
        table = read_table(folder / f"{name}.{form}")
        expected = read_table(made.table(name), name)
        assert expected.counts == table.counts
        assert_frame_equal(expected.frame.collect().drop("_fichier"), table.frame.collect().drop("_fichier"))


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """And nothing is left beside it."""
    (tmp_path / "essai").mkdir()

    write_records(tmp_path / "essai", 5, 1)

    assert ["essai"] == [file.name for file in tmp_path.iterdir()]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    """So is a file of that name."""
    (tmp_path / "essai").write_text("à moi", "utf-8")
    (tmp_path / "plein").mkdir()
    (tmp_path / "plein" / "note").write_text("à moi", "utf-8")

    for name in ("essai", "plein"):
        with pytest.raises(UnwritableError, match="existe déjà"):
            write_records(tmp_path / name, 5, 1)


def test_what_does_not_fit_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    """Too many breaches; too many rows for a workbook."""
    with pytest.raises(UnwritableError, match="au moins 58 missions"):
        write_records(tmp_path / "essai", 10, 1, 2)
    with pytest.raises(UnwritableError, match="prenez csv ou parquet"):
        write_records(tmp_path / "essai", writing.SHEET_ROWS + 1, 1, form="xlsx")
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_interrupted_work_leaves_nothing(form: str, tmp_path: Path) -> None:
    """Neither half a folder nor a hidden one."""

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_records(tmp_path / "essai", 50, 1, form=form, done=stop)

    assert [] == list(tmp_path.iterdir())


def test_the_folder_where_one_works_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """« . » stays the same folder, and nothing is left beside it."""
    (tmp_path / "essai").mkdir()
    monkeypatch.chdir(tmp_path / "essai")
    write_records(Path(), 5, 1)

    assert (tmp_path / "essai").samefile(Path())
    assert writing.MANIFEST in {one.name for one in Path().iterdir()}
    assert [tmp_path / "essai"] == list(tmp_path.iterdir())
