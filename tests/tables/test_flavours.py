"""A table written in any flavour is read back to the same frame."""

import csv
import datetime as dt
import functools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from zest.tables.generating import generate
from zest.tables.reading import read_table
from zest.tables.schemas import TABLES, columns_of, schema_of
from zest.tables.table import Table


@attrs.frozen(kw_only=True)
class Flavour:
    """One way to write a text file."""

    separator: str
    encoding: str
    end: str
    quoting: int
    decimal: str
    french_days: bool
    clock: str
    yes: tuple[str, str]
    header: Callable[[str], str]

    def cell(self, value: Any, unit: str) -> str:
        """Write one value."""
        if isinstance(value, dt.date):
            return self.day(value)
        if isinstance(value, bool):
            return self.yes[not value]
        if not isinstance(value, float):
            return "" if value is None else str(value)
        if unit == "heure" and self.clock:
            return f"{int(value)}{self.clock}{round(value % 1 * 60):02}"
        return str(value).replace(".", self.decimal)

    def day(self, value: dt.date) -> str:
        """Write a day or a moment."""
        hour = " %H:%M" if isinstance(value, dt.datetime) else ""
        return value.strftime(f"%d/%m/%Y{hour}") if self.french_days else value.isoformat()


def titled(name: str) -> str:
    """Write a column's name as a software would."""
    return name.replace("_", " ").capitalize().replace("recue", "reçue").replace("Id ", "ID ")


flavours = st.builds(
    Flavour,
    separator=st.sampled_from([";", ",", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    decimal=st.sampled_from([",", "."]),
    french_days=st.booleans(),
    clock=st.sampled_from(["", "h", ":"]),
    yes=st.sampled_from([("oui", "non"), ("VRAI", "FAUX"), ("1", "0")]),
    header=st.sampled_from([str, str.upper, titled]),
)


@functools.cache
def made(seed: int) -> dict[str, pl.DataFrame]:
    """Return small tables, breaches planted; moments have no seconds there."""
    records = generate(60, seed, 1)
    return {name: records.table(name).unique(schema_of(name).key, maintain_order=True) for name in TABLES}


def write(frame: pl.DataFrame, name: str, flavour: Flavour, path: Path) -> None:
    """Write a frame."""
    units = [schema_of(name).column(column).unit for column in frame.columns]
    with path.open("w", encoding=flavour.encoding, newline="") as out:
        writer = csv.writer(
            out,
            delimiter=flavour.separator,
            lineterminator=flavour.end,
            quoting=flavour.quoting,  # type: ignore[arg-type]  # an int
        )
        writer.writerow(map(flavour.header, frame.columns))
        for row in frame.iter_rows():
            writer.writerow(flavour.cell(v, unit) for v, unit in zip(row, units, strict=True))


def without_places(table: Table) -> pl.DataFrame:
    """Return what was read, but for the file and the row."""
    return table.frame.collect().select(columns_of(table.name))


@given(seed=st.integers(0, 20), name=st.sampled_from(TABLES), flavour=flavours)
def test_a_table_is_read_as_it_was_written(seed: int, name: str, flavour: Flavour) -> None:
    """Whatever the encoding, the separators, the forms of dates, hours and booleans, and the case of headers."""
    frame = made(seed)[name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.csv"
        write(frame, name, flavour, path)

        table = read_table(path)

        assert ((), len(frame), len(frame)) == (table.findings, table.read, table.kept)
        assert_frame_equal(frame, without_places(table))
        assert list(range(2, len(frame) + 2)) == table.frame.collect()["_ligne"].to_list()


@pytest.mark.parametrize("name", TABLES)
def test_a_workbook_is_read_as_it_was_written(name: str, tmp_path: Path) -> None:
    """Days, moments and numbers are those of the sheet; a text that looks like a number stays one."""
    frame = made(1)[name]
    path = tmp_path / f"{name}.xlsx"
    frame.write_excel(path)

    table = read_table(path)

    assert () == table.findings
    assert_frame_equal(frame, without_places(table))


@pytest.mark.parametrize("name", TABLES)
def test_a_parquet_file_is_read_as_it_was_written(name: str, tmp_path: Path) -> None:
    """Nothing is parsed again."""
    frame = made(2)[name]
    path = tmp_path / f"{name}-2026.parquet"
    frame.write_parquet(path)

    table = read_table(path)

    assert () == table.findings
    assert_frame_equal(frame, without_places(table))


@pytest.mark.parametrize("lazy", [False, True])
def test_a_frame_is_read_as_it_is(*, lazy: bool) -> None:
    """Any frame that narwhals knows, lazy or not, under any name that narwhals gives it."""
    import narwhals as nw

    frame = made(3)["missions"]
    given_frame = frame.lazy() if lazy else frame

    for one in (given_frame, nw.from_native(given_frame)):
        table = read_table(one, "missions")

        assert ("", ()) == (table.file, table.findings)
        assert_frame_equal(frame, without_places(table))
