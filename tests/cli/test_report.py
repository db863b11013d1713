"""``zest report`` and what ``zest status`` adds: forms, files, refusals."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("htpy")
pytest.importorskip("xlsxwriter")
pytest.importorskip("icalendar")
pytest.importorskip("zest_hotellerie_restauration")

Run = Callable[..., tuple[int, str, str]]
EXAMPLE = "examples/caen-exemplaire"
DAY = ("--as-of", "2026-11-23")


def test_a_page_is_printed_or_written(run: Run, tmp_path: Path) -> None:
    """The same one."""
    path = tmp_path / "rapport.html"
    code, out, err = run("report", EXAMPLE, *DAY)
    written = run("report", EXAMPLE, *DAY, "-o", str(path))

    assert (0, "") == (code, err)
    assert out.startswith("<!doctype html><html lang=")
    assert (0, "") == written[:2]
    assert out == path.read_text("utf-8")


def test_the_form_is_that_of_the_file(run: Run, tmp_path: Path) -> None:
    """Unless it is asked for."""
    book, data = tmp_path / "rapport.xlsx", tmp_path / "rapport.json"
    run("report", EXAMPLE, *DAY, "-o", str(book))
    run("report", EXAMPLE, *DAY, "-o", str(data))
    run("report", EXAMPLE, *DAY, "-o", str(tmp_path / "rapport.txt"), "--format", "json")

    assert book.read_bytes().startswith(b"PK")
    assert "zest-account/1" == json.loads(data.read_text("utf-8"))["schema"]
    assert data.read_bytes() == (tmp_path / "rapport.txt").read_bytes()


def test_data_have_the_silences_of_the_page(run: Run) -> None:
    """Hidden numbers are null."""
    told = json.loads(run("report", "examples/fautif", "--as-of", "2026-04-20", "--format", "json")[1])
    slides = json.loads(
        run("report", "examples/basse-normandie", "--as-of", "2014-11-30", "--format", "json")[1]
    )

    assert {"structure", "quarter", "kept", "cases"} == set(told["promises"][0]["cells"][0])
    assert None in {cell["cases"] for one in told["promises"] for cell in one["cells"]}
    assert (19, None) == (slides["exits"][0]["dynamic"], slides["exits"][0]["dynamic_rate"])
    assert 17_997 == slides["declared"][0]["hours"]
    assert None is slides["opportunities"]


def test_the_survey_joins_the_report(run: Run) -> None:
    """On the territory of the dossier."""
    pytest.importorskip("polars")
    told = json.loads(run("report", EXAMPLE, *DAY, "--bmo", "docs/guides/bmo", "--format", "json")[1])

    assert ("Calvados, Manche et Orne", 2025) == (
        told["opportunities"]["area"],
        told["opportunities"]["year"],
    )


@pytest.mark.parametrize(
    "words, told",
    [
        ((EXAMPLE, "--format", "xlsx"), "un xlsx ne s'écrit pas à l'écran : donnez « -o rapport.xlsx »."),
        ((EXAMPLE, "--format", "docx"), "« docx » n'est pas admis"),
        ((), "il manque le dossier"),
        (("examples/rien",), "examples/rien"),
        ((EXAMPLE, "-o", "rien/rapport.html"), "ne peut pas être écrit"),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, words: tuple[str, ...], told: str) -> None:
    """And code 2."""
    code, out, err = run("report", *words)

    assert (2, "", 1) == (code, out, err.count("\n"))
    assert told in err.replace("\xa0", " ")


def test_status_says_who_acts_and_by_when(run: Run) -> None:
    """What has a day comes first; many names are counted."""
    out = run("status", "examples/bretagne-btp", "--as-of", "2015-06-01")[1].replace("\xa0", " ")
    told = json.loads(run("status", EXAMPLE, *DAY, "--format", "json")[1])

    assert "À faire (1 acte en retard)" in out
    assert "en retard, d'ici au 31 décembre 2014  Formation des permanents" in out
    assert "5 structures" in out.partition("À faire")[2]
    assert [("meeting", "2026-12-17")] == [(one["kind"], one["due"]) for one in told["acts"]]


def test_status_makes_an_agenda(run: Run, tmp_path: Path) -> None:
    """Lines end as the format asks, on the screen and in a file."""
    path = tmp_path / "agenda.ics"
    out = run("status", EXAMPLE, *DAY, "--format", "ics")[1]
    run("status", EXAMPLE, *DAY, "--format", "ics", "--output", str(path))

    assert out.startswith("BEGIN:VCALENDAR")
    assert 4 == out.count("BEGIN:VEVENT")
    assert out.replace("\r\n", "\n").encode() == path.read_bytes().replace(b"\r\n", b"\n")
    assert path.read_bytes().endswith(b"END:VCALENDAR\r\n")
