"""The pages keep up with the code."""

import ast
import datetime as dt
import importlib
import importlib.util
import pkgutil
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import zest
from zest.law import core_law
from zest.plugins.assembly import core_rules

# Commands and core rules have pages of their own; a name with an underscore is nobody's business.
NOT_API = {"zest.cli", "zest.rules"}


def layers(root: Path, container: str) -> list[list[str]]:
    """Return the layers that import-linter holds in a package, from top to bottom."""
    tool = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    [held] = [one for one in tool["contracts"] if one.get("containers") == [container]]
    return [row.split(" | ") for row in held["layers"]]


@pytest.fixture(scope="module")
def rows(root: Path) -> list[list[str]]:
    """The layers of the whole."""
    return layers(root, "zest")


def named(page: str, mark: str) -> list[list[str]]:
    """Return the modules that each line beginning with a mark tells of, before it says what they are."""
    lines = (line.removeprefix(mark) for line in page.splitlines() if line.startswith(f"{mark}`"))
    return [re.findall(r"`(\w+)`", re.split(r" \| | : ", line)[0]) for line in lines]


def test_the_architecture_page_tells_the_layers_that_are_checked(root: Path, rows: list[list[str]]) -> None:
    """The table of the page has the rows of the contract, in the same order; so has its list of readings."""
    page = (root / "docs/explication/architecture.md").read_text("utf-8")

    assert rows == named(page, "| ")
    assert layers(root, "zest.readings") == named(page, "- ")


def test_the_drawing_shows_the_layers_that_are_checked(root: Path, rows: list[list[str]]) -> None:
    """The drawing has the modules of the contract, in the same order."""
    drawing = (root / "docs/explication/couches.svg").read_text("utf-8")

    assert [name for row in rows for name in row] == re.findall(r'class="module"[^>]*>(\w+)<', drawing)


def test_the_api_page_names_every_public_module(root: Path) -> None:
    """A module is documented as soon as it exists."""
    page = (root / "docs/reference/api.md").read_text("utf-8")
    modules = {module.name for module in pkgutil.iter_modules(zest.__path__, "zest.")}
    public = {name for name in modules if not name.startswith("zest._")} - NOT_API

    assert public == set(re.findall(r"^   (zest\.\w+)$", page, re.MULTILINE))


def _opening(file: Path) -> str | None:
    return ast.get_docstring(ast.parse(file.read_text("utf-8")))


def test_every_public_module_says_what_it_is() -> None:
    """No page of the reference is without a first sentence."""
    names = [module.name for module in pkgutil.walk_packages(zest.__path__, "zest.")]
    # Read and not imported: an engine that is not installed has its page too.
    files = [(name, importlib.util.find_spec(name)) for name in names if "__main__" not in name]
    silent = [name for name, spec in files if spec and spec.origin and not _opening(Path(spec.origin))]

    assert [] == silent


def extension(root: Path, name: str) -> ModuleType:
    """Import an extension of the pages, which is in no package."""
    spec = importlib.util.spec_from_file_location(name, root / f"docs/_ext/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_line_of_the_pages_begins_with_a_semicolon(root: Path) -> None:
    """What is read is tied, what is typed stays as it is."""
    nodes = pytest.importorskip("docutils.nodes")
    utils = pytest.importorskip("docutils.utils")
    page = utils.new_document("page")
    page += nodes.paragraph("", "", nodes.Text("Voici « ceci » : "), nodes.literal("", "a ; b"))
    page += nodes.literal_block("", "c ; d")
    extension(root, "french").tie(page)

    assert ["Voici «\u00a0ceci\u00a0»\u00a0: ", "a ; b", "c ; d"] == [*map(str, page.findall(nodes.Text))]


def test_every_rule_and_figure_tells_how_old_its_reading_is(root: Path, tmp_path: Path) -> None:
    """The generated page names each of them with the day of its reading and an age counted to the day."""
    readings = extension(root, "readings")
    readings.write(tmp_path, dt.date(2026, 8, 25))
    page = (tmp_path / "lectures.md").read_text("utf-8")

    assert [] == [
        rule.code for rule in core_rules() if f"| [{rule.code}](#{rule.code.lower()}) | " not in page
    ]
    assert [] == [key for key in core_law().figures if f"| `{key}`" not in page]
    assert "| 22\u00a0août 2026 | 3 jours |" in page
    assert "jamais lu" == readings.age(None, dt.date(2026, 8, 25))
