"""The distributions agree with each other."""

import re
from importlib.metadata import version
from pathlib import Path
from typing import Any

Projects = dict[str, dict[str, Any]]
CORE = "zest-coorace"


EDITIONS = {"zest-hotellerie-restauration-midi-pyrenees": "zest-hotellerie-restauration"}
"""Regional editions, and the sector that each extends."""


def test_there_is_a_core_with_three_sectors_and_an_edition(projects: Projects) -> None:
    """The repository publishes exactly these."""
    expected = {CORE, "zest-btp", "zest-hotellerie-restauration", "zest-nettoyage", *EDITIONS}

    assert expected == set(projects)


def test_what_is_installed_is_what_is_written(projects: Projects) -> None:
    """The installed core is of the version that its ``pyproject.toml`` says."""
    assert projects[CORE]["version"] == version(CORE)


def test_each_python_that_is_claimed_is_tried(projects: Projects, root: Path) -> None:
    """The classifiers of the core name those of its session ``versions``, from the first that every part requires."""
    claimed = re.findall(r"Python :: (3\.\d+)", "\n".join(projects[CORE]["classifiers"]))
    [tried] = re.findall(r"python=\[(.*)\]", (root / "noxfile.py").read_text("utf-8"))

    assert claimed == re.findall(r"3\.\d+", tried)
    assert {f">={claimed[0]}"} == {told["requires-python"] for told in projects.values()}


def test_each_sector_accepts_the_core_beside_it(projects: Projects) -> None:
    """The window is from this minor version to the next one, left out; an edition has one on its sector too."""
    major, minor, _ = projects[CORE]["version"].split(".")
    window = f"{{}}>={major}.{minor},<{major}.{int(minor) + 1}"

    for name in projects.keys() - {CORE}:
        asked = [CORE, *([EDITIONS[name]] if name in EDITIONS else [])]
        assert [window.format(one) for one in asked] == projects[name]["dependencies"]


def test_the_core_offers_each_sector_as_an_extra(projects: Projects) -> None:
    """``zest-coorace[btp]`` brings the distribution of that sector, within the window of its version."""
    extras = projects[CORE]["optional-dependencies"]

    for name in projects.keys() - {CORE}:
        major, minor, _ = projects[name]["version"].split(".")
        window = f"{name}>={major}.{minor},<{major}.{int(minor) + 1}"
        assert [window] == extras[name.removeprefix("zest-")]


def test_the_extra_of_everything_names_every_sector(projects: Projects) -> None:
    """``zest-coorace[tous]`` brings all the sectors."""
    [everything] = projects[CORE]["optional-dependencies"]["tous"]
    named = set(re.findall(r"[\w-]+", everything)) - {CORE}

    assert {name.removeprefix("zest-") for name in projects.keys() - {CORE}} == named


def test_the_entry_point_of_a_sector_is_its_slug(projects: Projects) -> None:
    """A sector is found by the name that dossiers use, in the group of the first contract."""
    for name in projects.keys() - {CORE}:
        expected = {"zest.sectors.v1": {name.removeprefix("zest-"): name.replace("-", "_")}}
        assert expected == projects[name]["entry-points"]


def test_all_ask_for_the_same_python(projects: Projects) -> None:
    """No sector refuses a Python that the core accepts."""
    assert {">=3.11"} == {project["requires-python"] for project in projects.values()}


def test_each_distribution_carries_the_licence(root: Path) -> None:
    """The licence that each archive holds is the one at the root."""
    text = (root / "LICENSE").read_text("utf-8")
    copies = [path.read_text("utf-8") for path in root.glob("plugins/*/LICENSE")]

    assert [text] * 4 == copies
