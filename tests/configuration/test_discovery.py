"""The nearest configuration is found, what it extends is read, and what it cannot hold is refused in a sentence."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from zest.configuration.discovery import nearest, read_settings
from zest.configuration.settings import Settings
from zest.errors import UnreadableFileError

Forbidding = Callable[[Path], AbstractContextManager[None]]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder of two teams, each with dossiers."""
    for name in ("a/one", "a/two", "b"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / ".zest.toml").write_text('select = ["Z1"]\nfail-on = "warning"\nbaseline = "connus.json"\n')
    (tmp_path / "a/.zest.toml").write_text('extend = "../.zest.toml"\nignore = ["Z109"]\nstrict = true\n')
    (tmp_path / "a/one/pyproject.toml").write_text('[tool.zest]\nfail-on = "never"\nexternal = false\n')
    (tmp_path / "a/two/pyproject.toml").write_text("[project]\n")
    (tmp_path / "b/pyproject.toml").write_text("x = [")
    return tmp_path


def test_the_nearest_is_taken(tree: Path) -> None:
    """Of the folder of the dossier, else of the nearest above; the main file of a dossier is none."""
    (tree / "a/two/zest.toml").write_text("")

    assert tree / "a/one/pyproject.toml" == nearest(tree / "a/one")
    assert tree / "a/.zest.toml" == nearest(tree / "a/two/zest.toml")
    assert tree / ".zest.toml" == nearest(tree / "b")
    assert tree / ".zest.toml" == nearest(tree / "b" / "nothing.toml")


def test_what_extends_wins(tree: Path) -> None:
    """What it leaves out comes from the other; files are told from where they are written."""
    told = read_settings(tree / "a/.zest.toml")

    assert (("Z1",), ("Z109",), "warning", True) == (told.select, told.ignore, told.fail_on, told.strict)
    assert (tree / "a/../connus.json").as_posix() == told.baseline
    assert Settings(fail_on="never", external=False) == read_settings(tree / "a/one/pyproject.toml")


@pytest.mark.parametrize(
    "text,words",
    [
        ("x = [", r".zest.toml:1:6 : .*Il manque une valeur"),
        ("a = 1\n", ":1:1 : La clé « a »"),
        ('extend = ["a"]', ":1:10 : Il faut ici un texte"),
        ('selct = ["Z1"]', "vouliez-vous dire « select »"),
        ('sector = ["."]', "n'est pas connue"),
        ("select = 1", "Il faut ici une liste"),
        ('fail-on = "eror"', "n'est pas l'un de error, warning, info, never"),
        ('extend = ".zest.toml"', "tourne en rond"),
        ('extend = "no.toml"', "n'existe pas"),
    ],
)
def test_what_it_cannot_hold_is_refused(text: str, words: str, tmp_path: Path) -> None:
    """In a sentence that names the file."""
    (tmp_path / ".zest.toml").write_text(text)

    with pytest.raises(UnreadableFileError, match=words):
        read_settings(tmp_path / ".zest.toml")


def test_a_path_that_turns_round_has_no_configuration(tmp_path: Path) -> None:
    """The dossier itself is refused later, in a sentence."""
    (tmp_path / "a").symlink_to(tmp_path / "a")

    assert nearest(tmp_path / "a" / "b") is None or nearest(tmp_path / "a" / "b")


@pytest.mark.parametrize("lay", [Path.mkdir, os.mkfifo, lambda file: file.symlink_to(file)])
def test_what_bears_its_name_is_never_passed_over(lay: Callable[[Path], None], tree: Path) -> None:
    """A folder, a pipe or a loop is refused in its own words, and nothing waits."""
    lay(tree / "b/.zest.toml")

    assert tree / "b/.zest.toml" == nearest(tree / "b")
    with pytest.raises(UnreadableFileError, match="est un (dossier|tube|lien symbolique)"):
        read_settings(tree / "b/.zest.toml")


def test_a_broken_pyproject_that_speaks_of_zest_is_told(tree: Path) -> None:
    """With its line; one that does not is another tool's business."""
    (tree / "b/pyproject.toml").write_text("[project]\nname = 'x'\n[tool.zest\nignore = []\n")

    assert tree / "b/pyproject.toml" == nearest(tree / "b")
    with pytest.raises(UnreadableFileError, match="pyproject.toml:3:11 : "):
        read_settings(tree / "b/pyproject.toml")


def test_a_key_of_a_shared_file_has_its_line(tree: Path) -> None:
    """Below the tables of other tools too, and written as there."""
    (tree / "b/pyproject.toml").write_text("[project]\n\n[tool.zest]\nfail-on = 1\nselct = 1\n")
    with pytest.raises(UnreadableFileError) as error:
        read_settings(tree / "b/pyproject.toml")

    assert "pyproject.toml:4:11 : Il faut ici un texte" in str(error.value)
    assert "pyproject.toml:5:1 : La clé « selct »" in str(error.value)


def test_one_that_says_nothing_is_one_all_the_same(tree: Path) -> None:
    """It stops the search, and settles nothing."""
    (tree / "b/.zest.toml").write_text("\n")

    assert tree / "b/.zest.toml" == nearest(tree / "b")
    assert Settings() == read_settings(tree / "b/.zest.toml")


@pytest.mark.parametrize("text", ["tool = 1", "[tool]\nzest = 1"])
def test_a_table_that_is_none_is_refused(text: str, tree: Path) -> None:
    """Named by ``--config``, or found."""
    (tree / "b/pyproject.toml").write_text(text)

    with pytest.raises(UnreadableFileError, match="Il faut ici une table"):
        read_settings(tree / "b/pyproject.toml")


def test_a_pyproject_that_may_not_be_read_settles_nothing(shared: Path, forbidding: Forbidding) -> None:
    """It is another tool's, as far as anybody knows."""
    (shared / "pyproject.toml").write_text("[tool.zest]\n")
    with forbidding(shared / "pyproject.toml"):
        found = nearest(shared)

    assert shared / "pyproject.toml" != found
