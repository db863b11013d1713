"""What is built is what is tracked: nothing forgotten, nothing stowed away."""

import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

SOURCES = {
    ".": "src/",
    "plugins/zest-btp": "plugins/zest-btp/src/",
    "plugins/zest-hotellerie-restauration": "plugins/zest-hotellerie-restauration/src/",
    "plugins/zest-hotellerie-restauration-midi-pyrenees": "plugins/zest-hotellerie-restauration-midi-pyrenees/src/",
    "plugins/zest-nettoyage": "plugins/zest-nettoyage/src/",
}


@pytest.mark.parametrize("project", SOURCES)
def test_a_wheel_holds_the_tracked_files(
    project: str, root: Path, kept_files: list[str], tmp_path: Path
) -> None:
    """Every tracked file of the package is in its wheel, data and ``py.typed`` too, and no other."""
    prefix = SOURCES[project]
    expected = [name.removeprefix(prefix) for name in kept_files if name.startswith(prefix)]

    [wheel] = WheelBuilder(str(root / project)).build(directory=str(tmp_path), versions=["standard"])
    names = zipfile.ZipFile(wheel).namelist()

    assert expected == sorted(name for name in names if ".dist-info/" not in name)


def test_the_archive_of_the_core_stands_alone(root: Path, kept_files: list[str], tmp_path: Path) -> None:
    """Its tests and what they read, but neither the sectors nor what looks after the repository."""
    beside = {"CHANGELOG.md", "LICENSE", "LISEZMOI.md", "README.md", "conftest.py", "pyproject.toml"}
    folders = ("src/", "tests/", "docs/", "examples/")
    expected = [name for name in kept_files if name in beside or name.startswith(folders)]

    [archive] = SdistBuilder(str(root)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(archive) as held:
        names = [name.partition("/")[2] for name in held.getnames()]

    assert [name for name in expected if not name.startswith("tests/project/")] == sorted(
        name for name in names if name not in ("PKG-INFO", ".gitignore")
    )


@pytest.mark.parametrize("project", SOURCES)
def test_a_wheel_is_typed_and_licensed(project: str, root: Path, tmp_path: Path) -> None:
    """Type checkers find the marker, readers find the licence."""
    [wheel] = WheelBuilder(str(root / project)).build(directory=str(tmp_path), versions=["standard"])
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist()}

    assert {"py.typed", "LICENSE"} <= names
