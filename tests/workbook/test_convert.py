"""``zest convert``: from one form of a dossier to another, and what it says of it."""

import json
from pathlib import Path

import pytest

import zest
from zest.cli import main

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
    codes = [main(["convert", str(tmp_path / "d"), str(tmp_path / name)]) for name in ("c.xlsx", "c.json")]
    text = capsys.readouterr().out.replace("\u00a0", " ")
    main(["convert", str(tmp_path / "d"), str(tmp_path / "e.xlsx"), "--format", "json"])
    tables = json.loads(capsys.readouterr().out)["tables"]

    assert [len(zest.load(tmp_path / "d").faults) > 0] * 2 == [code == 1 for code in codes]
    assert "Ce qui reste à côté" in text
    assert "incidents" in text
    assert [1, 1] == [one["rows"] for one in tables]
    assert ["m1"] == [one.key for one in zest.load(tmp_path / "c.xlsx").missions]


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
