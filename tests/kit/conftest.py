"""A sector as « zest new sector » writes it, its marks filled so that only what a test breaks is at fault."""

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zest.scaffold.filling import new_sector
from zest.scaffold.names import Taken, names
from zest.scaffold.planting import plant

TODAY = dt.date(2026, 11, 25)
HOME = "src/zest_essai/"

Edits = dict[str, str | tuple[str, str] | None]
Write = Callable[..., Path]


def edited(files: dict[str, str], edits: Edits) -> dict[str, str]:
    """Return files with some replaced whole, changed in one place, or taken away."""
    made = dict(files)
    for name, edit in edits.items():
        path = name if name in files or name.endswith("pyproject.toml") else f"{HOME}{name}"
        if edit is None:
            del made[path]
        elif isinstance(edit, str):
            made[path] = edit
        else:
            assert edit[0] in made[path], f"{edit[0]!r} is not in {path}"
            made[path] = made[path].replace(*edit)
    return made


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Forget the packages that a test loaded: they all have one name."""
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] == "zest_essai"]:
        del sys.modules[name]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return what writes the project of a sector, with edits, and gives its folder."""

    def project(edits: Edits | None = None, *, filled: bool = True) -> Path:
        files = dict(new_sector(names("essai", "", "ESS", "", Taken()), TODAY))
        if filled:
            files = {name: _filled(text) for name, text in files.items() if name != EXPECTED}
        folder = tmp_path / "zest-essai"
        plant(folder, edited(files, edits or {}))
        return folder

    return project


EXPECTED = f"{HOME}conformance.toml"


def _filled(text: str) -> str:
    """Take the marks away, and begin what is left with a capital."""
    return re.sub("À REMPLACER : (.)", lambda found: found[1].upper(), text)
