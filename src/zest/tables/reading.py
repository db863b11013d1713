"""``read_table``: a file of any French flavour, or any frame that narwhals knows, as a canonical table."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from zest.errors import UnknownTableError, UnreadableFileError
from zest.tables.cells import Plan, plan
from zest.tables.extras import require
from zest.tables.faults import Faults
from zest.tables.folding import fold
from zest.tables.frames import frame_schema
from zest.tables.headers import Matched, match
from zest.tables.keys import once
from zest.tables.mapping import TableMapping
from zest.tables.people import tell_people
from zest.tables.records import Recorder, batches_of
from zest.tables.schemas import TABLES, TableSchema, schema_of
from zest.tables.sources import Source, open_source
from zest.tables.spool import Spool
from zest.tables.table import Table

if TYPE_CHECKING:
    import polars as pl

IN_MEMORY: Final = 1_000_000
"""Rows kept in memory at most; beyond, they are written to a temporary folder as they are read."""


def read_table(
    given: Any, name: str | None = None, mapping: TableMapping | None = None, *, shown: str = ""
) -> Table:
    """Read one table of records.

    Every fault of the file is a finding with its row; a cell that cannot be read becomes null and the rest of
    its row is kept, unless the cell is required: then the row is set aside, and counted.

    Args:
        given: path of a file (CSV of any French flavour, workbook, Parquet), or a frame that narwhals knows.
        name: of the table; for a file, found from its name when left out (``missions-2026.csv``).
        mapping: how the columns are called in that file, and how it is written.
        shown: name of the file in findings; its path when empty.

    Raises:
        UnknownTableError: You named none of the four tables, or the file's name tells none.
        UnreadableFileError: You gave a file that is absent, empty, damaged, or of no format that is read.
        MissingExtraError: You have not installed the ``records`` extra.
    """
    require()
    path = Path(given) if isinstance(given, str | os.PathLike) else None
    file = shown or (path.as_posix() if path else "")
    schema = schema_of(name or table_name(path))
    mapping = mapping or TableMapping()
    faults, spool = Faults(file=file, table=schema.name), Spool()
    source = open_source(path or given, schema, mapping, spool, faults)
    matched = match(source.headers, schema, mapping, faults, source.row)
    plans = _plans(source, matched, schema, mapping)
    recorder = Recorder(
        schema=schema,
        plans=plans,
        faults=faults,
        missing=mapping.reading.missing,
        lacking=bool(matched.missing),
    )
    frame, rows = _gathered(batches_of(source.batches, recorder), schema, spool)
    frame, again = once(frame, schema, faults)
    tell_people(frame, schema, faults)
    findings, counts = faults.told()
    return Table(
        name=schema.name,
        file=file,
        frame=recorder.unread.beside(frame),
        columns={p.column.name: p.header for p in plans},
        read=recorder.total,
        kept=rows - again,
        ignored=recorder.ignored,
        findings=findings,
        counts=counts,
        holds=spool,
    )


def table_name(path: Path | None) -> str:
    """Return the table that the name of a file begins with.

    Raises:
        UnknownTableError: it begins with none.
        UnreadableFileError: there is no such file.
    """
    stem = fold(path.stem) if path else ""
    for name in TABLES:
        if stem == name or stem.startswith(f"{name}_"):
            return name
    if path is None:
        raise UnknownTableError(f"Dites de quel tableau il s'agit : {', '.join(TABLES)}.")
    if not _is_there(path):
        raise UnreadableFileError(f"Le fichier « {path.as_posix()} » n'existe pas.")
    raise UnknownTableError(
        f"Le nom du fichier « {path.name} » ne dit pas de quel tableau il s'agit ; faites-le commencer par "
        f"{', '.join(TABLES[:-1])} ou {TABLES[-1]}, comme « {TABLES[1]}-{fold(path.stem, '-')}{path.suffix} »."
    )


def _is_there(path: Path) -> bool:
    """Whether there is such a file; of a pattern, or of an address in a cluster, nobody knows."""
    known_elsewhere = re.search(r"[*?]|^\w{2,}:/", str(path))
    return known_elsewhere is not None or path.exists()


def _plans(source: Source, matched: Matched, schema: TableSchema, mapping: TableMapping) -> list[Plan]:
    return [
        plan(
            schema.column(name),
            source.headers[rank],
            str(rank),
            mapping.of(name),
            mapping.reading,
        )
        for name, rank in matched.ranks.items()
    ]


def _gathered(
    batches: "Iterator[pl.DataFrame]", schema: TableSchema, spool: Spool
) -> "tuple[pl.LazyFrame, int]":
    """Keep small tables in memory; write the batches of large ones as they come."""
    import polars as pl

    kept: list[pl.DataFrame] = []
    parts: list[Path] = []
    rows = 0
    for batch in batches:
        kept.append(batch)
        rows += len(batch)
        if parts or rows > IN_MEMORY:
            parts.append(_written(kept, spool))
            kept.clear()
    if parts:
        return pl.scan_parquet(parts), rows
    empty = pl.DataFrame(schema=dict(frame_schema(schema.name)))
    return pl.concat([empty, *kept], rechunk=False).lazy(), rows


def _written(batches: "list[pl.DataFrame]", spool: Spool) -> Path:
    import polars as pl

    part = spool.file("part.parquet")
    pl.concat(batches).write_parquet(part, compression="lz4")
    return part
