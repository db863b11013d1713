"""Follow a page as its reader does: ``python docs/_ext/follow.py PAGE [--install]``, in a new folder.

Its files are written, its commands typed one after the other in one shell, and what they print is compared with what
the page shows. A ``toml``, ``python`` or ``text`` block whose first line is ``# a/path`` is a file; a ``console`` block
holds ``$ commands`` and what they print; an ``sh`` block holds commands that install something, and is followed only
with ``--install``. Where the page shows ``[…]`` anything may stand; on a line of its own, any number of lines.
"""

import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ANYTHING = "[…]"


class Step(NamedTuple):
    """One thing that a reader does.

    Attributes:
        typed: what is typed: a command, or the content of a file.
        file: where it is written; empty for a command.
        shown: what the page says that it prints; ``None`` when it says nothing.
        line: of the page.
    """

    typed: str
    file: str
    shown: tuple[str, ...] | None
    line: int


_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# ([\w./-]+/[\w.-]+)\n")


def steps(page: str, *, installing: bool) -> Iterator[Step]:
    """Yield the steps of a page, in order; those that install something only when ``installing``."""
    for block in _BLOCK.finditer(page):
        language, content = block.groups()
        line = page.count("\n", 0, block.start()) + 2
        named = _FILE.match(content)
        if language == "console":
            yield from _commands(content, line)
        elif language == "sh" and installing:
            yield from (Step(typed, "", None, line) for typed in content.splitlines())
        elif language in ("toml", "python", "text") and named:
            yield Step(content[named.end() :], named[1], None, line)


def _commands(content: str, line: int) -> Iterator[Step]:
    for rank, part in enumerate(re.split(r"^\$ ", content, flags=re.MULTILINE)):
        if rank:
            typed, *shown = part.rstrip("\n").split("\n")
            yield Step(typed, "", tuple(one.rstrip() for one in shown), line)
        line += part.count("\n")


def script(told: Sequence[Step], out: Path) -> str:
    """Return the shell script that does the steps and keeps what each prints."""
    lines: list[str] = []
    for rank, step in enumerate(told):
        if step.file:
            folder = shlex.quote(str(Path(step.file).parent))
            lines.append(
                f"mkdir -p {folder} && printf %s {shlex.quote(step.typed)} > {shlex.quote(step.file)}"
            )
        else:
            lines.append(f"{{ {step.typed}\n}} > {shlex.quote(str(out / str(rank)))} 2>&1")
            lines.append(f"echo $? > {shlex.quote(str(out / f'{rank}.code'))}")
    return "\n".join(lines)


_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


def agrees(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether what was printed is what the page shows, its gaps filled by anything; all spaces are alike."""
    lines = [".*(?:\n.*)*" if one.strip() == ANYTHING else _line(one) for one in shown]
    return re.fullmatch("\n".join(lines), "\n".join(printed).translate(_SPACES)) is not None


def _line(shown: str) -> str:
    return ".*".join(re.escape(part) for part in shown.translate(_SPACES).split(ANYTHING))


def differences(told: Sequence[Step], out: Path) -> Iterator[str]:
    """Yield, for each command that did not print what the page shows, both."""
    for rank, step in enumerate(told):
        if step.file:
            continue
        text = (out / str(rank)).read_text("utf-8").rstrip("\n")
        printed = [line.rstrip() for line in text.split("\n")] if text else []
        code = (out / f"{rank}.code").read_text("utf-8").strip()
        right = code == "0" if step.shown is None else agrees(step.shown, printed)
        if not right:
            head = f"line {step.line}: $ {step.typed}  (exit {code})"
            yield "\n".join([head, "--- the page shows", *(step.shown or ()), "--- it prints", *printed])


def follow(page: str, folder: Path, *, installing: bool) -> tuple[list[str], float]:
    """Do what a page says in a folder; return what differs, and the seconds that it took."""
    told, out = list(steps(page, installing=installing)), folder.with_name(f"{folder.name}-out")
    out.mkdir()
    begin = time.monotonic()
    subprocess.run(["bash", "-c", script(told, out)], cwd=folder, check=True)
    return list(differences(told, out)), time.monotonic() - begin


def main(arguments: Sequence[str]) -> int:
    """Follow the page; 1 when it does not say what happens."""
    page = Path(arguments[0]).read_text("utf-8")
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "vide"
        folder.mkdir()
        found, took = follow(page, folder, installing="--install" in arguments)
    print(*found, sep="\n\n")
    print(f"{len(found)} differences, {took:.0f} seconds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
