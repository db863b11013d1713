"""Where a conversion is written: the form that a name asks for, whole or not at all."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from zest.cli.errors import WrongUse
from zest.cli.screen import refusal, replace
from zest.model.dossier import Dossier


def write_target(dossier: Dossier, target: Path, *, force: bool) -> Path:
    """Write a dossier; return the file that was written.

    Raises:
        WrongUse: the name says no form, something is there already, or the system refuses.
    """
    file = target / "zest.toml" if target.is_dir() or not target.suffix else target
    form = _FORMS.get(file.suffix.lower())
    if form is None:
        known = ", ".join(_FORMS)
        raise WrongUse(f"« {target.as_posix()} » : zest écrit {known}, ou un répertoire.")
    if file == target or not dossier.tables:
        write_bytes(file, form(dossier), force=force)
        return file
    from zest.workbook.tables import csv_files, without_rows

    write_bytes(file, form(without_rows(dossier)), force=force)
    for name, data in csv_files(dossier):
        write_bytes(target / "tables" / name, data, force=force)
    return file


def not_onto_source(source: Path, target: Path) -> None:
    """Refuse a target that is what is read, or a part of it: the source would be lost half written over.

    Raises:
        WrongUse: it is.
    """
    from zest.io.leftovers import MAIN, SHEETS, TABLES

    read, written = Path(os.path.realpath(source)), Path(os.path.realpath(target))
    mains = {read / name for name in MAIN} if read.is_dir() else {read}
    parts = {read / SHEETS, read / TABLES}
    if written in {read, *mains} or written / MAIN[0] in mains or parts & {written, *written.parents}:
        raise WrongUse(
            f"« {target.as_posix()} » est la source elle-même, ou une de ses parties ; donnez une autre cible."
        )


def write_bytes(file: Path, data: bytes, *, force: bool) -> None:
    """Write a file whole, in a folder that is made when it is not there.

    Raises:
        WrongUse: something is there already, or the system refuses.
        CannotWrite: the disk is full.
    """
    if file.exists() and not force:
        raise WrongUse(f"« {file.as_posix()} » existe déjà ; donnez un autre nom, ou « --force ».")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, data)
    except (OSError, ValueError) as error:
        raise refusal(file.as_posix(), error) from None


def _workbook(dossier: Dossier) -> bytes:
    from zest.workbook.writing import to_workbook

    return to_workbook(dossier)


def _toml(dossier: Dossier) -> bytes:
    from zest.io.writing import to_toml

    return to_toml(dossier).encode()


def _json(dossier: Dossier) -> bytes:
    from zest.io.writing import to_json

    return to_json(dossier).encode()


_FORMS: Mapping[str, Callable[[Dossier], bytes]] = MappingProxyType(
    {".xlsx": _workbook, ".toml": _toml, ".json": _json}
)
