"""What looks like a part of a dossier and is not read is told, each by its name, and nothing else is."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from zest.errors import UnreadableFileError
from zest.findings import Severity
from zest.io.dossier import load

Forbidding = Callable[[Path], AbstractContextManager[None]]

MAIN = '[collective]\nname = "C"\n'


def laid(folder: Path, *names: str) -> Path:
    """Lay empty files, or folders for names that end in a slash, beside a main file."""
    (folder / "zest.toml").write_text(MAIN, "utf-8")
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.mkdir() if name.endswith("/") else file.touch()
    return folder


@pytest.mark.parametrize(
    "name,words",
    [
        ("experiences", "n'a donc pas de retours d'expérience"),
        ("tables", "n'a donc pas de commandes"),
        ("zest.yaml", "« zest.toml » est lu à sa place"),
        ("zest.json", "« zest.toml » est lu à sa place"),
        ("Experiences/", "le répertoire s'appelle « experiences »"),
        ("expériences/", "le répertoire s'appelle « experiences »"),
        ("TABLES/", "le répertoire s'appelle « tables »"),
        ("experiences/sub/y.toml", "« sub » n'est pas lu : un retour d'expérience est un fichier .toml"),
        ("experiences/z.txt", "« z.txt » n'est pas lu : un retour d'expérience est un fichier .toml"),
        ("tables/missions/a.csv", "« missions » n'est pas lu : un tableau est un fichier .csv"),
        ("tables/missions.json", "« missions.json » n'est pas lu : un tableau est un fichier .csv"),
    ],
)
def test_what_is_not_read_is_told(name: str, words: str, tmp_path: Path) -> None:
    """A warning, at the file, with what to do."""
    (found,) = load(laid(tmp_path, name)).faults

    assert ("Z009", Severity.WARNING) == (found.code, found.severity)
    assert words in found.message
    assert found.place.file.startswith(tmp_path.as_posix())
    assert found.remedy


@pytest.mark.parametrize(
    "name", ["lisez-moi.md", ".git/", "experiences/.cache", "experiences/~y.toml.lock", "experiences/y.txt~",
             "tables/manifeste.json", "archives/zest.yaml"]
)  # fmt: skip
def test_what_nobody_takes_for_a_part_is_left_alone(name: str, tmp_path: Path) -> None:
    """Notes beside the dossier, what editors and systems leave, what zest wrote itself."""
    assert () == load(laid(tmp_path, name)).faults


def test_a_folder_of_the_right_name_in_another_case_is_one(tmp_path: Path) -> None:
    """Where case does not count, the folder was read; here a link stands for that."""
    (laid(tmp_path, "experiences/") / "Experiences").symlink_to(tmp_path / "experiences")

    assert () == load(tmp_path).faults


@pytest.mark.parametrize(
    "names,name,code",
    [
        (("experiences/a.toml",), "experiences", "Z006"),
        (("experiences/a.toml",), "experiences/a.toml", "Z006"),
        (("tables/missions.csv",), "tables", "Z058"),
        (("tables/missions.csv",), "tables/missions.csv", "Z058"),
        (("tables/columns.toml",), "tables/columns.toml", "Z058"),
    ],
)
def test_a_part_that_may_not_be_read_hides_no_other(
    names: tuple[str, ...], name: str, code: str, shared: Path, forbidding: Forbidding
) -> None:
    """It is a finding, and the rest is judged."""
    pytest.importorskip("polars")
    load(laid(shared, *names))
    with forbidding(shared / name):
        dossier = load(shared)

    assert ([code], "C") == ([f.code for f in dossier.faults], dossier.name)
    assert "lisible" in dossier.faults[0].message


@pytest.mark.parametrize("name", [".", "zest.toml"])
def test_what_may_not_be_read_at_all_says_so(name: str, shared: Path, forbidding: Forbidding) -> None:
    """The folder or its main file; it is not said to be absent."""
    laid(shared)
    with (
        forbidding(shared / name),
        pytest.raises(UnreadableFileError, match="n'est pas lisible avec vos droits"),
    ):
        load(shared)
