"""The cells of a workbook, xlsx or ods, as plain rows: bounded before any library opens it."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from zest.errors import UnreadableFileError
from zest.tables.sheet_parts import survey
from zest.workbook.extras import require
from zest.workbook.tables import SHEET

LARGEST: Final = 50 << 20
"""Bytes that a workbook may hold once unpacked: a dossier has no use for more, and a bomb has."""

MOST: Final = 100_000
"""Cells of one sheet that may hold something."""

Grid = list[list[Any]]


def grids(path: Path, file: str) -> Mapping[str, Grid]:
    """Return the rows of each sheet, the first one being row 1; blank cells are empty texts.

    Args:
        path: where it is.
        file: its name in messages.

    Raises:
        UnreadableFileError: it is absent, no workbook, protected by a password, or larger than any dossier.
        MissingExtraError: You have not installed the ``tableur`` extra.
    """
    require("python_calamine")
    _require_small(path, file)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            # Those of record tables have a reader of their own, that holds many rows.
            names = [name for name in book.sheet_names if not SHEET.fullmatch(name)]
            for name in names:
                survey(path, book.sheet_names.index(name), name, file)
            return {name: _grid(book, name, file) if name in names else [] for name in book.sheet_names}
    except (CalamineError, OSError):
        raise _unreadable(file, "il est abîmé ou protégé par un mot de passe") from None


def _grid(book: Any, name: str, file: str) -> Grid:
    grid: Grid = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    if sum(cell != "" for row in grid for cell in row) > MOST:
        raise _unreadable(file, f"la feuille « {name} » a plus de {MOST} cellules remplies")
    return grid


def _require_small(path: Path, file: str) -> None:
    if not path.exists():
        raise UnreadableFileError(f"Le fichier « {file} » n'existe pas.")
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise _unreadable(file, "il est abîmé ou protégé par un mot de passe") from None
    if size > LARGEST:
        raise _unreadable(file, "il est bien plus grand qu'un dossier")


def _unreadable(file: str, why: str) -> UnreadableFileError:
    return UnreadableFileError(f"Le fichier « {file} » n'est pas un classeur lisible : {why}.")
