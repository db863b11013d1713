"""A new sector is whole: it loads, passes its own tests, builds, installs and is found, at every change of zest."""

import datetime as dt
import json
import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from hypothesis import example, given
from hypothesis import strategies as st

from zest.conformance import State, Tier
from zest.console.plain import plain
from zest.console.planting import planted_blocks
from zest.scaffold.filling import markdown, new_sector, toml
from zest.scaffold.names import NameRefused, Names, Taken, names
from zest.scaffold.planting import plant
from zest.testing.kit.coming import candidate
from zest.testing.kit.identity import MARK
from zest.testing.kit.running import examine
from zest.version import version

TODAY = dt.date(2026, 11, 25)
Run = Callable[..., subprocess.CompletedProcess[str]]


def named(label: str = "") -> Names:
    """Return the names of the sector under test."""
    return names("essai-scaffold", label, "ESS", "7018", Taken())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new sector, as written today."""
    folder = tmp_path_factory.mktemp("neuf") / named().distribution
    plant(folder, new_sector(named("L'« essai », d'un \"secteur\" \\ neuf"), TODAY))
    return folder


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of installed packages that holds the wheel of the new sector, built offline."""
    made = tmp_path_factory.mktemp("roue")
    [wheel] = WheelBuilder(str(project)).build(directory=str(made), versions=["standard"])
    # What an installer does with a wheel of pure Python.
    zipfile.ZipFile(wheel).extractall(made / "site")
    return made / "site"


@pytest.fixture
def installed(site: Path, tmp_path: Path) -> Run:
    """Return what runs a module of Python with the new sector installed, away from its project."""

    def run(*words: str, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
        env = {**os.environ, "PYTHONPATH": path, "ZEST_DATA": str(tmp_path)}
        command = [sys.executable, "-m", *words]
        return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)

    return run


def test_every_file_that_is_data_can_be_read(project: Path) -> None:
    """TOML is TOML, Python is Python, and no word was left to replace."""
    for file in project.rglob("*"):
        # What running the project leaves there is nobody's data.
        if file.is_file() and not {".hypothesis", ".pytest_cache", "__pycache__"}.intersection(file.parts):
            text = file.read_text("utf-8")
            assert "§" not in text, file
            if file.suffix == ".toml":
                tomllib.loads(text)
            if file.suffix == ".py":
                compile(text, file.name, "exec")


def test_it_is_a_distribution_of_its_own(project: Path) -> None:
    """Name, entry point, licence, and the window of the zest that made it."""
    told = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    major, minor, *_ = version().split(".")

    assert {"zest.sectors.v1": {"essai-scaffold": "zest_essai_scaffold"}} == told["entry-points"]
    assert ("zest-essai-scaffold", "MIT") == (told["name"], told["license"])
    assert [f"zest-coorace>={major}.{minor},<{major}.{int(minor) + 1}"] == told["dependencies"]
    expected = {"README.md", "CHANGELOG.md", "LICENSE", ".gitlab-ci.yml", ".github/workflows/essais.yml"}
    assert expected <= {file.relative_to(project).as_posix() for file in project.rglob("*")}


def test_what_is_invented_is_marked_and_nothing_else_is_wrong(project: Path) -> None:
    """Bronze and silver are kept but for the marks, which are expected; no tier is given for invented facts."""
    report = examine(candidate(str(project)), TODAY)
    kept = [one for one in report.outcomes if one.about.tier in (Tier.BRONZE, Tier.SILVER)]

    assert ["K112"] == [one.about.code for one in kept if one.state is not State.KEPT]
    assert ["K112"] == [one.about.code for one in report.of(State.EXPECTED)]
    assert Tier.NONE is report.tier


def test_nothing_that_was_not_read_is_told_as_read(project: Path) -> None:
    """Every text of a new sector is recalled, so that none of its rules blocks, and every one bears the mark."""
    for file in (project / "src").rglob("*.toml"):
        lines = file.read_text("utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.startswith("#"))
        assert '"verified' not in text, file
        assert text.count('status = "recalled"') <= text.count(f'reference = "{MARK}'), file


def test_its_own_tests_are_green(installed: Run, project: Path) -> None:
    """As its author runs them."""
    done = installed("pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", cwd=project)

    assert 0 == done.returncode, done.stdout
    assert "1 xfailed" in done.stdout


def test_once_installed_it_is_found(installed: Run) -> None:
    """Listed with its distribution, its jobs shown, its rules explained, its conformance told by its name."""
    listed = json.loads(installed("zest", "sectors", "--format", "json").stdout)
    (mine,) = [one for one in listed["sectors"] if one["slug"] == "essai-scaffold"]

    assert "zest-essai-scaffold 0.1.0" == mine["origin"]
    assert "exemple" in installed("zest", "jobs", "essai-scaffold").stdout
    assert "ESS301" in installed("zest", "explain", "ESS301").stdout
    assert 0 == installed("zest", "sector", "check", "essai-scaffold").returncode


def test_its_sample_is_conforming_and_a_fault_in_it_is_found(
    installed: Run, site: Path, tmp_path: Path
) -> None:
    """By the core and by its one rule, which warns."""
    sample = (site / "zest_essai_scaffold" / "samples" / "sound.toml").read_text("utf-8")
    (tmp_path / "zest.toml").write_text(sample, "utf-8")
    check = ("zest", "check", str(tmp_path), "--as-of", "2026-04-20")

    assert 0 == installed(*check).returncode
    (tmp_path / "zest.toml").write_text(
        sample.replace('key = "M1"', 'key = "M1"\npattern = { span = 14 }', 1), "utf-8"
    )
    done = installed(*check)
    assert "ESS301  avertissement" in done.stdout


LABELS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=80
)


@given(LABELS)
@example("\"'`$§{}\\x\\u0041#=")
@example("</title><script>alert(1)</script>")
def test_any_label_is_data_and_no_more(label: str) -> None:
    """Read back from TOML it is itself; nothing else of any file changes."""
    try:
        told = named(label)
    except NameRefused:
        return
    files, plainly = new_sector(told, TODAY), new_sector(named("x"), TODAY)

    assert label == tomllib.loads(files["src/zest_essai_scaffold/sector.toml"])["label"]
    assert (
        f"Greffon de zest : le secteur {label}"
        == tomllib.loads(files["pyproject.toml"])["project"]["description"]
    )
    assert (
        f"zest' {label.upper()}" == tomllib.loads(files["src/zest_essai_scaffold/charter.toml"])["wordmark"]
    )
    changed = {name for name, text in files.items() if text != plainly[name]}
    assert changed <= {
        "README.md", "pyproject.toml", "src/zest_essai_scaffold/sector.toml", "src/zest_essai_scaffold/charter.toml",
    }  # fmt: skip


def test_words_are_escaped_for_where_they_stand() -> None:
    """TOML and Markdown have signs of their own."""
    assert r'"a \"b\" \\ é"' == toml('a "b" \\ é')
    assert r"\<b\> \*a\* \_b\_ \`c\`" == markdown("<b> *a* _b_ `c`")


def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """What fails midway leaves nothing, neither there nor beside."""
    with pytest.raises(OSError, match="x"):
        plant(tmp_path / "projet", {"a": "1", "x/y": "2", "x": "3"})

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_is_there_is_never_touched(kind: str, tmp_path: Path) -> None:
    """A folder, even empty; a file; a link that leads nowhere."""
    target = tmp_path / "projet"
    match kind:
        case "folder":
            target.mkdir()
        case "file":
            target.write_text("moi", "utf-8")
        case _:
            target.symlink_to(tmp_path / "nulle-part")
    with pytest.raises(FileExistsError):
        plant(target, {"a": "1"})

    assert [target] == list(tmp_path.iterdir())


def test_the_screen_tells_every_file_to_fill(project: Path) -> None:
    """Each file of data that the project holds is listed, and no other."""
    files = new_sector(named(), TODAY)
    shown = plain(planted_blocks(named(), project, files))
    home = "src/zest_essai_scaffold/"
    data = {name.removeprefix(home) for name in files if name.startswith(home) and name.endswith(".toml")}

    assert all(f"  {name} " in shown for name in data)
    assert "22 fichiers" in shown
