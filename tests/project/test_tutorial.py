"""The pages of an author, followed word for word in an empty folder."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="la page s'adresse à un terminal")

SIGNS_A_SECOND = 3
"""How fast somebody types who is no typist: thirty-six words a minute."""
FOLLOWED = ["docs/tutoriel/secteur.md", "docs/guides/mesure-du-metier.md"]
END = "**Cinq minutes.**"


@pytest.fixture(scope="module")
def follower(root: Path) -> ModuleType:
    """What follows a page."""
    spec = importlib.util.spec_from_file_location("follow", root / "docs/_ext/follow.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    """The page."""
    return (root / "docs/tutoriel/secteur.md").read_text("utf-8")


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the commands of this environment at hand, the public tables not."""
    folder = tmp_path / "vide"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("ZEST_DATA", str(folder))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.mark.parametrize("name", FOLLOWED)
def test_what_the_page_says_is_what_happens(name: str, follower: ModuleType, root: Path, empty: Path) -> None:
    """Each command prints what is shown; nothing is installed."""
    pytest.importorskip("polars")
    found, _ = follower.follow((root / name).read_text("utf-8"), empty, installing=False)

    assert [] == found


def test_from_an_empty_folder_to_a_passing_kit_in_five_minutes(
    follower: ModuleType, page: str, empty: Path
) -> None:
    """Typing included, up to the place where the page says so."""
    begin, end, _ = page.partition(END)
    assert end
    typed = sum(len(step.typed) for step in follower.steps(begin, installing=True))
    found, took = follower.follow(begin, empty, installing=False)

    assert [] == found
    assert typed / SIGNS_A_SECOND + took < 300


@pytest.mark.parametrize(
    "shown,printed,same",
    [
        (["a"], ["a"], True),
        (["a"], ["a "], False),
        (["a[…]c"], ["abbc"], True),
        (["a", "[…]", "c"], ["a", "b", "b", "c"], True),
        (["a", "[…]"], ["a", ""], True),
        (["a(b)"], ["a(b)"], True),
        (["a", "b"], ["a"], False),
    ],
)
def test_a_gap_stands_for_anything_and_nothing_else_does(
    follower: ModuleType, shown: list[str], printed: list[str], same: bool
) -> None:
    """Within a line, or for lines."""
    assert same is follower.agrees(shown, printed)


def test_a_command_that_prints_something_else_is_told(follower: ModuleType, empty: Path) -> None:
    """With its line, what the page shows and what it prints; a silent one must succeed."""
    page = "x\n\n```console\n$ echo un\ndeux\n$ cd .\n```\n\n```sh\nfalse\n```\n"
    found, _ = follower.follow(page, empty, installing=True)

    assert ["line 4", "line 10"] == [one.partition(":")[0] for one in found]
    assert "--- the page shows\ndeux\n--- it prints\nun" in found[0]
