"""``zest new records``: invented tables in a new folder, or one French line."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from zest.cli.progress import progress

pytest.importorskip("polars")

Run = Callable[..., tuple[int, str, str]]


def test_new_records_fills_a_new_folder(run: Run, tmp_path: Path) -> None:
    """Nothing is printed but where they are."""
    code, out, err = run("new", "records", "--rows", "1 00", "--breaches", "1", "--out", str(tmp_path / "t"))

    assert (0, "") == (code, out)
    assert f"écrits dans {tmp_path / 't'}" in err
    assert 100 == json.loads((tmp_path / "t/manifeste.json").read_text("utf-8"))["rows"]
    assert 101 == len((tmp_path / "t/missions.csv").read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    "words,told",
    [
        ((), "il manque QUOI"),
        (("record",), "vouliez-vous dire « records » ?"),
        (("records",), "il manque --rows, --out"),
        (("records", "--rows", "dix"), "« dix » n'est pas un nombre entier d'au moins 1"),
        (("records", "--rows", "0"), "« 0 » n'est pas un nombre entier d'au moins 1"),
        (("records", "--rows", "9", "--out", "x", "--breeches", "1"), "vouliez-vous dire « --breaches » ?"),
        (("records", "--rows", "9", "--out", "x", "--format", "xls"), "vouliez-vous dire « xlsx » ?"),
        (("records", "--rows", "9", "--out", "docs"), "« docs » existe déjà"),
        (("records", "--rows", "9", "--out", "x", "--breaches", "9"), "Il faut au moins"),
    ],
)
def test_wrong_use_is_told_in_one_french_line(run: Run, words: tuple[str, ...], told: str) -> None:
    """With the nearest word; nothing is written."""
    code, out, err = run("new", *words)

    assert (2, "", 1) == (code, out, err.count("\n"))
    assert told in err.replace("\N{NO-BREAK SPACE}", " ")


def test_a_system_that_refuses_is_told(run: Run, tmp_path: Path) -> None:
    """Nothing is left behind."""
    (tmp_path / "file").write_text("x", "utf-8")

    code, _, err = run("new", "records", "--rows", "9", "--out", str(tmp_path / "file" / "t"))

    assert 3 == code
    assert "ne peut pas être écrit" in err


def test_a_bar_shows_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere a log stays short."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, log = Terminal(), io.StringIO()
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for stream in (terminal, log):
        monkeypatch.setattr("sys.stderr", stream)
        with progress("Tableaux", 10) as done:
            done(4)

    assert "Tableaux" in terminal.getvalue()
    assert "" == log.getvalue()
