"""The pages as a browser shows them; run by ``nox -s pages``, which installs the browser and the checkers."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("htpy")
pytest.importorskip("zest_hotellerie_restauration")

from zest.cli import main

MODULES = os.environ.get("ZEST_PAGES", "")
pytestmark = pytest.mark.skipif(not MODULES, reason="needs a browser and its checkers: nox -s pages")
ROOT = Path(__file__).parents[2]
BMO = ("--bmo", str(ROOT / "docs/guides/bmo"))
PAGES = {
    "conforme": (str(ROOT / "examples/caen-exemplaire"), *BMO, "--as-of", "2026-11-23"),
    "fautif": (str(ROOT / "examples/fautif"), "--as-of", "2026-04-20"),
    "diapositives": (str(ROOT / "examples/basse-normandie"), "--as-of", "2014-11-30"),
    "pays": ("--all", str(ROOT / "examples"), "--as-of", "2026-11-23"),
}
Look = dict[str, Any]


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> list[Look]:
    """Each page at two widths; pictures are kept in the folder of ``ZEST_PICTURES``."""
    home = tmp_path_factory.mktemp("pages")
    pictures = Path(os.environ.get("ZEST_PICTURES", home / "pictures"))
    pictures.mkdir(parents=True, exist_ok=True)
    files = [home / f"{name}.html" for name in PAGES]
    for file, words in zip(files, PAGES.values(), strict=True):
        main(["report", *words, "-o", str(file)])
    hostile = home / "hostile"
    shutil.copytree(ROOT / "examples/caen-exemplaire", hostile)
    text = (hostile / "zest.toml").read_text("utf-8")
    name = '"<script>document.title = 1</script><img src=x onerror=alert(1)> ' + "W" * 90 + '"'
    (hostile / "zest.toml").write_text(text.replace('"Bocage Emploi"', name), "utf-8")
    main(["report", str(hostile), "--as-of", "2026-11-23", "-o", str(home / "hostile.html")])
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    script = Path(__file__).parent / "browser/look.mjs"
    command = [
        "node",
        str(script),
        browser,
        MODULES,
        str(pictures),
        *map(str, files),
        str(home / "hostile.html"),
    ]
    told: list[Look] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told


@pytest.fixture
def all_of(looks: list[Look]) -> Callable[[str], dict[tuple[str, int], Any]]:
    """Return what makes the table of one thing that was looked at: those that have any."""

    def of(what: str) -> dict[tuple[str, int], Any]:
        return {(one["name"], one["width"]): one[what] for one in looks if one[what]}

    return of


def test_every_page_is_seen_wide_and_narrow(looks: list[Look]) -> None:
    """Five pages, twice."""
    assert 2 * (len(PAGES) + 1) == len(looks)


def test_a_checker_of_accessibility_finds_nothing(all_of: Callable[[str], Any]) -> None:
    """What it cannot decide is contrast, which is computed elsewhere, and nothing else."""
    undecided = {line.partition(":")[0] for lines in all_of("undecided").values() for line in lines}

    assert {} == all_of("violations")
    assert undecided <= {"color-contrast"}


def test_pages_are_valid(all_of: Callable[[str], Any]) -> None:
    """By the rules of the HTML standard."""
    assert {} == all_of("invalid")


def test_pages_ask_for_nothing_and_complain_of_nothing(all_of: Callable[[str], Any]) -> None:
    """No request, no message: the policy lets everything in that the page holds."""
    assert {} == all_of("asked")
    assert {} == all_of("said")


def test_a_page_is_never_wider_than_its_window(all_of: Callable[[str], Any]) -> None:
    """At 390 points as at 1 200."""
    assert {} == all_of("overflow")


def test_what_a_drawing_writes_can_be_read(looks: list[Look]) -> None:
    """Letters of the map are as high as small print at the least, on a telephone too."""
    assert min(one["smallest"] for one in looks) >= 12
