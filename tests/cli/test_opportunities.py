"""``zest opportunities``: what it prints, what it refuses."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("polars")
pytest.importorskip("zest_hotellerie_restauration")

Run = Callable[..., tuple[int, str, str]]
SAMPLE = ("--bmo", "docs/guides/bmo")
EXAMPLE = "examples/caen-exemplaire"


def test_jobs_and_sectors_are_shown_with_bars_and_reasons(run: Run) -> None:
    """The part judged difficult has its own sign: colour says nothing alone."""
    code, out, err = run("opportunities", EXAMPLE, *SAMPLE, "--top", "2")
    out = out.replace("\u202f", " ").replace("\xa0", " ")

    assert (0, "") == (code, err)
    assert out.startswith("Zest' Hôtellerie-restauration, pays de Caen · Calvados, Manche et Orne · BMO 2025")
    assert "▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒████████· 2 417 à 2 421 projets · 64 % difficiles" in out
    assert "Métiers de vos secteurs : Commis de bar, Commis de salle, Serveur de banquet" in out
    assert "les 2 premiers sur 19" in out
    assert "De 2 603 en 2024 à 2 417–2 421 projets en 2025, en baisse." in out


def test_a_territory_can_be_typed(run: Run) -> None:
    """Then no dossier is needed, and jobs of no sector may be ranked."""
    _, out, _ = run("opportunities", "--territory", "61", *SAMPLE, "--all-jobs", "--top", "50")

    assert out.startswith("Département 61 · BMO 2025")
    assert "Le collectif" not in out.partition("Pour lire")[0]
    assert "le premier sur" in run("opportunities", "--territory", "61", *SAMPLE, "--top", "1")[1]


def test_a_territory_without_a_row_is_said(run: Run) -> None:
    """No empty table."""
    code, out, _ = run("opportunities", "--territory", "2A", *SAMPLE)

    assert 0 == code
    assert "Aucune ligne de l'enquête ne porte sur ce territoire." in out
    assert "Secteurs" not in out


def test_answers_for_programs(run: Run) -> None:
    """A versioned envelope, and a table of numbers with their bounds."""
    _, told, _ = run("opportunities", "--territory", "14", *SAMPLE, "--format", "json")
    _, table, _ = run("opportunities", EXAMPLE, *SAMPLE, "--format", "csv")
    answer = json.loads(told)
    rows = list(csv.DictReader(table.splitlines()))

    assert "zest-opportunities/1" == answer["schema"]
    assert {"low", "high"} == set(answer["jobs"][0]["need"]["projects"])
    assert 3 + 19 == len(rows)
    assert ("secteur", "hotellerie-restauration", "2417", "2421", "offered") == tuple(
        rows[0][name] for name in ("genre", "code", "projets_min", "projets_max", "offre")
    )


def test_a_label_that_a_spreadsheet_would_compute_is_disarmed(run: Run, tmp_path: Path) -> None:
    """Whoever made the file, its words stay words."""
    path = tmp_path / "bmo.csv"
    path.write_text(
        'metier,nommetier,Dept,BE25,met,xmet,smet\nS2X61,"=HYPERLINK(1)",14,2817,20,10,5\n', "utf-8"
    )  # fmt: skip
    _, table, _ = run("opportunities", "--territory", "14", "--bmo", str(path), "--format", "csv")

    assert "'=HYPERLINK(1)" in table


@pytest.mark.parametrize(
    "words, told",
    [
        (("--bmo", "docs/guides/bmo"), "il manque le territoire"),
        (("--territory", "99", *SAMPLE), "--territory : « 99 » n'est pas un code de département"),
        (("--territory", "14"), "Téléchargez sur data.gouv.fr"),
        (("--territory", "14", "--bmo", "rien.csv"), "Le fichier « rien.csv » n'existe pas."),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str) -> None:  # fmt: skip
    """And code 2."""
    monkeypatch.delenv("ZEST_DATA", raising=False)
    code, out, err = run("opportunities", *words)

    assert (2, "", 1) == (code, out, err.count("\n"))
    assert told in err.replace("\xa0", " ")
