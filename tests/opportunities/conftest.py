"""Editions of the survey: the invented sample, and the real ones where they are."""

from pathlib import Path

import pytest

from zest.opportunities.reading import Edition, read_editions
from zest.testing.reference_tables import reference_folder

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "docs/guides/bmo"


@pytest.fixture(scope="session")
def sample() -> tuple[Edition, ...]:
    """The three invented editions."""
    pytest.importorskip("polars")
    return read_editions(sorted(SAMPLE.glob("*.csv")))


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of public data."""
    folder = reference_folder()
    if folder is None:
        pytest.skip("the public data (BMO of France Travail) is not on this machine: set ZEST_DATA")
    return folder


@pytest.fixture(scope="session")
def national(data: Path) -> tuple[Edition, ...]:
    """The three national editions."""
    pytest.importorskip("polars")
    return read_editions(sorted(data.glob("bmo_202?_france.csv.gz")))
