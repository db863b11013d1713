"""The nearest configuration of a dossier, and the ones that it extends."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from zest.configuration.settings import Settings
from zest.datafiles import read_table
from zest.errors import DataFileError, UnreadableFileError
from zest.io.document import Document, KeyPath, SyntaxFault, parse_document
from zest.io.files import read_given
from zest.io.text import decoded
from zest.structuring import Misfitting, fit

OWN = ".zest.toml"
SHARED = "pyproject.toml"

FAIL_ON = ("error", "warning", "info", "never")


def nearest(dossier: Path) -> Path | None:
    """Return the configuration of a dossier: in its folder, or in the nearest folder above that has one.

    In one folder, ``.zest.toml`` goes before ``pyproject.toml``, which counts only if it has ``[tool.zest]``.
    """
    try:
        start = dossier.resolve()
    except (OSError, RuntimeError):
        return None
    return next(_found(start if start.is_dir() else start.parent), None)


def _found(folder: Path) -> Iterator[Path]:
    for one in (folder, *folder.parents):
        # Whatever bears the name is meant as a configuration: what it is instead is told when it is read.
        if os.path.lexists(one / OWN):
            yield one / OWN
        elif os.path.isfile(one / SHARED) and _has_table(one / SHARED):  # noqa: PTH113  # raises for nothing
            yield one / SHARED


def _has_table(file: Path) -> bool:
    try:
        tool = read_table(file).get("tool", {})
    except DataFileError:
        return _announces(file)
    return isinstance(tool, dict) and "zest" in tool


_ANNOUNCED = re.compile(rb"^\s*\[+\s*tool\s*\.\s*[\"']?zest\b", re.MULTILINE)


def _announces(file: Path) -> bool:
    """Whether a file that is no TOML speaks of zest: of another tool's, that one tells what is wrong with it."""
    try:
        return _ANNOUNCED.search(file.read_bytes()) is not None
    except OSError:
        return False


def read_settings(file: Path) -> Settings:
    """Read a configuration and those that it extends, the nearest one winning.

    Raises:
        UnreadableFileError: one is absent, does not hold what it must, or extends itself.
    """
    made, seen, step = Settings(), set[str](), file
    while True:
        if (real := os.path.realpath(step)) in seen:
            raise UnreadableFileError(
                f"« {file.as_posix()} » : « extend » tourne en rond par « {step.as_posix()} »."
            )
        seen.add(real)
        own = _read(step)
        made = made.over(own.placed(step.parent))
        if own.extend is None:
            return made
        step = step.parent / own.extend


def _read(file: Path) -> Settings:
    document = _document(file)
    under = ("tool", "zest") if file.name == SHARED else ()
    raw: Any = document.data if document else {}
    for step in under:
        raw = raw.get(step, {}) if isinstance(raw, dict) else raw
    written = {key.replace("-", "_"): key for key in raw} if isinstance(raw, dict) else {}
    fitted = fit(Settings, {name: raw[key] for name, key in written.items()} if written else raw)
    if document and fitted.misfits:
        raise UnreadableFileError(" ".join(_told(one, under, written, document) for one in fitted.misfits))
    settings = fitted.value or Settings()
    if settings.fail_on not in (None, *FAIL_ON):
        raise UnreadableFileError(
            f"{file}, fail-on : « {settings.fail_on} » n'est pas l'un de {', '.join(FAIL_ON)}."
        )
    return settings


def _told(one: Misfitting, under: KeyPath, written: Mapping[str, str], document: Document) -> str:
    first, *inside = one.path or ("",)
    path = (*under, written.get(str(first), first), *inside)
    return f"{document.place(path, key=one.kind == 'unknown-key')} : {one.message}"


def _document(file: Path) -> Document | None:
    """Read a configuration; ``None`` for one that says nothing, which is a configuration all the same.

    Raises:
        UnreadableFileError: it is absent, is no file, or is not TOML; the message tells where.
    """
    if not (data := read_given(file)).strip():
        return None
    read = parse_document(decoded(data, file.as_posix()), file.as_posix(), "toml")
    if isinstance(read, SyntaxFault):
        raise UnreadableFileError(f"{read.place} : {read.message}")
    return read
