"""Where a conversion is written: the form that a name asks for, whole or not at all."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from zest.cli.errors import WrongUse
from zest.cli.screen import refusal, replace
from zest.model.dossier import Dossier


def write_target(dossier: Dossier, target: Path, *, force: bool) -> Path:
    """Write a dossier; return its main file.

    Raises:
        WrongUse: the name says no form, something is there already, or the system refuses.
    """
    file = target / "zest.toml" if target.is_dir() or not target.suffix else target
    form = _FORMS.get(file.suffix.lower())
    if form is None:
        known = ", ".join(_FORMS)
        raise WrongUse(f"« {target.as_posix()} » : zest écrit {known}, ou un répertoire.")
    files = dict(_in_folder(dossier, file, form) if file != target else [(file, form(dossier))])
    _nothing_beside(file, files)
    if not force:
        for written in files:
            _not_there(written)
    for written, data in files.items():
        write_bytes(written, data, force=True)
    return file


def _in_folder(
    dossier: Dossier, main: Path, form: Callable[[Dossier], bytes]
) -> Iterator[tuple[Path, bytes]]:
    """Yield the main file of a folder, then its tables as they are: their rows are not told twice."""
    if not dossier.tables:
        yield main, form(dossier)
        return
    from zest.io.leftovers import TABLES
    from zest.workbook.tables import csv_files, without_rows

    yield main, form(without_rows(dossier))
    for name, data in csv_files(dossier):
        yield main.parent / TABLES / name, data


def _nothing_beside(main: Path, files: Mapping[Path, bytes]) -> None:
    """Refuse a folder that holds parts of another dossier: they would be read as parts of this one."""
    from zest.io.standing import standing

    if stays := [part for part in standing(main) if part not in files]:
        more = f" (et {len(stays) - 1} autres)" if len(stays) > 1 else ""
        raise WrongUse(
            f"« {stays[0].as_posix()} »{more} serait lu avec le nouveau dossier ; donnez un répertoire vide, "
            "ou retirez ce qui est là."
        )


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
    if not force:
        _not_there(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, data)
    except (OSError, ValueError) as error:
        raise refusal(file.as_posix(), error) from None


def _not_there(file: Path) -> None:
    if file.exists():
        raise WrongUse(f"« {file.as_posix()} » existe déjà ; donnez un autre nom, ou « --force ».")


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
