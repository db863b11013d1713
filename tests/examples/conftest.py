"""What the tests of the shipped examples share."""

import datetime as dt
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import zest
from zest.model.dossier import Dossier
from zest.report import Report


@pytest.fixture
def root() -> Path:
    """The root of the repository."""
    return Path(__file__).parents[2]


@pytest.fixture
def load(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Dossier]:
    """Read an example by its name, from the root of the repository as its page says."""
    monkeypatch.chdir(root)
    return lambda name: zest.load(f"examples/{name}")


@pytest.fixture
def judge(load: Callable[[str], Dossier]) -> Callable[[str, str], Report]:
    """Check an example, by its name, as of a day; skip the test when its sector is not installed."""
    installed = entry_points(group="zest.sectors.v1").names

    def judged(name: str, day: str) -> Report:
        dossier = load(name)
        if missing := set(dossier.sectors) - installed:
            pytest.skip(f"sector {missing.pop()} is not installed")
        return zest.check(dossier, as_of=dt.date.fromisoformat(day))

    return judged
