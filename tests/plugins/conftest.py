"""Real distributions, laid out in a folder of their own and found by the ordinary finder."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import zest

SECTOR = Path(zest.__path__[0]) / "samples" / "sector"

GOOD = """
from zest.hookspecs import hookimpl
from zest.sector import Sector

@hookimpl
def zest_sector():
    return Sector.from_package(__name__)
"""

Install = Callable[..., Path]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path; what was imported from it is forgotten afterwards."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    before = set(sys.modules)
    yield folder
    for name in set(sys.modules) - before:
        if name.startswith("greffon_"):
            del sys.modules[name]


@pytest.fixture
def install(site: Path) -> Install:
    """Return what lays out one distribution and its entry point."""

    def lay(
        slug: str, code: str = GOOD, *, prefix: str = "", group: str = "zest.sectors.v1", dist: str = ""
    ) -> Path:
        name = dist or f"zest-{slug}"
        package = f"greffon_{name.replace('-', '_')}"
        info = site / f"{name.replace('-', '_')}-1.2.3.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2.3\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[{group}]\n{slug} = {package}\n", "utf-8")
        shutil.copytree(SECTOR, site / package)
        (site / package / "__init__.py").write_text(code, "utf-8")
        told = (site / package / "sector.toml").read_text("utf-8")
        told = told.replace('"echantillon"', f'"{slug}"').replace('"ECH"', f'"{prefix or slug[:3].upper()}"')
        (site / package / "sector.toml").write_text(told, "utf-8")
        return site / package

    return lay
