"""The files of a lake, whatever their path looks like."""

import os
from pathlib import Path

import pytest

from zest.tables.lake_files import files_at, is_lake_name


def test_an_address_is_left_to_the_engine() -> None:
    """Only the engine can look into it, patterns and all."""
    assert ["s3://lac/missions*/"] == files_at("s3://lac/missions*/")


@pytest.mark.parametrize(
    "path, is_lake",
    {
        "s3://lac/missions": True,
        "missions": True,
        "missions-*.parquet": True,
        "missions-[0-9].parquet": True,
        "missions-[1].csv": False,
        "missions.csv": False,
        "absent.parquet": False,
    }.items(),
)
def test_what_exists_is_no_pattern(
    path: str, is_lake: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder is a lake, and a file is none, whatever signs their names have."""
    monkeypatch.chdir(tmp_path)
    Path("missions").mkdir()
    for name in ("missions-[1].csv", "missions.csv"):
        Path(name).touch()

    assert is_lake == is_lake_name(path)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """No engine would ever see its end."""
    lake = tmp_path / "missions"
    lake.mkdir()
    os.mkfifo(lake / "f.parquet")

    assert [] == files_at(str(lake)) == files_at(str(lake / "f.parquet"))
