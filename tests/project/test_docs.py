"""The pages keep up with the code."""

import importlib
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest

import zest

# Commands and core rules have pages of their own; a name with an underscore is nobody's business.
NOT_API = {"zest.cli", "zest.rules"}


@pytest.fixture(scope="module")
def rows(root: Path) -> list[list[str]]:
    """The layers that import-linter holds, from top to bottom."""
    tool = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    [layers] = [contract for contract in tool["contracts"] if contract["type"] == "layers"]
    return [row.split(" | ") for row in layers["layers"]]


def test_the_architecture_page_tells_the_layers_that_are_checked(root: Path, rows: list[list[str]]) -> None:
    """The table of the page has the rows of the contract, in the same order."""
    page = (root / "docs/explication/architecture.md").read_text("utf-8")
    cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]

    assert rows == [re.findall(r"`(\w+)`", cell) for cell in cells]


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


def test_every_public_module_says_what_it_is() -> None:
    """No page of the reference is without a first sentence."""
    names = [module.name for module in pkgutil.walk_packages(zest.__path__, "zest.")]
    silent = [name for name in names if "__main__" not in name and not importlib.import_module(name).__doc__]

    assert [] == silent
