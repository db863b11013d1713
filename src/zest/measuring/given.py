"""Tables that somebody names: files of any French flavour, or folders of Parquet read where they are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from zest.engines.protocol import Lake
from zest.errors import UnreadableFileError
from zest.measurement import TableMeasured
from zest.tables.lake_files import files_at, is_address, is_lake_name, lake_files
from zest.tables.schemas import TABLES

if TYPE_CHECKING:
    from zest.tables.mapping import TableMapping
    from zest.tables.table import Table

NATIVE = ("duckdb", "spark")
"""Engines that read Parquet files themselves; polars reads folders so, and zest reads single files for it."""


def tables_given(
    paths: Sequence[str],
    engine: str,
    mappings: "Mapping[str, TableMapping] | None" = None,
    step: Callable[[str], None] = lambda _: None,
) -> tuple[dict[str, Any], list[TableMeasured]]:
    """Return what each table is read from, and what is known of it so far.

    Args:
        paths: files or folders, whose names tell the table; addresses of a cluster for Spark.
        engine: that will measure.
        mappings: how columns are called, by table.
        step: called with French words before each file is read.

    Raises:
        UnknownTableError: a name tells no table.
        UnreadableFileError: a file cannot be read.
    """
    from zest.tables.reading import read_table, table_name

    read: dict[str, list[Table]] = {}
    lakes: dict[str, list[str]] = {}
    for path in paths:
        name = table_name(Path(path))
        mapping = (mappings or {}).get(name)
        if mapping is None and is_lake(path, engine):
            _require_some(path)
            lakes.setdefault(name, []).append(path)
        else:
            step(f"lecture de {Path(path).name}")
            read.setdefault(name, []).append(read_table(path, name, mapping))
    told = {**tables_read(table for tables in read.values() for table in tables)}
    sources = {**{name: frames(tables) for name, tables in read.items()}}
    for name, files in lakes.items():
        if name in read:
            read[name] += [read_table(file, name) for path in files for file in _one_by_one(path)]
            sources[name], told[name] = frames(read[name]), tables_read(read[name])[name]
        else:
            sources[name], told[name] = Lake(paths=tuple(files)), TableMeasured(name=name, files=tuple(files))
    return {n: sources[n] for n in TABLES if n in sources}, [told[n] for n in TABLES if n in told]


def _one_by_one(path: str) -> list[str]:
    """Return the files of a folder, which files of another kind complete: zest reads them all, then."""
    if is_address(path):
        raise UnreadableFileError(
            f"« {path} » ne se lit pas avec d'autres fichiers du même tableau : "
            "mettez-les en Parquet à la même place."
        )
    return lake_files([path])


def _require_some(path: str) -> None:
    if Path(path).is_dir() and not files_at(path):
        raise UnreadableFileError(
            f"« {path} » est un répertoire sans fichier Parquet ; donnez les fichiers qu'il contient, un par un."
        )


def is_lake(path: str, engine: str) -> bool:
    """Whether a path is read by the engine itself."""
    return is_lake_name(path) or (engine in NATIVE and path.endswith(".parquet"))


def frames(tables: "Sequence[Table]") -> Any:
    """Put the files of one table together."""
    import polars as pl

    return pl.concat([table.frame for table in tables], how="diagonal")


def tables_read(tables: "Iterable[Table]") -> dict[str, TableMeasured]:
    """Tell what was read of each table."""
    told: dict[str, TableMeasured] = {}
    for table in tables:
        before = told.get(table.name, TableMeasured(name=table.name))
        told[table.name] = attrs.evolve(
            before,
            files=(*before.files, table.file),
            rows=before.rows + table.kept,
            aside=before.aside + table.aside,
            findings=(*before.findings, *table.findings),
        )
    return told
