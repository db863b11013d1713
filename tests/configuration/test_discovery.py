"""The nearest configuration is found, what it extends is read, and what it cannot hold is refused in a sentence."""

from pathlib import Path

import pytest

from zest.configuration.discovery import nearest, read_settings
from zest.configuration.settings import Settings
from zest.errors import UnreadableFileError


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
        ("x = [", "n'est pas du TOML"),
        ('selct = ["Z1"]', "vouliez-vous dire « select »"),
        ('sector = ["."]', "n'est pas connue"),
        ("select = 1", "Il faut ici une liste"),
        ('fail-on = "eror"', "n'est pas l'un de error, warning, info, never"),
        ('extend = ".zest.toml"', "tourne en rond"),
        ('extend = "no.toml"', "n'est pas lisible"),
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
