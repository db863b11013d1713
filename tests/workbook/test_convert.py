"""``zest convert``: from one form of a dossier to another, and what it says of it."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
import xlsxwriter

import zest
from zest.cli import main
from zest.errors import UnwritableError
from zest.workbook.writing import to_workbook

CAEN = str(Path(__file__).parents[2] / "examples/caen-exemplaire")
FAULTY = str(Path(__file__).parents[2] / "examples/fautif")


def test_there_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, a workbook, TOML and JSON hold the same dossier; it says how many rows of each."""
    book, folder = tmp_path / "a" / "classeur.xlsx", tmp_path / "retour"
    assert 0 == main(["convert", CAEN, str(book)])
    assert "15 lignes" in capsys.readouterr().out
    assert 0 == main(["convert", str(book), str(folder)])
    assert 0 == main(["convert", str(folder), str(tmp_path / "d.json")])

    assert zest.load(CAEN) == zest.load(book) == zest.load(folder) == zest.load(tmp_path / "d.json")


def test_what_could_not_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One by one with its place, and the exit code says that something is missing."""
    assert 1 == main(["convert", FAULTY, str(tmp_path / "c.xlsx")])
    text = capsys.readouterr().out
    assert 1 == main(["convert", FAULTY, str(tmp_path / "c.xlsx"), "--force", "--format", "json"])
    lost = json.loads(capsys.readouterr().out)["lost"]

    assert "Ce qui n'a pas été lu" in text
    assert len(zest.load(FAULTY).faults) == len(lost)
    assert "zest.toml:10:1" in text


def test_tables_stay_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Their rows become objects; what only the table holds is told, and that only it can be measured."""
    (tmp_path / "d/tables").mkdir(parents=True)
    (tmp_path / "d/zest.toml").write_text(
        '[collective]\nname = "C"\n\n[[structures]]\nkey = "a"\nname = "A"\n'
    )
    rows = "id_mission;structure;client;salarie;debut;heures\nm1;a;c;s-1;2026-01-05;7\n"
    (tmp_path / "d/tables/missions.csv").write_text(rows)
    (tmp_path / "d/tables/sorties.csv").write_text("salarie;structure;sortie_le\ns-1;a;2026-02-01\n")
    codes = [main(["convert", str(tmp_path / "d"), str(tmp_path / name)]) for name in ("c.json", "c.toml")]
    text = capsys.readouterr().out.replace("\u00a0", " ")
    main(["convert", str(tmp_path / "d"), str(tmp_path / "e.xlsx"), "--format", "json"])
    tables = json.loads(capsys.readouterr().out)["tables"]

    assert [len(zest.load(tmp_path / "d").faults) > 0] * 2 == [code == 1 for code in codes]
    assert "Ce qui reste à côté" in text
    assert "incidents" in text
    assert [1, 1] == [one["rows"] for one in tables]
    assert ["m1"] == [one.key for one in zest.load(tmp_path / "c.json").missions]


@pytest.fixture
def tabled(tmp_path: Path) -> Path:
    """A dossier with many rows, some at fault, and a second file of one table."""
    folder = tmp_path / "d"
    assert 0 == main(["new", "records", "--rows", "120", "--breaches", "2", "--out", str(folder / "tables")])
    (folder / "tables/manifeste.json").unlink()
    rows = "id_mission,structure,client,salarie,debut,poste_a_risque\nz1,bocage-emploi,c,s-1,2026-01-05,oui\n"
    (folder / "tables/missions-2.csv").write_text(rows)
    shutil.copy(Path(CAEN) / "zest.toml", folder / "zest.toml")
    return folder


def test_tables_are_sheets_and_files_again(
    tabled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sheet a table; they are judged and measured as the files are, each finding at its row; and back."""
    day = dt.date(2026, 11, 23)
    for source, target in ((tabled, "c.xlsx"), (tmp_path / "c.xlsx", "e"), (tmp_path / "c.xlsx", "f.xlsx")):
        main(["convert", str(source), str(tmp_path / target)])
    assert "reste à côté" not in capsys.readouterr().out
    whole = zest.load(tabled)
    read = {name: zest.load(tmp_path / name) for name in ("c.xlsx", "e", "f.xlsx")}
    reports = {name: zest.check(one, as_of=day) for name, one in read.items()}
    first = zest.check(whole, as_of=day)
    sheets = {one.place.sheet for one in reports["c.xlsx"].findings if one.place.sheet.startswith("Tableau")}

    assert dict.fromkeys(read, whole) == read
    assert all(first.commitments == one.commitments for one in reports.values())
    assert 5 == len(read["c.xlsx"].tables) == len(list((tmp_path / "e/tables").iterdir()))
    assert {"Tableau missions", "Tableau commandes"} <= sheets
    assert {""} == {one.place.file.partition("c.xlsx")[2] for one in reports["c.xlsx"].findings}


@pytest.mark.parametrize(
    "part,target",
    [
        ("zest.json", "e"),
        ("zest.toml", "e/zest.json"),
        ("experiences/une.toml", "e"),
        ("tables/missions-3.csv", "e"),
        ("tables/columns.toml", "e"),
        ("tables/missions-3.csv", "e/zest.toml"),
    ],
)
def test_parts_of_another_dossier_are_not_mixed_in(
    part: str, target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even with ``--force``: they would be read with what is written; nothing is."""
    stays = tmp_path / "e" / part
    stays.parent.mkdir(parents=True)
    stays.write_text("")

    assert 2 == main(["convert", CAEN, str(tmp_path / target), "--force"])
    assert f"{stays.as_posix()}\u00a0» serait lu avec le nouveau dossier" in capsys.readouterr().err
    assert [stays] == [file for file in (tmp_path / "e").rglob("*") if file.is_file()]


def test_what_no_dossier_reads_stays(tmp_path: Path) -> None:
    """A note beside tables, a lock of an office suite, another dossier's file under a name of its own."""
    (tmp_path / "e/tables").mkdir(parents=True)
    for name in ("tables/lisez-moi.md", "tables/~$missions.xlsx", "tables/mensuel.toml", "ancien.toml"):
        (tmp_path / "e" / name).write_text("")

    assert 0 == main(["convert", CAEN, str(tmp_path / "e")])
    assert zest.load(CAEN) == zest.load(tmp_path / "e")


def test_a_folder_is_written_whole_or_not_at_all(tabled: Path, tmp_path: Path) -> None:
    """A table that is there already is seen before the first file is written."""
    (tmp_path / "e/tables").mkdir(parents=True)
    (tmp_path / "e/tables/commandes.csv").write_text("")
    main(["convert", str(tabled), str(tmp_path / "f")])

    assert (tmp_path / "f/tables/commandes.csv").exists()
    assert 2 == main(["convert", str(tabled), str(tmp_path / "e")])
    assert ["commandes.csv"] == [file.name for file in (tmp_path / "e").rglob("*") if file.is_file()]


def test_a_sheet_of_a_table_may_be_empty(tmp_path: Path) -> None:
    """The rest of the workbook is there, and what its header lacks is told on its sheet."""
    with xlsxwriter.Workbook(tmp_path / "c.xlsx") as book:
        page = book.add_worksheet("Collectif")
        page.write_row(0, 0, ["Nom"])
        page.write_row(1, 0, ["C"])
        book.add_worksheet("Tableau missions")
        book.add_worksheet("Tableau sorties").write_row(0, 0, ["salarie", "structure", "sortie_le"])
    dossier = zest.load(tmp_path / "c.xlsx")

    assert "C" == dossier.name
    assert ["missions", "sorties"] == [table.name for table in dossier.tables]
    assert all(one.place.sheet.startswith("Tableau ") for one in dossier.faults)


def test_a_table_too_long_for_a_sheet_is_refused(tabled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence that names it."""
    monkeypatch.setattr("zest.workbook.writing.MOST_ROWS", 10)

    with pytest.raises(UnwritableError, match="plus de 10 lignes"):
        to_workbook(zest.load(tabled))


def test_what_is_there_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unless one insists; a form that is none, an unreadable dossier and a lost folder are refused in a line."""
    (tmp_path / "zest.toml").write_text("x = [")
    (tmp_path / "f").write_text("")
    for words, said in (
        ((CAEN, str(tmp_path)), "existe déjà"),
        ((CAEN, str(tmp_path / "a.docx")), "zest écrit .xlsx, .toml, .json"),
        ((str(tmp_path), str(tmp_path / "b.xlsx")), "zest.toml:1:"),
        ((CAEN, str(tmp_path / "f" / "c.xlsx")), "ne peut pas être écrit"),
    ):
        assert 2 == main(["convert", *words])
        assert said in capsys.readouterr().err.replace("\u00a0", " ")
    assert 0 == main(["convert", CAEN, str(tmp_path), "--force"])
