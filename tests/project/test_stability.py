"""What the stability page and the plugin page promise is what the code does."""

import ast
import importlib
import inspect
import json
import re
import signal
import textwrap
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import zest
from zest import hookspecs
from zest.cli.interrupting import CODES
from zest.cli.running import NOT_CHECKED, WRONG_USE
from zest.contract import CONTRACT
from zest.indicators import indicator, material, terms
from zest.notices import NOTICES
from zest.plugins.assembly import core_rules
from zest.rule import Rule
from zest.sector import GROUP, Sector
from zest.testing.kit.every import REQUIREMENTS

Run = Callable[..., tuple[int, str, str]]
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


def exit_codes(root: Path, page: str) -> dict[str, str]:
    """Return what the table of a page says of each code, and of the two kinds of 3."""
    text = (root / page).read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", text, re.MULTILINE)
    return {f"{code} {rank}": said for rank, (code, said) in enumerate(rows)}


@pytest.mark.parametrize("page", ["docs/reference/sortie.md", "README.md", "LISEZMOI.md"])
def test_exit_codes_are_those_of_the_program(page: str, root: Path) -> None:
    """Neither more nor fewer, in order; 3 has two kinds."""
    codes = [0, 1, WRONG_USE, NOT_CHECKED, NOT_CHECKED, 128 + signal.SIGINT]
    told = exit_codes(root, page)

    assert codes == [int(key.split()[0]) for key in told]
    assert set(CODES) == {int(code) for code in re.findall(r"\d{3}", f"130 {told['130 5']}")}


def test_exit_codes_are_told_in_the_same_words(root: Path) -> None:
    """On the page that a newcomer reads and in the reference; nowhere else is there such a table."""
    told = "docs/reference/sortie.md"
    others = [page for page in root.glob("docs/**/*.md") if "| 130 |" in page.read_text("utf-8")]

    assert exit_codes(root, told) == exit_codes(root, "LISEZMOI.md")
    assert [root / told] == others


BEHIND = '[collective]\nname = "C"\n\n[[offers]]\nkey = "o"\nsector = "absent"\n'
"""A dossier with faults, one of whose sectors is not there."""


@pytest.mark.parametrize(
    "told,words,code",
    [
        ("fautif", (), 1),
        ("fautif", ("--fail-on", "never"), 0),
        ("basse-normandie", (), 3),
        ("basse-normandie", ("--fail-on", "never"), 3),
        ("basse-normandie", ("--fail-on", "warning"), 1),
        ("absent", (), 3),
        ("absent", ("--fail-on", "never"), 3),
    ],
)
def test_the_table_of_exit_codes_is_what_happens(
    told: str, words: tuple[str, ...], code: int, root: Path, tmp_path: Path, run: Run
) -> None:
    """What the dossier does not tell yields to a fault; a sector that is not there yields to nothing."""
    pytest.importorskip("zest_hotellerie_restauration")
    (tmp_path / "zest.toml").write_text(BEHIND, "utf-8")
    dossier = tmp_path if told == "absent" else root / "examples" / told
    got, answer, _ = run("check", str(dossier), "--as-of", "2026-04-20", "--format", "json", *words)

    faults = {one["code"] for one in json.loads(answer)["findings"] if one["severity"] == "error"} - {"Z021"}

    assert (code, told != "basse-normandie") == (got, bool(faults))


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
            default = _default(node.value)
            annotated = f"{ast.unparse(node.target)}: {ast.unparse(node.annotation)}".replace("'", "")
            return [f"{annotated} = {ast.unparse(default)}" if default else annotated]
        case ast.Assign():
            return [ast.unparse(node)]
        case _:
            return []


def _default(value: ast.expr | None) -> ast.expr | None:
    """Return the default of a field; how attrs compares and prints it is nobody's business."""
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "attrs.field":
        return next((word.value for word in value.keywords if word.arg == "default"), None)
    return value


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


def test_the_plugin_page_documents_all_that_a_measure_is_made_of(documented: dict[str, str]) -> None:
    """The class of a measure, and each class of the modules beside it that a signature leads to."""
    modules = (indicator, material, terms)
    trees = {module.__name__: ast.parse(inspect.getsource(module)) for module in modules}
    homes = {
        node.name: (at, node)
        for at, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }
    classes = {name: node for name, (_, node) in homes.items()}
    reached: set[str] = set()
    ahead = {"Indicator"}
    while ahead:
        reached |= ahead
        words = {word for name in ahead for word in re.findall(r"\w+", signature(ast.unparse(classes[name])))}
        ahead = (words & classes.keys()) - reached

    assert {"Asked", "Indicator", "Material", "Terms"} < reached
    assert {f"{homes[name][0]}.{name}" for name in reached} <= documented.keys()


def test_the_plugin_page_tells_all_that_a_sector_holds(root: Path) -> None:
    """Its measures too."""
    page = (root / "docs/reference/greffons.md").read_text("utf-8")
    rows = " ".join(re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", page, re.MULTILINE))

    assert {field.name for field in attrs.fields(Sector)} == set(re.findall(r"\w+", rows))


def test_the_entry_point_of_the_plugin_page_is_the_one_that_is_looked_for(root: Path) -> None:
    """The group of the contract."""
    page = (root / "docs/reference/greffons.md").read_text("utf-8")

    assert f'[project.entry-points."{GROUP}"]' in page
