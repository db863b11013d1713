"""Text files: the separator and the header found, then everything read as text by polars."""

import contextlib
import csv
import inspect
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from zest.errors import UnreadableFileError
from zest.tables.encodings import as_utf8
from zest.tables.faults import Faults
from zest.tables.headers import DEEPEST, header_rank, known_headers, require_row
from zest.tables.mapping import Reading, TableMapping
from zest.tables.quotes import mend, unpaired
from zest.tables.schemas import ROW, TableSchema
from zest.tables.sources import BATCH, OVERFLOW, Source
from zest.tables.spool import Spool

if TYPE_CHECKING:
    import polars as pl

SEPARATORS: Final = (";", ",", "\t", "|")

LONGEST: Final = 100_000
"""Signs of the longest line that may be a header."""


@attrs.frozen(kw_only=True)
class Shape:
    """How a text file is laid out.

    Attributes:
        separator: of cells.
        headers: as written.
        row: record number of the header, from 1.
        lines: lines of the file up to the header, included.
    """

    separator: str
    headers: tuple[str, ...]
    row: int
    lines: int


def open_text(path: Path, schema: TableSchema, mapping: TableMapping, spool: Spool, faults: Faults) -> Source:
    """Open a text file of any encoding and separator.

    Raises:
        UnreadableFileError: it is no text.
    """
    reading = mapping.reading
    text = as_utf8(path, reading.encoding, spool, faults)
    quotes = text.quotes and reading.quotes
    shape = _shape(text.path, known_headers(schema, mapping), reading, quotes=quotes)
    require_row(shape.row, reading.header_row, f"Le fichier « {faults.file} »")
    if not shape.headers:
        raise UnreadableFileError(f"Le fichier « {faults.file} » est vide, ou ses premières lignes le sont.")
    readable = text.path
    if quotes and unpaired(readable):
        readable = spool.file(f"{path.stem}.mended.csv")
        mend(text.path, readable, shape.separator, len(shape.headers), faults)
    return Source(
        headers=shape.headers, row=shape.row, batches=_batches(readable, shape, faults.file, quotes=quotes)
    )


def _shape(path: Path, known: Mapping[str, str], reading: Reading, *, quotes: bool) -> Shape:
    """Find the separator and the header that give the most known columns."""
    with path.open(encoding="utf-8-sig", newline="\n") as lines:
        some = zip(range(max(DEEPEST, reading.header_row) * 3), lines, strict=False)
        begin = [_one_line(line) for _, line in some]
    hint = begin[0].strip().removeprefix("sep=") if begin and begin[0].startswith("sep=") else ""
    offered = [reading.separator or hint] if reading.separator or hint else SEPARATORS
    found = [_laid_out(begin, separator, known, reading, quotes=quotes) for separator in offered]
    return max(found, key=lambda one: (one[0], len(one[1].headers)))[1]


def _one_line(line: str) -> str:
    """Return what the csv module takes: it stumbles on a carriage return within a line, and on endless lines."""
    kept = line.rstrip("\r\n").replace("\r", " ") if len(line) <= LONGEST else ""
    return f"{kept}\n"


def _laid_out(
    begin: Sequence[str], separator: str, known: Mapping[str, str], reading: Reading, *, quotes: bool
) -> tuple[int, Shape]:
    from zest.tables.folding import fold

    rows, ends = _first_rows(begin, separator, quotes=quotes)
    rank = min(header_rank(rows, known, reading.header_row), len(rows) - 1)
    headers = tuple(cell.strip() for cell in rows[rank])
    while headers and not headers[-1]:
        headers = headers[:-1]
    score = len(set(known).intersection(map(fold, headers)))
    return score, Shape(separator=separator, headers=headers, row=rank + 1, lines=ends[rank])


def _first_rows(begin: Sequence[str], separator: str, *, quotes: bool) -> tuple[list[list[str]], list[int]]:
    dialect = csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE
    reader = csv.reader(begin, delimiter=separator, quoting=dialect)  # type: ignore[arg-type]  # typeshed wants a literal
    rows, ends = [], []
    # A quote that never closes may still make a cell too long: no header comes after it.
    with contextlib.suppress(csv.Error):
        for row in reader:
            rows.append(row)
            ends.append(reader.line_num)
    return rows or [[""]], ends or [1]


def _batches(path: Path, shape: Shape, file: str, *, quotes: bool) -> "Iterator[pl.DataFrame]":
    import polars as pl

    names = [*(str(rank) for rank in range(len(shape.headers))), OVERFLOW]
    scan = pl.scan_csv(
        path,
        glob=False,
        has_header=False,
        skip_lines=shape.lines,
        separator=shape.separator,
        quote_char='"' if quotes else None,
        schema=dict.fromkeys(names, pl.String),
        infer_schema=False,
        truncate_ragged_lines=True,
        row_index_name=ROW,
        row_index_offset=shape.row + 1,
        raise_if_empty=False,
        **_uneven_rows(),
    )
    try:
        yield from scan.collect_batches(chunk_size=BATCH)
    except pl.exceptions.PolarsError:
        raise UnreadableFileError(
            f"Le fichier « {file} » ne se lit pas comme un tableau : ses guillemets ou ses fins de ligne "
            "sont abîmés."
        ) from None


def _uneven_rows() -> dict[str, Any]:
    """Let rows be shorter or longer than the header: from polars 2 on, it must be asked for."""
    import polars as pl

    asked = {"missing_columns": "insert", "extra_columns": "ignore"}
    known = inspect.signature(pl.scan_csv).parameters
    return {name: way for name, way in asked.items() if name in known}
