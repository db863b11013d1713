"""What the stability page and the plugin page promise is what the code does."""

import ast
import importlib
import inspect
import re
import textwrap
import tomllib
from pathlib import Path
from typing import Any

import pytest

import zest
from zest import hookspecs
from zest.cli.interrupting import CODES
from zest.cli.running import NOT_CHECKED, WRONG_USE
from zest.contract import CONTRACT
from zest.notices import NOTICES
from zest.plugins.assembly import core_rules
from zest.rule import Rule
from zest.sector import GROUP
from zest.testing.kit.every import REQUIREMENTS

SOURCES = Path(zest.__path__[0])


@pytest.fixture(scope="module")
def stability(root: Path) -> str:
    """The page that says what is promised."""
    return (root / "docs/reference/stabilite.md").read_text("utf-8")


def cells(page: str, pattern: str) -> list[str]:
    """Return the first cell of each row of a page that has a form."""
    return re.findall(rf"^\| `?({pattern})`? \|", page, re.MULTILINE)


def test_every_envelope_is_promised(stability: str) -> None:
    """Each schema that a command writes is on the page, and no other."""
    made = re.compile(r'^    schema: ClassVar\[str] = "([\w-]+)"$', re.MULTILINE)
    files = (SOURCES / "console/answers").glob("*.py")
    written = {f"zest-{kind}/1" for file in files for kind in made.findall(file.read_text("utf-8"))}

    assert written == set(cells(stability, r"zest-[\w-]+/\d+"))


def test_every_published_schema_is_named(stability: str) -> None:
    """Those that are shipped."""
    shipped = {f"schemas/{file.name}" for file in (SOURCES / "schemas").glob("*-1.json")}

    assert shipped == set(re.findall(r"`(schemas/[\w-]+-1\.json)`", stability))


def test_exit_codes_are_those_of_the_program(stability: str) -> None:
    """Neither more nor fewer."""
    assert {0, 1, WRONG_USE, NOT_CHECKED, *CODES} == set(map(int, cells(stability, r"\d+")))


def test_the_contract_is_the_one_that_is_spoken(stability: str) -> None:
    """Group and version."""
    assert f"| groupe du point d'entrée | `{GROUP}` |" in stability
    assert f"| version du contrat | {CONTRACT} |" in stability


def codes() -> dict[str, str]:
    """Return every code of zest with its name."""
    every: list[Any] = [*core_rules(), *NOTICES.values(), *REQUIREMENTS.values()]
    return {one.code: one.name for one in every}


def test_a_published_code_means_what_it_meant(root: Path) -> None:
    """Of each release: the same name for ever, or retired and nobody else's."""
    file = root / "tests/project/published_codes.toml"
    published = tomllib.loads(file.read_text("utf-8"))
    known, retired = codes(), set(published["retired"])

    assert {} == {
        code: name
        for code, name in published["codes"].items()
        if code not in retired and known.get(code) != name
    }
    assert set() == retired & known.keys()


def _code(rule: Rule) -> str:
    return rule.code


def test_no_code_of_zest_is_used_twice() -> None:
    """Rules, findings of its own, points of the kit."""
    every = [*map(_code, core_rules()), *NOTICES, *REQUIREMENTS]

    assert len(every) == len(set(every))
    assert {"K", "Z"} == {code[0] for code in every}


DOCUMENTED = re.compile(r"^### `(zest\.[\w.]+)`$(?:(?!^#).)*?^```py$\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def documented(root: Path) -> dict[str, str]:
    """What the plugin page says of each name, by its full name."""
    page = (root / "docs/reference/greffons.md").read_text("utf-8")
    return dict(DOCUMENTED.findall(page))


def resolved(name: str) -> Any:
    """Return the object of a full name: a module's, or a class's."""
    parts = name.split(".")
    for size in range(len(parts) - 1, 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:size]))
        except ModuleNotFoundError:
            continue
        for part in parts[size:]:
            found = getattr(found, part)
        return found
    raise LookupError(name)


def signature(source: str) -> str:
    """Return what a piece of code promises: parameters, types, defaults, result; fields of a class."""
    (node,) = ast.parse(textwrap.dedent(source)).body
    return "\n".join(_lines(node))


def _lines(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef():
            result = ast.unparse(node.returns) if node.returns else ""
            return [f"def {node.name}({ast.unparse(node.args)}) -> {result}".replace("'", "")]
        case ast.ClassDef():
            bases = ", ".join(map(ast.unparse, node.bases))
            inner = [line for one in node.body for line in _lines(one)]
            return [f"class {node.name}({bases})", *(f"    {line}" for line in inner)]
        case ast.AnnAssign():
            return [ast.unparse(node)]
        case _:
            return []


def test_the_plugin_page_gives_the_real_signatures(documented: dict[str, str]) -> None:
    """Parameter by parameter, type by type, default by default."""
    real = {name: signature(inspect.getsource(resolved(name))) for name in documented}

    assert real == {name: signature(block) for name, block in documented.items()}


def test_the_plugin_page_documents_every_hook(documented: dict[str, str]) -> None:
    """Each function that is marked as a specification."""
    hooks = [
        name
        for name, value in vars(hookspecs).items()
        if inspect.isfunction(value) and hasattr(value, "zest_spec")
    ]

    assert hooks
    assert {f"zest.hookspecs.{name}" for name in hooks} <= documented.keys()


def test_the_entry_point_of_the_plugin_page_is_the_one_that_is_looked_for(root: Path) -> None:
    """The group of the contract."""
    page = (root / "docs/reference/greffons.md").read_text("utf-8")

    assert f'[project.entry-points."{GROUP}"]' in page
