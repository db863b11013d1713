"""Formats of CI services, judged by the services' own packages; run by ``nox -s formats``, which installs them."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from zest.checking import check
from zest.findings import Place
from zest.formats import Told, render
from zest.formats.github import annotation
from zest.loading import load
from zest.plugins.assembly import assemble

MODULES = os.environ.get("ZEST_FORMATS", "")
pytestmark = pytest.mark.skipif(not MODULES, reason="needs npm: nox -s formats")
ROOT = Path(__file__).parents[2]

ISSUES = """import type { Issue } from "codeclimate-types";
type Told = Required<Pick<Issue, "check_name" | "description" | "fingerprint" | "location" | "severity">>;
export const told: Told[] = """
"""What GitLab reads of Code Climate's issues; all five are required of us."""


@pytest.fixture
def faulty() -> Told:
    """The answer on the faulty example."""
    dossier = load(str(ROOT / "examples/fautif"))
    assembly = assemble(dossier.sectors)
    report = check(dossier, assembly=assembly)
    return Told(report=report, main="examples/fautif/zest.toml", rules=assembly.catalogue.rules, code=1)


@pytest.fixture
def nasty(told: Told) -> Told:
    """Words that would end a property, a line or a command, in a title, in the name of a file and in a message."""
    words = "100 % : a, b\r\nc::error::d %0A %25 ::"
    finding = attrs.evolve(
        told.report.findings[0], message=words, subject=(words,), place=Place(file=words, line=3)
    )
    return attrs.evolve(told, report=attrs.evolve(told.report, findings=(finding, *told.report.findings)))


def toolkit(told: Told, folder: Path) -> str:
    """Return what GitHub's toolkit writes for the same annotations."""
    file = folder / "annotations.json"
    file.write_text(json.dumps([annotation(one) for one in told.standing]), "utf-8")
    script = str(Path(__file__).parent / "toolkit/annotate.mjs")
    return subprocess.run(
        ["node", script, MODULES, str(file)], check=True, capture_output=True
    ).stdout.decode()


@pytest.mark.parametrize("name", ["faulty", "nasty"])
def test_annotations_are_those_of_the_toolkit(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """To the byte, whatever their words hold."""
    told: Told = request.getfixturevalue(name)

    assert told.standing
    assert render("github", told) == toolkit(told, tmp_path)


def compiled(text: str, folder: Path) -> int:
    """Return the exit code of a TypeScript compiler that knows the types of Code Climate."""
    (folder / "node_modules").symlink_to(MODULES, target_is_directory=True)
    (folder / "told.ts").write_text(ISSUES + text, "utf-8")
    compiler = Path(MODULES) / "typescript/bin/tsc"
    words = [
        "node",
        str(compiler),
        "--noEmit",
        "--strict",
        "--moduleResolution",
        "bundler",
        "--module",
        "esnext",
    ]
    return subprocess.run([*words, "told.ts"], check=False, capture_output=True, cwd=folder).returncode


@pytest.mark.parametrize(
    "change,code",
    [
        (lambda text: text, 0),
        (lambda text: text.replace('"severity": "major"', '"severity": "error"'), 2),
        (lambda text: text.replace('"begin": ', '"start": '), 2),
        (lambda text: text.replace('"fingerprint"', '"print"'), 2),
    ],
)
def test_issues_are_of_the_types_of_code_climate(
    change: Callable[[str], str], code: int, faulty: Told, tmp_path: Path
) -> None:
    """As written; with a word, a key or a place of another kind they are refused."""
    assert code == compiled(change(render("gitlab", faulty)), tmp_path)
