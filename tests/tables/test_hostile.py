"""Whatever a file holds, it is a table or one French sentence: never a traceback, never a hang."""

import tempfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zest.errors import UnreadableFileError
from zest.tables.reading import read_table
from zest.tables.schemas import TABLES, columns_of

cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", '"', '""', "31/02/2024", "7h30", "1e400", "-0", "Total", "\r", "\n", ";", "\x00", "=A1", "９"]
    ),
)


def told(content: bytes, name: str, table: str) -> None:
    """Read a file; say nothing when it is refused in a sentence."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        refusal = ""
        try:
            read = read_table(path, table)
        except UnreadableFileError as refused:
            refusal = str(refused)
        if refusal:
            assert refusal.endswith(".")
            return
        assert read.kept == read.frame.collect().height <= read.read
        assert all(found.message.endswith((".", "?")) for found in read.findings)


@given(st.binary(max_size=200), st.sampled_from(["m.csv", "m.xlsx", "m.parquet", "m.ods", "m.xls", "m.xlsb"]))
@example(b'"', "m.csv")
@example(b'a;"b\n', "m.csv")
@example(b"\xff\xfe", "m.csv")
@example(b"\xff\xfea", "m.csv")
@example(b"\xef\xbb\xbf", "m.csv")
@example(b"\r", "m.csv")
@example(b"\n\n\n", "m.csv")
@example(b"PK\x03\x04", "m.ods")
def test_bytes_of_any_kind(content: bytes, name: str) -> None:
    """Half a file, a file of another kind, noise."""
    told(content, name, "missions")


@given(
    table=st.sampled_from(TABLES),
    rows=st.lists(st.lists(cells, max_size=30), max_size=8),
    separator=st.sampled_from([";", ",", "\t", "|"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)
def test_texts_of_any_kind(
    table: str, rows: list[list[str]], separator: str, end: str, encoding: str
) -> None:
    """Under a true header, cells that nobody escaped."""
    lines = [separator.join(row) for row in (list(columns_of(table)), *rows)]

    told(end.join(lines).encode(encoding, "replace"), "m.csv", table)


@given(
    table=st.sampled_from(TABLES),
    rows=st.lists(st.lists(cells, min_size=4, max_size=4), max_size=6),
)
def test_frames_of_any_text(table: str, rows: list[list[str]]) -> None:
    """Whatever the words, each finding is a sentence and each count is exact."""
    names = columns_of(table)[:4]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")

    read = read_table(frame, table)

    assert sum(read.counts.values()) >= len(read.findings)


VALUES = {
    "bytes": pl.Series([b"\xff"]),
    "objects": pl.Series([object()], dtype=pl.Object),
    "lists": pl.Series([[1]]),
    "lengths": pl.Series([5], dtype=pl.Duration),
    "nothing": pl.Series([None], dtype=pl.Null),
    "booleans": pl.Series([True]),
    "times": pl.Series([7], dtype=pl.Time),
}


@pytest.mark.parametrize("kind", VALUES)
def test_columns_of_any_type(kind: str) -> None:
    """What is no single value cannot be read, and is told."""
    frame = pl.DataFrame(dict.fromkeys(columns_of("missions"), VALUES[kind]))

    read = read_table(frame, "missions")

    assert read.kept <= read.read <= 1
