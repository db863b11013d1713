"""The files of a folder or of a pattern of Parquet."""

from pathlib import Path


def lake_files(path: str) -> list[str]:
    """Return the Parquet files of a folder, at any depth, or those that a pattern names; else the path itself."""
    if Path(path).is_dir():
        return sorted(str(file) for file in Path(path).rglob("*.parquet"))
    if any(sign in path for sign in "*?["):
        return sorted(str(file) for file in Path().glob(path))
    return [path]
