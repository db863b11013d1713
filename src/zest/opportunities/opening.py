"""A file of the BMO as one table of texts, whatever its form: CSV with ``;`` or ``,``, gzipped, or a workbook."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zest.errors import UnreadableFileError
from zest.opportunities.columns import known_columns, missing
from zest.tables.extras import require

if TYPE_CHECKING:
    import polars as pl

SUFFIXES = (".csv", ".csv.gz", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""What can be read."""

MOST = 1 << 28
"""Bytes of text that are read at most: forty times the largest edition."""


def open_table(path: Path) -> "pl.DataFrame":
    """Return the cells of the file as texts, the first row being its header.

    Raises:
        UnreadableFileError: it is absent, too large, no table, or no edition of the BMO is in it.
        MissingExtraError: the ``records`` extra is not installed.
    """
    require("polars", "fastexcel")
    if path.exists() and not path.is_file():
        raise UnreadableFileError(f"« {path.as_posix()} » n'est pas un fichier ordinaire.")
    if not path.is_file():
        raise UnreadableFileError(f"Le fichier « {path.as_posix()} » n'existe pas.")
    name = path.name.lower()
    if not name.endswith(SUFFIXES):
        raise UnreadableFileError(
            f"Le fichier « {path.as_posix()} » n'est ni un CSV (même compressé en .gz) ni un classeur."
        )
    return _text(path) if name.endswith((".csv", ".gz", ".txt")) else _workbook(path)


def _text(path: Path) -> "pl.DataFrame":
    import polars as pl

    raw = _utf8(_bytes(path), path)
    head = raw[:4096].partition(b"\n")[0]
    separator = ";" if head.count(b";") > head.count(b",") else ","
    try:
        return pl.read_csv(raw, has_header=False, separator=separator, infer_schema=False, encoding="utf8")
    except (pl.exceptions.PolarsError, ValueError):
        raise UnreadableFileError(
            f"Le fichier « {path.as_posix()} » n'est pas un tableau : ses lignes n'ont pas toutes autant de cellules."
        ) from None


def _bytes(path: Path) -> bytes:
    """Read the file, decompressed, and never more than the bound."""
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
            raw = stream.read(MOST + 1)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise UnreadableFileError(
            f"Le fichier « {path.as_posix()} » est abîmé : il ne se décompresse pas."
        ) from None
    except OSError as error:
        raise UnreadableFileError(
            f"Le fichier « {path.as_posix()} » ne peut pas être lu : {error.strerror}."
        ) from None
    if len(raw) > MOST:
        raise UnreadableFileError(
            f"Le fichier « {path.as_posix()} » est trop grand pour une édition de l'enquête BMO."
        )
    if not raw.strip():
        raise UnreadableFileError(f"Le fichier « {path.as_posix()} » est vide.")
    return raw


def _utf8(raw: bytes, path: Path) -> bytes:
    """Return the text in UTF-8; what is not UTF-8 is Windows's French encoding."""
    if b"\0" in raw[:4096]:
        raise UnreadableFileError(f"Le fichier « {path.as_posix()} » n'est pas un tableau en texte.")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace").encode()
    return raw.removeprefix(b"\xef\xbb\xbf")


def _workbook(path: Path) -> "pl.DataFrame":
    """Return the first sheet that holds an edition: the published workbooks begin with other sheets."""
    import fastexcel

    try:
        book: Any = fastexcel.read_excel(path)
        for cells in _sheets(book):
            found = _from_header(cells)
            if found is not None:
                return found
    except fastexcel.FastExcelError:
        raise UnreadableFileError(
            f"Le fichier « {path.as_posix()} » n'est pas un classeur lisible ; il est abîmé ou protégé."
        ) from None
    raise UnreadableFileError(
        f"Aucune feuille du classeur « {path.as_posix()} » n'a les colonnes de l'enquête BMO ; "
        f"il a {', '.join(f'« {name} »' for name in book.sheet_names)}."
    )


def _sheets(book: Any) -> "Iterator[pl.DataFrame]":
    for name in book.sheet_names:
        yield book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()


def _from_header(cells: "pl.DataFrame") -> "pl.DataFrame | None":
    """Return a sheet from its header on, which may stand below a title."""
    for rank, row in enumerate(cells.head(20).rows()):
        ranks, year = known_columns([cell or "" for cell in row])
        if not missing(ranks, year):
            return cells.slice(rank)
    return None
