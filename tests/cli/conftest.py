"""The command line, run in this process."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


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
