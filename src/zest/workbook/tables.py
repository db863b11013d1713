"""Record tables as sheets of a workbook: « Tableau missions ». They are measured and judged as files are."""

import csv
import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from zest.findings import Finding, Place, in_sheet
from zest.io.rows import Rows, rows_of
from zest.model.dossier import Dossier

if TYPE_CHECKING:
    from zest.tables.table import Table

SHEET = re.compile(r"Tableau (commandes|missions|suivis|sorties)(?: \d+)?", re.IGNORECASE)
"""Name of a sheet that holds a record table; a second file of the same table has a number."""


def sheet_names(tables: "Iterable[Table]") -> Iterator[tuple[str, "Table"]]:
    """Yield each table with the name of its sheet."""
    seen: dict[str, int] = {}
    for table in tables:
        seen[table.name] = rank = seen.get(table.name, 0) + 1
        yield (f"Tableau {table.name}" if rank == 1 else f"Tableau {table.name} {rank}"), table


def cells_of(table: "Table") -> tuple[list[str], list[list[Any]]]:
    """Return the header and the rows of a table, in the order of its file."""
    frame = table.frame.select(list(table.columns)).collect()
    return list(table.columns), [[_cell(one) for one in row] for row in frame.iter_rows()]


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "oui" if value else "non"
    return value.replace(tzinfo=None) if isinstance(value, dt.datetime) else value


def without_rows(dossier: Dossier) -> Dossier:
    """Return a dossier without the objects that its record tables tell: these are on their own sheets."""
    if not dossier.tables:
        return dossier
    files = {table.file for table in dossier.tables}
    kept: dict[str, Any] = {
        name: tuple(
            one
            for rank, one in enumerate(getattr(dossier, name))
            if not _of_table(dossier.sources.place((name, rank)), files)
        )
        for name in ("clients", "orders", "missions", "follow_ups", "outcomes")
    }
    return attrs.evolve(dossier, **kept)


def _of_table(place: Place, files: set[str]) -> bool:
    return (f"{place.file}#{place.sheet}" if place.sheet else place.file) in files


def read_tables(path: Path, names: Iterable[str], written: Mapping[str, Any]) -> Rows:
    """Read the sheets of record tables; each finding and each object stands at its row.

    Raises:
        UnreadableFileError: one cannot be read at all.
        MissingExtraError: there is one, and the ``records`` extra is not installed.
    """
    tables = [_table(path, name) for name in names]
    found: list[Finding] = [one for table in tables for one in table.findings]
    rows = rows_of(tables, found, written)
    return attrs.evolve(
        rows,
        places={kind: [in_sheet(one) for one in places] for kind, places in rows.places.items()},
        findings=tuple(attrs.evolve(one, place=in_sheet(one.place)) for one in rows.findings),
    )


def _table(path: Path, sheet: str) -> "Table":
    from zest.tables.mapping import Reading, TableMapping
    from zest.tables.reading import read_table

    match = SHEET.fullmatch(sheet)
    name = match[1].lower() if match else ""
    mapping = TableMapping(reading=Reading(sheet=sheet, header_row=1))
    return read_table(path, name, mapping, shown=f"{path.as_posix()}#{sheet}")


def csv_files(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    """Yield each record table as a CSV, with the name of its file in ``tables``."""
    many = Counter(table.name for table in dossier.tables)
    for rank, table in enumerate(dossier.tables, start=1):
        header, rows = cells_of(table)
        kept = io.StringIO()
        lines = csv.writer(kept, lineterminator="\n")
        lines.writerow(header)
        lines.writerows([one.isoformat() if isinstance(one, dt.date) else one for one in row] for row in rows)
        # Read again in the order of their names, they are in the order that they had.
        end = f"-{rank:03}" if many[table.name] > 1 else ""
        yield f"{table.name}{end}.csv", kept.getvalue().encode()
