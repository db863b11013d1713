"""The files of a folder, of a pattern or of a path of Parquet."""

import glob
from collections.abc import Iterable
from pathlib import Path

from zest.errors import UnreadableFileError


def is_address(path: str) -> bool:
    """Whether it names a place of a cluster, which only the engine can look into."""
    return "://" in path


def is_lake_name(path: str) -> bool:
    """Whether it names a folder, an address, or files by a pattern: what exists under that very name is none."""
    whole = Path(path)
    return is_address(path) or whole.is_dir() or (any(sign in path for sign in "*?[") and not whole.exists())


def lake_files(paths: Iterable[str]) -> list[str]:
    """Return the Parquet files of folders, at any depth, and those that patterns name; an address as it is.

    Raises:
        UnreadableFileError: there is none at one of these paths.
    """
    found = {path: files_at(path) for path in paths}
    if empty := [path for path, files in found.items() if not files]:
        raise UnreadableFileError(f"Aucun fichier Parquet à « {', '.join(empty)} ».")
    return [file for files in found.values() for file in files]


def files_at(path: str) -> list[str]:
    """Return the files of one path, perhaps none."""
    if is_address(path):
        return [path]
    named = [path] if Path(path).exists() else glob.glob(path, recursive=True)  # noqa: PTH207 - pathlib takes no absolute pattern
    return sorted(file for one in named for file in _within(Path(one)))


def _within(path: Path) -> list[str]:
    # What Spark writes as « x.parquet » is a folder of files that end so too.
    files = (file for file in path.rglob("*.parquet") if file.is_file())
    if path.is_dir():
        return [str(file) for file in files]
    # Of a pipe, no engine would ever see the end.
    return [str(path)] if path.is_file() else []
