"""``zest measure``: what it prints, what it refuses, what it leaves."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

pytest.importorskip("polars")
pytest.importorskip("zest_hotellerie_restauration")

import zest
from zest.cli import progress
from zest.tables.generating.writing import write_records

Run = Callable[..., tuple[int, str, str]]
DAY = ("--as-of", "2026-07-31")
DOSSIER = """
[collective]
name = "C"

[[structures]]
key = "a"
name = "A"

[[offers]]
key = "o"
sector = "echantillon"

[[offers.commitments]]
key = "reponse"
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables with a few breaches."""
    folder = tmp_path_factory.mktemp("tables") / "essai"
    write_records(folder, 1_000, 1, 2, "csv")
    return folder


@pytest.fixture
def tables(records: Path) -> list[str]:
    """Their three files."""
    return [str(records / f"{name}.csv") for name in ("commandes", "missions", "suivis")]


def test_tables_alone_are_measured(run: Run, tables: list[str]) -> None:
    """The promises of installed sectors first, then the measures that none of them makes."""
    code, out, err = run("measure", *tables, *DAY)

    out = out.replace("\u202f", " ").replace("\xa0", " ")
    assert (1, "") == (code, err)
    assert out.startswith("! À RISQUE · Tableaux sans dossier · mesuré au 31 juillet 2026 · polars\n")
    assert "2 lignes de côté (99,8 % mesurées)" in out
    assert "Formation renforcée avant un poste à risques  trained-before-assignment" in out
    assert "hours-in-window" in out.partition("Non mesurés")[2]
    assert " (en retard)" in out
    assert "Z072" in out
    assert "Z057" in out.partition("Ce que la lecture a trouvé")[2]


def test_one_promise_can_be_asked_for(run: Run, tables: list[str]) -> None:
    """By its key, or as a measure."""
    chosen = ("--commitment", "suivi-planifie", "--commitment", "order-form-complete")
    _, out, _ = run("measure", *tables, *DAY, *chosen)

    assert "suivi-planifie" in out
    assert "order-form-complete" in out
    assert "reponse-48h" not in out


def test_a_measure_that_no_promise_makes_is_put_as_it_is(run: Run, tables: list[str]) -> None:
    """A bound is asked for where it takes one."""
    code, out, _ = run(
        "measure", *tables[1:2], *DAY, "--commitment", "tariff-gap", "--commitment", "presented-before-first"
    )

    assert "tarif-homogene" in out
    assert code in (1, 3)


def test_a_measure_that_asks_for_a_bound_is_put_without_one(
    run: Run, tables: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no installed sector promises it, it says what it lacks."""
    monkeypatch.setattr("zest.plugins.discovery._entries", lambda: ())
    _, out, _ = run("measure", *tables, *DAY, "--commitment", "tariff-gap")

    assert "tariff-gap" in out.partition("Non mesurés")[2]
    assert "Aucun seuil n'est dit" in out


def test_a_folder_of_parquet_is_measured_where_it_is(run: Run, records: Path, tmp_path: Path) -> None:
    """Its name tells the table; the answer is that of the same rows in a file."""
    from zest.tables.reading import read_table

    folder = tmp_path / "suivis"
    folder.mkdir()
    frame = read_table(records / "suivis.csv").frame.drop("_fichier", "_ligne").collect()
    frame.write_parquet(folder / "a.parquet")
    asked = (str(records / "missions.csv"), *DAY, "--commitment", "follow-up-done", "--format", "json")
    (of_folder, of_file) = (
        json.loads(run("measure", where, *asked)[1])["promises"]
        for where in (str(folder), str(records / "suivis.csv"))
    )

    assert [one["overall"] for one in of_file] == [one["overall"] for one in of_folder]


def test_a_folder_and_a_file_make_one_table(run: Run, records: Path, tmp_path: Path) -> None:
    """Zest reads all of it, then; an address is not read so."""
    from zest.tables.reading import read_table

    whole = read_table(str(records / "missions.csv"), "missions").frame.collect()
    rows = whole.drop("_fichier", "_ligne")
    (tmp_path / "missions").mkdir()
    rows.head(100).write_parquet(tmp_path / "missions" / "a.parquet")
    rows.slice(100).write_csv(tmp_path / "missions-autres.csv")
    paths = [str(tmp_path / "missions"), str(tmp_path / "missions-autres.csv")]

    one, other = (
        [(told["overall"], told["measures"]) for told in json.loads(run(*asked)[1])["promises"]]
        for asked in (
            ("measure", *paths, *DAY, "--format", "json"),
            ("measure", str(records / "missions.csv"), *DAY, "--format", "json"),
        )
    )
    refused = run("measure", "s3://lac/missions/", paths[1])

    assert other == one
    assert 2 == refused[0]
    assert "mettez-les en Parquet à la même place" in refused[2]


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_what_is_amiss_in_a_lake_is_told(run: Run, records: Path, engine: str, tmp_path: Path) -> None:
    """Rows that lack a value are set aside, and make the answer wrong; a damaged file stops everything, by its name."""
    pytest.importorskip(engine)
    import polars as pl

    from zest.tables.reading import read_table

    (tmp_path / "missions").mkdir()
    whole = read_table(records / "missions.csv").frame.drop("_fichier", "_ligne").collect()
    client = pl.when(pl.int_range(pl.len()) % 2 == 0).then("client")
    whole.with_columns(client).write_parquet(tmp_path / "missions" / "a.parquet")
    asked = (
        "measure",
        str(tmp_path / "missions*"),
        *DAY,
        "--commitment",
        "incident-free",
        "--format",
        "json",
    )
    code, out, _ = run(*asked, "--engine", engine)
    [table] = json.loads(out)["tables"]
    damaged = bytearray((tmp_path / "missions" / "a.parquet").read_bytes())
    damaged[4:2_000] = bytes(1_996)
    (tmp_path / "missions" / "a.parquet").write_bytes(damaged)
    refused = run(*asked, "--engine", engine)

    assert 1 == code
    assert (len(whole) // 2, 0.5) == (table["aside"], table["share"])
    assert {"Z054"} == {finding["code"] for finding in table["findings"]}
    assert (2, "") == refused[:2]
    assert "a.parquet\xa0» n'est pas un fichier Parquet lisible, ou il est abîmé" in refused[2]


def test_an_unknown_promise_is_refused(run: Run, tables: list[str]) -> None:
    """With the nearest name."""
    code, out, err = run("measure", *tables, "--commitment", "suivi-planifié")

    assert (2, "") == (code, out)
    assert "vouliez-vous dire « suivi-planifie »" in err.replace("\xa0", " ")


def test_a_dossier_makes_the_promises(run: Run, tables: list[str]) -> None:
    """Those of its offers, with the kinds of its structures."""
    code, out, _ = run("measure", *tables, *DAY, "--dossier", "examples/caen-exemplaire")

    assert 1 == code
    assert "pays de Caen" in out
    assert "Z075" in out


@pytest.mark.parametrize("with_dossier", [False, True])
def test_a_sector_that_is_not_installed_is_measured(with_dossier: bool, run: Run, tmp_path: Path) -> None:
    """Its promise, whether or not a dossier makes it."""
    sample = Path(zest.__path__[0]) / "samples" / "sector"
    (tmp_path / "zest.toml").write_text(DOSSIER, "utf-8")
    table = tmp_path / "commandes.csv"
    table.write_text(
        "id_commande;structure;recue_le;traitee_le\nC1;a;2026-06-01 09:00;2026-06-02 09:00\n", "utf-8"
    )
    words = ("--dossier", str(tmp_path)) if with_dossier else ("--commitment", "reponse")
    code, out, err = run("measure", str(table), "--sector", str(sample), *words, *DAY)

    assert (0, "") == (code, err)
    assert "Chaque demande est traitée dans les 48 heures." in out.replace("\xa0", " ")


def test_the_answer_for_programs_fits_its_schema(run: Run, tables: list[str]) -> None:
    """Twice the same, to the byte."""
    code, out, _ = run("measure", *tables, *DAY, "--format", "json", "--rows", "3")
    _, again, _ = run("measure", *tables, *DAY, "--format", "json", "--rows", "3")
    schema = json.loads((files("zest") / "schemas" / "measurement-1.json").read_text("utf-8"))
    told = json.loads(out)

    Draft202012Validator(schema).validate(told)
    assert out == again
    assert code == told["exit_code"]
    assert {"commandes", "missions", "suivis"} == {table["name"] for table in told["tables"]}
    assert all(len(one["rows"]) <= 3 for one in told["promises"])


def test_a_screen_shows_few_rows_or_as_many_as_asked(run: Run, records: Path) -> None:
    """Five of each promise and rule, unless ``--rows`` says how many."""
    table, *asked = str(records / "missions.csv"), *DAY, "--commitment", "presented-before-first"
    screens = (run("measure", table, *asked, *more)[1] for more in ((), ("--rows", "1"), ("--rows", "7")))
    shown = [screen.partition("Lignes à corriger")[0].count("missions.csv:") for screen in screens]

    assert [2, 1, 2] == shown


def test_a_wrong_row_weighs_more_than_a_promise_that_is_not_measured(run: Run, tmp_path: Path) -> None:
    """What is wrong is known: 1, and 3 only where nothing is."""
    sound = Path("docs/guides/tableaux/missions.csv").read_text("utf-8")
    wrong = sound + sound.splitlines()[-1] + "\n"
    codes = []
    for name, text in (("missions-1.csv", wrong), ("missions-2.csv", sound)):
        (tmp_path / name).write_text(text, "utf-8")
        codes.append(run("measure", str(tmp_path / name), *DAY, "--commitment", "suivi-planifie")[0])

    assert [1, 3] == codes


def test_small_counts_are_not_published(run: Run, tables: list[str]) -> None:
    """Nor is any row."""
    _, out, _ = run("measure", *tables, *DAY, "--small-cells", "5")
    _, tiny, _ = run("measure", *tables, *DAY, "--small-cells", "1 000 000")

    assert "effectif tu" in out
    assert "missions.csv:" not in out.partition("Ce que la lecture")[0]
    assert "effectif trop petit pour être publié" in tiny


def test_rows_are_not_written_beside_what_is_published(run: Run, tables: list[str], tmp_path: Path) -> None:
    """One option hides them, the other writes them: no work is done."""
    file = tmp_path / "lignes.csv"
    code, _, err = run("measure", *tables, *DAY, "--rows-out", str(file), "--small-cells", "5")

    assert (2, False) == (code, file.exists())
    assert "demandez l'un, puis l'autre" in err


def test_all_rows_go_to_a_file(run: Run, tables: list[str], tmp_path: Path) -> None:
    """As CSV or Parquet, and nothing else."""
    run("measure", *tables, *DAY, "--rows-out", str(tmp_path / "lignes.csv"))
    code, _, err = run("measure", *tables, *DAY, "--rows-out", str(tmp_path / "lignes.xlsx"))

    head, *rows = (tmp_path / "lignes.csv").read_text("utf-8").splitlines()
    assert "mesure;engagement;offre;tableau;fichier;ligne;reference;structure;trimestre" == head
    assert 10 < len(rows)
    assert 2 == code
    assert "en .csv ou en .parquet" in err


def test_a_file_that_cannot_be_written_is_told(run: Run, tables: list[str], tmp_path: Path) -> None:
    """Before any work is done."""
    code, _, err = run("measure", *tables, *DAY, "--rows-out", str(tmp_path / "absent" / "lignes.csv"))

    assert 2 == code
    assert "ne peut pas être écrit" in err


def test_columns_may_have_other_names(run: Run, records: Path, tmp_path: Path) -> None:
    """As a mapping says; one that is wrong or absent is refused."""
    text = (records / "suivis.csv").read_text("utf-8").replace("fait_le", "réalisé", 1)
    (tmp_path / "suivis.csv").write_text(text, "utf-8")
    (tmp_path / "columns.toml").write_text('[suivis]\n"réalisé" = "fait_le"\n', "utf-8")
    (tmp_path / "wrong.toml").write_text("[suivi]\n", "utf-8")
    given = (
        "measure",
        str(tmp_path / "suivis.csv"),
        str(records / "missions.csv"),
        *DAY,
        "--commitment",
        "follow-up-done",
    )

    code, out, _ = run(*given, "--columns", str(tmp_path / "columns.toml"))
    wrong = run(*given, "--columns", str(tmp_path / "wrong.toml"))
    absent = run(*given, "--columns", str(tmp_path / "absent.toml"))

    assert 0 < out.count("suivi-planifie")
    assert code in (0, 1)
    assert (2, 2) == (wrong[0], absent[0])


@pytest.mark.parametrize(
    "words,said",
    [
        (("commande.csv",), "n'existe pas"),
        (("zest.toml",), "de quel tableau"),
        (("missions-absent.csv",), "n'existe pas"),
        (("missions.csv",), "répertoire sans fichier Parquet"),
        (("missions-vide.csv", "--columns", "."), "est un dossier"),
        (("missions-vide.csv", "--columns", "zest.toml"), "zest.toml:2:2 : « missions » est déjà défini"),
        (("missions-vide.csv", "--columns", "mac.toml"), "n'est pas en UTF-8"),
        (("missions-vide.csv", "--dossier", "absent"), "Le fichier « absent » n'existe pas"),
    ],
)
def test_what_is_no_table_is_refused(
    run: Run, words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one French sentence."""
    (tmp_path / "missions.csv").mkdir()
    (tmp_path / "missions-vide.csv").write_text("id_mission\n")
    (tmp_path / "zest.toml").write_text("[missions]\n[missions]\n")
    (tmp_path / "mac.toml").write_bytes(b"# \x8e\n")
    monkeypatch.chdir(tmp_path)

    code, out, err = run("measure", *words)

    assert (2, "") == (code, out)
    assert said in err.replace("\xa0", " ")


def test_engines_are_chosen_by_name(run: Run, records: Path) -> None:
    """Another one than those is refused; DuckDB reads Parquet and CSV together."""
    pytest.importorskip("duckdb")
    parquet = records.parent / "missions.parquet"
    from zest.tables.reading import read_table

    read_table(records / "missions.csv").frame.drop("_fichier", "_ligne").collect().write_parquet(parquet)
    given = (
        str(parquet),
        str(records / "suivis.csv"),
        *DAY,
        "--commitment",
        "suivi-planifie",
        "--format",
        "json",
    )
    code, out, _ = run("measure", *given, "--engine", "duckdb")
    both = run("measure", str(records / "missions.csv"), *given, "--engine", "duckdb")
    wrong = run("measure", *given, "--engine", "pandas")

    assert "duckdb" == json.loads(out)["engine"]
    assert code in (0, 1)
    assert 1 == both[0]
    assert 2 == wrong[0]


def test_the_steps_are_shown_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, and gone at the end."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress.steps() as step:
        step("mesure des tableaux")

    assert "" == capsys.readouterr().out
