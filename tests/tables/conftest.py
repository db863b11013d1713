"""What the tests of record tables share."""

from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("polars")

Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Return what writes lines to a file of some encoding."""

    def write(*lines: str, name: str = "missions.csv", encoding: str = "utf-8", end: str = "\n") -> Path:
        path = tmp_path / name
        path.write_bytes(end.join([*lines, ""]).encode(encoding))
        return path

    return write
