"""What lies in a dossier's folder and looks like a part of it, and is not read: nothing is left aside in silence."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Final

from zest.errors import UnknownTableError, UnreadableFileError
from zest.findings import Finding, Place
from zest.io.files import entries, printable
from zest.notices import NOTICES

MAIN: Final = ("zest.toml", "zest.json", "zest.yaml", "zest.yml")
"""Names that the main file of a folder may have, the one that is read first."""

SHEETS: Final = "experiences"
"""Folder of a dossier that holds its experience sheets."""

SHEET_SUFFIXES: Final = (".toml", ".json", ".yaml", ".yml")
"""Extensions of experience sheets."""

TABLES: Final = "tables"
"""Folder of a dossier that holds its record tables."""

_FOLDERS: Final = MappingProxyType(
    {SHEETS: "de retours d'expérience", TABLES: "de commandes, de missions ni de suivis"}
)


def unread(folder: Path, main: Path) -> Iterator[Finding]:
    """Yield a finding for each part of a folder that somebody may believe read.

    Args:
        folder: that of the dossier.
        main: its main file, the one that is read.
    """
    for file in _seen(folder):
        if file.name in MAIN and file.name != main.name:
            yield _finding(file, f"« {main.name} » est lu à sa place", "Gardez un seul des deux fichiers.")
        elif (known := _folder_meant(file, folder)) and file.name != known:
            yield _finding(file, f"le répertoire s'appelle « {known} »", f"Renommez-le « {known} ».")
        elif known and not _is_folder(file):
            yield _finding(
                file,
                f"ce n'est pas un répertoire, et le dossier n'a donc pas {_FOLDERS[known]}",
                f"Mettez son contenu dans un répertoire « {known} », ou retirez-le.",
            )
        elif known == SHEETS:
            yield from _in_sheets(file)
        elif known == TABLES:
            yield from _in_tables(file)


def _folder_meant(file: Path, folder: Path) -> str:
    """Return the folder that a name writes otherwise, or as it is."""
    if file.name in _FOLDERS:
        return file.name
    from zest.tables.folding import fold

    meant = fold(file.name)
    # Where case does not count, the folder was read by its own name.
    same = meant in _FOLDERS and os.path.lexists(folder / meant) and file.samefile(folder / meant)
    return meant if meant in _FOLDERS and not same else ""


def _in_sheets(folder: Path) -> Iterator[Finding]:
    for file in _seen(folder):
        if file.suffix.lower() not in SHEET_SUFFIXES:
            yield _misplaced(file, "un retour d'expérience", SHEET_SUFFIXES)


def _in_tables(folder: Path) -> Iterator[Finding]:
    """What bears no table's name is not taken for one: a manifest, a note."""
    from zest.tables.sources import SUFFIXES

    for file in _seen(folder):
        if file.suffix.lower() not in SUFFIXES and (_is_folder(file) or _names_table(file)):
            yield _misplaced(file, "un tableau", SUFFIXES)


def _names_table(file: Path) -> bool:
    from zest.tables.reading import table_name

    try:
        return bool(table_name(file))
    except UnknownTableError:
        return False


def _seen(folder: Path) -> Iterator[Path]:
    """Yield what is in a folder, but for what systems and editors leave there."""
    with contextlib.suppress(UnreadableFileError):
        yield from (file for file in entries(folder) if file.name[0] not in ".~" and file.name[-1] != "~")


def _is_folder(file: Path) -> bool:
    return os.path.isdir(file)  # noqa: PTH112  # what may not be looked at raises nothing


def _misplaced(file: Path, what: str, suffixes: tuple[str, ...]) -> Finding:
    forms = f"{', '.join(suffixes[:-1])} ou {suffixes[-1]}"
    return _finding(
        file,
        f"{what} est un fichier {forms}, dans « {file.parent.name} » même",
        "Mettez-y ce fichier dans une de ces formes, ou retirez-le.",
    )


def _finding(file: Path, why: str, remedy: str) -> Finding:
    return NOTICES["Z009"].finding(
        f"« {printable(file.name)} » n'est pas lu : {why}.",
        identity=(file.parent.name, file.name),
        place=Place(file=file.as_posix()),
        remedy=remedy,
    )
