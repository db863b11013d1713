"""Workbooks: every cell of one sheet as text, the header found among the first rows."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zest.errors import UnreadableFileError
from zest.tables.extras import require
from zest.tables.headers import DEEPEST, header_rank, known_headers
from zest.tables.mapping import TableMapping
from zest.tables.schemas import ROW, TableSchema
from zest.tables.sources import BATCH, Source

if TYPE_CHECKING:
    import polars as pl


def open_workbook(path: Path, schema: TableSchema, mapping: TableMapping, file: str) -> Source:
    """Open one sheet: the one that the mapping names, else the first.

    Raises:
        UnreadableFileError: it is no workbook, is protected by a password, or has no such sheet.
        MissingExtraError: the reader of workbooks is not installed.
    """
    cells = _sheet(path, mapping.reading.sheet, file)
    first = [[cell or "" for cell in row] for row in cells.head(DEEPEST).rows()] or [[""]]
    asked = mapping.reading.header_row
    rank = min(header_rank(first, known_headers(schema, mapping), asked), len(first) - 1)
    headers = [cell.strip() for cell in first[rank]]
    while headers and not headers[-1]:
        headers.pop()
    return Source(headers=tuple(headers), row=rank + 1, batches=_batches(cells, rank))


def _sheet(path: Path, sheet: str, file: str) -> "pl.DataFrame":
    require("fastexcel", "polars")
    import fastexcel

    try:
        book: Any = fastexcel.read_excel(path)
        if sheet and sheet not in book.sheet_names:
            names = ", ".join(f"« {name} »" for name in book.sheet_names)
            raise UnreadableFileError(
                f"Le classeur « {file} » n'a pas de feuille « {sheet} » ; il a {names}."
            )
        # Rows are skipped by no one: what the sheet numbers is what we number.
        found = book.load_sheet(sheet or 0, header_row=None, skip_rows=0, dtypes="string")
        cells: pl.DataFrame = found.to_polars()
    except fastexcel.FastExcelError:
        raise UnreadableFileError(
            f"Le fichier « {file} » n'est pas un classeur lisible ; il est abîmé ou protégé par un mot de passe."
        ) from None
    return cells.rename({name: str(rank) for rank, name in enumerate(cells.columns)})


def _batches(cells: "pl.DataFrame", header: int) -> "Iterator[pl.DataFrame]":
    rows = cells.with_row_index(ROW, offset=1).slice(header + 1)
    return rows.iter_slices(BATCH)
