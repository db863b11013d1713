"""The nearest configuration of a dossier, and the ones that it extends."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zest.configuration.settings import Settings
from zest.datafiles import build, read_table
from zest.errors import DataFileError, UnreadableFileError

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
        if (one / OWN).is_file():
            yield one / OWN
        elif (one / SHARED).is_file() and _has_table(one / SHARED):
            yield one / SHARED


def _has_table(file: Path) -> bool:
    # The file of another tool: that one tells what is wrong with it.
    try:
        tool = read_table(file).get("tool", {})
    except DataFileError:
        return False
    return isinstance(tool, dict) and "zest" in tool


def read_settings(file: Path) -> Settings:
    """Read a configuration and those that it extends, the nearest one winning.

    Raises:
        UnreadableFileError: one is absent, does not hold what it must, or extends itself.
    """
    made, seen, step = Settings(), set[Path](), file
    while True:
        if step.resolve() in seen:
            raise UnreadableFileError(
                f"« {file.as_posix()} » : « extend » tourne en rond par « {step.as_posix()} »."
            )
        seen.add(step.resolve())
        own = _read(step)
        made = made.over(own.placed(step.parent))
        if own.extend is None:
            return made
        step = step.parent / own.extend


def _read(file: Path) -> Settings:
    try:
        raw: Any = read_table(file)
        raw = raw.get("tool", {}).get("zest", {}) if file.name == SHARED else raw
        settings = build(Settings, {key.replace("-", "_"): value for key, value in raw.items()}, file)
    except DataFileError as error:
        raise UnreadableFileError(str(error)) from None
    if settings.fail_on not in (None, *FAIL_ON):
        raise UnreadableFileError(
            f"{file}, fail-on : « {settings.fail_on} » n'est pas l'un de {', '.join(FAIL_ON)}."
        )
    return settings
