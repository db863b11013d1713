"""The files that a command will write, looked at before it works: where they go, and what they would destroy."""

import argparse
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from zest.cli.errors import WrongUse

_WRITTEN = ("output", "rows_out", "write_baseline")
_READ = (
    "tables", "dossier", "columns", "baseline", "config", "sector", "all", "bmo", "on", "source",
    "motives", "before", "after", "of", "what", "file",
)  # fmt: skip
"""Arguments that name what a command reads, in any of them."""
_DATA = ("tables", "bmo")
"""Of these, those whose folders hold nothing but what is read."""
_PARTS = ("tables", "experiences")
"""Folders of a dossier whose files are all read."""


def look_at(args: argparse.Namespace) -> None:
    """Refuse what cannot be written, or would overwrite what is read or what is written besides.

    Raises:
        WrongUse: the first file that cannot be.
    """
    seen: list[Path] = []
    for file in (Path(one) for name in _WRITTEN if (one := getattr(args, name, None))):
        _require_room(file)
        # A baseline is refreshed by the command that reads it.
        read = _given(args, but="baseline" if str(file) == getattr(args, "write_baseline", None) else "")
        if any(_same(file, other) for other in seen):
            raise WrongUse(f"« {file} » est demandé pour deux réponses : donnez-leur deux noms.")
        if any(_holds(source, file, whole=whole) for source, whole in read):
            raise WrongUse(
                f"« {file} » fait partie de ce qui est lu, et serait détruit : donnez un autre nom."
            )
        seen.append(file)


def _require_room(file: Path) -> None:
    from zest.cli.screen import refusal

    try:
        number = _refusing(file)
    except (OSError, ValueError, RuntimeError) as error:
        raise refusal(str(file), error) from None
    if number:
        raise refusal(str(file), OSError(number, os.strerror(number)))


def _refusing(file: Path) -> int:
    """Return by what number the system would refuse to put a file there; 0 when it would not."""
    folder = file.resolve().parent
    if file.is_dir():
        return errno.EISDIR
    if not folder.is_dir():
        return errno.ENOTDIR if folder.exists() else errno.ENOENT
    # What is no file, such as a device, is written to where it is.
    made = not file.exists() or file.is_file()
    return errno.EACCES if made and not os.access(folder, os.W_OK) else 0


def _given(args: argparse.Namespace, *, but: str) -> Iterator[tuple[Path, bool]]:
    """Yield what is read of the disk, and whether all that a folder holds is; a pattern stands for its files."""
    for name in _READ:
        told = getattr(args, name, None) if name != but else None
        for one in told if isinstance(told, list) else [told]:
            if isinstance(one, str) and "://" not in one:
                yield from ((file, name in _DATA) for file in _files(one))


def _files(given: str) -> Iterator[Path]:
    from zest.tables.lake_files import files_at

    yield from [Path(given)] if os.path.lexists(given) else map(Path, files_at(given))


def _holds(source: Path, file: Path, *, whole: bool) -> bool:
    """Whether a file is what is read, or one of the files that a folder is read from."""
    if not source.is_dir():
        return _same(source, file)
    from zest.io.leftovers import MAIN

    folder, place = source.resolve(), file.resolve()
    if not place.is_relative_to(folder):
        return False
    parts = place.relative_to(folder).parts
    by_name = place.name in MAIN or place.suffix in (".parquet", ".toml", ".py")
    return whole or by_name or any(part in _PARTS for part in parts[:-1])


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by whatever links."""
    if one.exists() and other.exists():
        return one.is_file() and one.samefile(other)
    return one.resolve() == other.resolve()
