"""Workbooks: every cell of one sheet as text, the header found among the first rows."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from zest.errors import UnreadableFileError
from zest.tables.extras import require
from zest.tables.faults import Faults
from zest.tables.folding import fold
from zest.tables.headers import DEEPEST, header_rank, known_headers, require_row
from zest.tables.mapping import TableMapping
from zest.tables.schemas import ROW, TableSchema
from zest.tables.sheet_parts import Mishap, survey
from zest.tables.sources import BATCH, Source

if TYPE_CHECKING:
    import polars as pl


def open_workbook(path: Path, schema: TableSchema, mapping: TableMapping, faults: Faults) -> Source:
    """Open one sheet: the one that the mapping names, else the first that holds the table, else the first.

    Raises:
        UnreadableFileError: it is no workbook, is protected by a password, has no such sheet, or one of no bounds.
        MissingExtraError: the reader of workbooks is not installed.
    """
    book = Workbook.opened(path, faults.file)
    sheet, asked = _chosen(book, schema, mapping, faults), mapping.reading.header_row
    cells = book.cells(sheet)
    first = [[cell or "" for cell in row] for row in cells.head(max(DEEPEST, asked)).rows()] or [[""]]
    rank = min(header_rank(first, known_headers(schema, mapping), asked), len(first) - 1)
    headers = [cell.strip() for cell in first[rank]]
    while headers and not headers[-1]:
        headers.pop()
    require_row(rank + 1, asked, f"La feuille « {sheet} » du classeur « {faults.file} »")
    return Source(headers=tuple(headers), row=rank + 1, batches=_batches(cells, rank))


@attrs.frozen(kw_only=True)
class Workbook:
    """A workbook that was opened, none of its sheets being read yet.

    Attributes:
        path: where it is.
        file: its name in messages.
        sheets: names of its sheets.
        reader: what reads them.
    """

    path: Path
    file: str
    sheets: Sequence[str]
    reader: Any

    @classmethod
    def opened(cls, path: Path, file: str) -> "Workbook":
        """Open a workbook.

        Raises:
            UnreadableFileError: it is none, or is protected by a password.
            MissingExtraError: the reader of workbooks is not installed.
        """
        require("fastexcel", "polars")
        import fastexcel

        try:
            reader = fastexcel.read_excel(path)
        except fastexcel.FastExcelError:
            raise _unreadable(file) from None
        return cls(path=path, file=file, sheets=reader.sheet_names, reader=reader)

    def cells(self, sheet: str, most: int | None = None) -> "pl.DataFrame":
        """Return the cells of a sheet as texts, in columns named by their rank; the first row is row 1.

        Raises:
            UnreadableFileError: it cannot be read, or its cells are scattered over more room than any table takes.
        """
        import fastexcel

        seen = survey(self.path, self.sheets.index(sheet), sheet, self.file)
        try:
            # Rows are skipped by no one: what the sheet numbers is what we number.
            found = self.reader.load_sheet(sheet, header_row=None, skip_rows=0, n_rows=most, dtypes="string")
            cells: pl.DataFrame = found.to_polars()
        except fastexcel.FastExcelError:
            raise _unreadable(self.file) from None
        named = cells.rename({name: str(rank) for rank, name in enumerate(cells.columns)})
        ranks = {column.absolute_index: column.index for column in found.available_columns()}
        return named if most else _with_mishaps(named, ranks, seen.mishaps)


def _unreadable(file: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"Le fichier « {file} » n'est pas un classeur lisible ; il est abîmé ou protégé par un mot de passe."
    )


def _with_mishaps(
    cells: "pl.DataFrame", ranks: dict[int, int], mishaps: "Sequence[Mishap]"
) -> "pl.DataFrame":
    """Put back what the reader of workbooks makes blank."""
    import polars as pl

    last = max((one.row for one in mishaps), default=-1)
    if last >= len(cells):
        more = pl.DataFrame(schema=cells.schema).clear(last + 1 - len(cells))
        cells = pl.concat([cells, more])
    by_rank: dict[int, list[Mishap]] = {}
    for one in mishaps:
        if one.column in ranks:
            by_rank.setdefault(ranks[one.column], []).append(one)
    return cells.with_columns(
        cells[str(rank)].scatter([one.row for one in some], [one.text for one in some])
        for rank, some in by_rank.items()
    )


def _chosen(book: Workbook, schema: TableSchema, mapping: TableMapping, faults: Faults) -> str:
    """Return the sheet to read; tell those that hold the same table and are not read."""
    asked = mapping.reading.sheet
    if asked and asked not in book.sheets:
        names = ", ".join(f"« {name} »" for name in book.sheets)
        raise UnreadableFileError(
            f"Le classeur « {book.file} » n'a pas de feuille « {asked} » ; il a {names}."
        )
    if asked or len(book.sheets) == 1:
        return asked or book.sheets[0]
    chosen, *others = [name for name in book.sheets if _holds(book, name, schema, mapping)] or book.sheets[:1]
    for name in others:
        faults.add(
            "Z060",
            f"La feuille « {name} » porte le même tableau que la feuille « {chosen} », et n'est pas lue ; "
            "mettez ses lignes à la suite, ou dans un fichier à part.",
            about=(name,),
        )
    return chosen


def _holds(book: Workbook, sheet: str, schema: TableSchema, mapping: TableMapping) -> bool:
    """Whether a sheet has the columns of the table that any row must have, and a row."""
    try:
        cells = book.cells(sheet, 2 * DEEPEST)
    except UnreadableFileError:
        return False
    rows = [[cell or "" for cell in row] for row in cells.rows()]
    known = known_headers(schema, mapping)
    rank = header_rank(rows, known, mapping.reading.header_row)
    there = {known.get(fold(cell)) for row in rows[rank : rank + 1] for cell in row}
    return there.issuperset(c.name for c in schema.columns if c.required) and any(map(any, rows[rank + 1 :]))


def _batches(cells: "pl.DataFrame", header: int) -> "Iterator[pl.DataFrame]":
    rows = cells.with_row_index(ROW, offset=1).slice(header + 1)
    return rows.iter_slices(BATCH)
