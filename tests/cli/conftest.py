"""The command line, run in this process."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zest.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command from the root of the project: exit code, output, errors."""
    monkeypatch.chdir(Path(__file__).parents[2])
    for name in ("FORCE_COLOR", "NO_COLOR", "ZEST_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def command(*words: str) -> tuple[int, str, str]:
        code = main(words)
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path; the plugins that were imported from it are forgotten afterwards."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    yield folder
    for name in [name for name in sys.modules if name.startswith("greffon_")]:
        del sys.modules[name]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A small dossier without a sector: much of it not told, one fault."""
    (tmp_path / "zest.toml").write_text(
        '[collective]\nname = "C"\n\n[[structures]]\nkey = "a"\nname = "A"\ncoorace_member = false\n', "utf-8"
    )
    return tmp_path
