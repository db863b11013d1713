"""A file as batches of raw rows, whatever it is written in: the edge beyond which only frames exist."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from zest.errors import UnreadableFileError
from zest.tables.faults import Faults
from zest.tables.mapping import TableMapping
from zest.tables.schemas import ROW, TableSchema
from zest.tables.spool import Spool

if TYPE_CHECKING:
    import polars as pl

BATCH: Final = 250_000
"""Rows looked at together."""

OVERFLOW: Final = "_surplus"
"""Raw column that holds what stands beyond the last header, where the file may hold such a thing."""

TEXTS: Final = (".csv", ".txt", ".tsv")
WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
SUFFIXES: Final = (*TEXTS, *WORKBOOKS, ".parquet")
"""Extensions that are read."""


@attrs.frozen(kw_only=True)
class Source:
    """The rows of a file.

    Attributes:
        headers: as written.
        row: number of the header's row.
        batches: frames with one column for each header, named ``0``, ``1``…, perhaps `OVERFLOW`, and the row number.
    """

    headers: tuple[str, ...]
    row: int
    batches: "Iterator[pl.DataFrame]"


def open_source(
    given: Any, schema: TableSchema, mapping: TableMapping, spool: Spool, faults: Faults
) -> Source:
    """Open a file or a frame.

    Raises:
        UnreadableFileError: it is absent, empty, damaged, or of no format that is read.
        MissingExtraError: what reads it is not installed.
    """
    if not isinstance(given, Path):
        from zest.tables.frames_given import in_polars

        return _lazy(in_polars(given))
    _require_file(given, faults.file)
    suffix = given.suffix.lower()
    if suffix in TEXTS:
        from zest.tables.texts import open_text

        return open_text(given, schema, mapping, spool, faults)
    if suffix in WORKBOOKS:
        from zest.tables.workbooks import open_workbook

        return open_workbook(given, schema, mapping, faults)
    if suffix == ".parquet":
        return _parquet(given, faults.file)
    raise UnreadableFileError(
        f"Le fichier « {faults.file} » n'est pas un tableau que zest sait lire ; "
        f"donnez un fichier {', '.join(SUFFIXES[:-1])} ou {SUFFIXES[-1]}."
    )


def _require_file(path: Path, file: str) -> None:
    try:
        regular, size = path.is_file(), path.stat().st_size
    except OSError:
        raise UnreadableFileError(f"Le fichier « {file} » n'existe pas ou n'est pas lisible.") from None
    if not regular:
        raise UnreadableFileError(f"« {file} » n'est pas un fichier ordinaire.")
    if size == 0:
        raise UnreadableFileError(f"Le fichier « {file} » est vide.")


def _parquet(path: Path, file: str) -> Source:
    import polars as pl

    try:
        source = _lazy(pl.scan_parquet(path, glob=False))
    except (pl.exceptions.PolarsError, OSError):
        raise UnreadableFileError(f"Le fichier « {file} » n'est pas un fichier Parquet lisible.") from None
    return attrs.evolve(source, batches=_sound(source.batches, file))


def _sound(batches: "Iterator[pl.DataFrame]", file: str) -> "Iterator[pl.DataFrame]":
    """Yield batches until one cannot be read: the end of a Parquet file tells what it holds, and not how well."""
    import polars as pl

    try:
        yield from batches
    except (pl.exceptions.PolarsError, OSError):
        raise UnreadableFileError(
            f"Le fichier Parquet « {file} » est abîmé : écrivez-le à nouveau."
        ) from None


def _lazy(frame: "pl.LazyFrame") -> Source:
    names = frame.collect_schema().names()
    ranked = frame.select(_by_rank(names)).with_row_index(ROW, offset=2)
    return Source(headers=tuple(names), row=1, batches=iter(ranked.collect_batches(chunk_size=BATCH)))


def _by_rank(names: list[str]) -> "list[pl.Expr]":
    """Name columns by their rank."""
    import polars as pl

    return [pl.col(name).alias(str(rank)) for rank, name in enumerate(names)]
