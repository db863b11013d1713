"""Parts of a dossier that stand in a folder already, whatever dossier they were made for."""

from collections.abc import Iterator
from pathlib import Path

from zest.io.files import entries
from zest.io.leftovers import MAIN, SHEET_SUFFIXES, SHEETS, TABLES
from zest.io.rows import MAPPING


def standing(main: Path) -> Iterator[Path]:
    """Yield what would be read with the main file of a folder, or instead of it; nothing beside any other file.

    Args:
        main: the file, that may not be there yet.

    Raises:
        UnreadableFileError: a folder may not be looked into.
    """
    if main.name not in MAIN:
        return
    from zest.tables.sources import SUFFIXES

    folder = main.parent
    yield from (file for name in MAIN if (file := folder / name).exists() and file != main)
    yield from (file for file in _within(folder / SHEETS) if file.suffix.lower() in SHEET_SUFFIXES)
    tables = _within(folder / TABLES)
    yield from (file for file in tables if file.suffix.lower() in SUFFIXES or file.name == MAPPING)


def _within(folder: Path) -> Iterator[Path]:
    found = entries(folder) if folder.is_dir() else []
    yield from (file for file in found if file.name[0] not in ".~")
