"""The examples of the documentation are tests: Python, TOML and terminal blocks of every page."""

import contextlib
import io
import shlex
import tomllib
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).parent


def typed(line: str) -> list[str]:
    """Run one ``$ zest …`` line at the root of the repository, in this process; return what it prints.

    ``; echo $?`` at its end shows the exit code, as a shell would.
    """
    from zest.cli import main

    command, asks_code, _ = line.removeprefix("$ ").partition("; echo $?")
    program, *arguments = shlex.split(command)
    assert program == "zest", f"only zest can be shown, not {program}"
    screen = io.StringIO()
    with contextlib.redirect_stdout(screen), contextlib.chdir(ROOT):
        try:
            code: object = main(arguments)
        except SystemExit as stop:
            code = stop.code
    return [*screen.getvalue().splitlines(), *([str(code)] if asks_code else [])]


def console(example: Example) -> str | None:
    """Compare a terminal block with what its commands print today."""
    shown = [line.rstrip() for line in example.parsed.rstrip("\n").splitlines()]
    printed: list[str] = []
    for line in shown:
        if line.startswith("$ "):
            printed += [line, *(row.rstrip() for row in typed(line))]
    if printed == shown:
        return None
    return "\n".join(["the page shows:", *shown, "", "zest prints:", *printed])


def toml(example: Example) -> None:
    """Every TOML block can be read."""
    tomllib.loads(example.parsed)


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE),
        CodeBlockParser("console", console),
        CodeBlockParser("toml", toml),
    ],
    patterns=[
        "docs/*.md",
        "docs/**/*.md",
        "examples/README.md",
        "README.md",
        "LISEZMOI.md",
        "plugins/*/README.md",
    ],
    # Followed as a whole, in an empty folder: see tests/project/test_tutorial.py.
    excludes=["docs/tutoriel/secteur.md", "docs/guides/mesure-du-metier.md"],
).pytest()
