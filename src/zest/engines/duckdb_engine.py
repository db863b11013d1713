"""DuckDB: embedded SQL, which spills to disk what does not fit in memory."""

import contextlib
import glob
import os
import tempfile
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb
import narwhals as nw

from zest.engines.columns import canonical, check_required, check_types, is_number, unreadable
from zest.engines.protocol import DAYS, KEYS, TOLD, Frame, Lake
from zest.engines.spilling import SpillingEngine
from zest.tables.lake_files import is_address, lake_files
from zest.tables.schemas import FILE, ROW, Kind, schema_of

_SQL: Mapping[str, str] = MappingProxyType({
    Kind.STRING: "VARCHAR", Kind.NUMBER: "DOUBLE", Kind.INTEGER: "BIGINT",
    Kind.BOOLEAN: "BOOLEAN", Kind.DATE: "DATE", Kind.DATETIME: "TIMESTAMP",
})  # fmt: skip
_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType({kind: (word,) for kind, word in _SQL.items()})
_STORED = "if(type = 'INT96', 'INT96', duckdb_type)"
"""Type of a column stored: what Spark stores as INT96 is an instant, and DuckDB takes it for a moment of the place."""


class DuckdbEngine(SpillingEngine):
    """See :class:`zest.engines.protocol.Engine`."""

    name = "duckdb"

    def __init__(self, memory: str = "") -> None:
        """Connect to a database in memory, with a folder for what spills."""
        self._folder = tempfile.TemporaryDirectory(prefix="zest-")
        self._numbers = count()
        self.connection: duckdb.DuckDBPyConnection = duckdb.connect(
            config={"temp_directory": self._folder.name}
        )
        self.connection.execute("SET TimeZone = 'UTC'")
        self.connection.execute("SET preserve_insertion_order = false")
        if memory:
            self.connection.execute("SET memory_limit = ?", [memory])

    def open(self, table: str, source: Lake | Any) -> Frame:
        """Read, then add the keys; a frame goes through one Parquet file, which is quicker than its rows."""
        read = self._lake(table, source.paths) if isinstance(source, Lake) else self._frame(source)
        keys = (f"hash({_filled(columns)}) AS {name}" for name, columns in KEYS[table].items())
        days = (f"{day} - DATE '1970-01-01' AS {name}" for name, day in DAYS.get(table, {}).items())
        told = (f"{text} IS NOT NULL AS {name}" for name, text in TOLD.get(table, {}).items())
        return nw.from_native(read.select(", ".join(("*", *keys, *days, *told))))

    def _frame(self, frame: Any) -> duckdb.DuckDBPyRelation:
        file = Path(self._folder.name) / f"{next(self._numbers)}.parquet"
        frame.lazy().sink_parquet(file)
        return self.connection.read_parquet(str(file))

    def _lake(self, table: str, paths: Sequence[str]) -> duckdb.DuckDBPyRelation:
        files = lake_files(paths)
        try:
            self._check_each(table, files)
            read = self.connection.read_parquet(
                [_escaped(file) for file in files],
                file_row_number=True, filename=True, union_by_name=True, hive_partitioning=False,
            )  # fmt: skip
        except duckdb.Error as error:
            raise unreadable(self.damaged(files, error) or ", ".join(paths)) from None
        check_required(table, read.columns)
        told = {FILE: "filename", ROW: "file_row_number + 2"}
        for column in schema_of(table).columns:
            name = column.name if column.name in read.columns else f"NULL::{_SQL[column.kind]}"
            told[column.name] = _finite(name) if is_number(table, column.name) else name
        return read.select(", ".join(f"{told[name]} AS {name}" for name in canonical(table)))

    def _check_each(self, table: str, files: Sequence[str]) -> None:
        """Check the types of each file: together, DuckDB would widen them without a word."""
        seen = self.connection.execute(
            f"SELECT name, {_STORED}, min(file_name) FROM parquet_schema(?) GROUP BY ALL ORDER BY ALL",  # noqa: S608 - our own words
            [[_escaped(file) for file in files]],
        ).fetchall()
        wanted = {column.name: _SQL[column.kind] for column in schema_of(table).columns}
        # A part of a column may have the name of another one: the file itself tells.
        for file in dict.fromkeys(file for name, held, file in seen if held != wanted.get(name, held)):
            check_types(table, file, self._types(file), _WORDS)

    def _types(self, file: str) -> dict[str, str]:
        read = self.connection.read_parquet(_escaped(file))
        instants = self.connection.execute(
            f"SELECT name, {_STORED} FROM parquet_schema(?) WHERE type = 'INT96'",  # noqa: S608 - our own words
            [_escaped(file)],
        ).fetchall()
        return dict(zip(read.columns, map(str, read.types), strict=True)) | dict(instants)

    def damaged(self, paths: Sequence[str], error: Exception) -> str:
        """Read each file to its end: what DuckDB says of it is not made to be parsed."""
        return (
            next(filter(self._is_damaged, lake_files(paths)), "") if isinstance(error, duckdb.Error) else ""
        )

    def _is_damaged(self, file: str) -> bool:
        try:
            # On a connection of its own: the other's transaction may be over.
            self.connection.cursor().execute(
                "SELECT max(hash(COLUMNS(*))) FROM read_parquet(?)", [_escaped(file)]
            ).fetchall()
        except duckdb.Error:
            return True
        return False

    def small(self, columns: Mapping[str, Sequence[Any]]) -> Frame:
        """Put the columns side by side in a table of their own: inserting row by row takes a second for a thousand."""
        name = f"petite_{next(self._numbers)}"
        fields = (f"unnest(?::{_SQL[_kind(v[0])]}[]) AS {column}" for column, v in columns.items())
        held = [list(values) for values in columns.values()]
        self.connection.execute(
            f"CREATE TEMP TABLE {name} AS SELECT {', '.join(fields)}", held
        )  # our own names
        return nw.from_native(self.connection.table(name))

    def share(self, frame: Frame) -> Frame:
        """Keep it as a table: DuckDB would compute it anew each time."""
        name = f"gardee_{next(self._numbers)}"
        nw.to_native(frame).create(name)
        return nw.from_native(self.connection.table(name))

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """Fetch."""
        native = nw.to_native(frame)
        return [dict(zip(native.columns, row, strict=True)) for row in native.fetchall()]

    def write(self, frame: Frame, path: Path) -> None:
        """Copy to a file."""
        native = nw.to_native(frame)
        if path.suffix == ".parquet":
            native.write_parquet(str(path))
        else:
            native.write_csv(str(path), sep=";", header=True)

    def close(self) -> None:
        """Disconnect and empty the folder."""
        self.connection.close()
        with contextlib.suppress(OSError):
            self._folder.cleanup()


def start(memory: str = "") -> DuckdbEngine:
    """Start; ``memory`` is a limit in DuckDB's words, such as ``1500MB``."""
    return DuckdbEngine(memory or os.environ.get("ZEST_DUCKDB_MEMORY", ""))


def _escaped(file: str) -> str:
    """Return the name of a file that DuckDB would take for a pattern; an address stays one."""
    return file if is_address(file) else glob.escape(file)


def _finite(name: str) -> str:
    return f"CASE WHEN isfinite({name}) THEN {name} END"


def _filled(columns: Sequence[str]) -> str:
    return ", ".join(f"coalesce({name}, '')" for name in columns)


def _kind(value: object) -> str:
    return _KINDS[type(value).__name__]


_KINDS: Mapping[str, str] = MappingProxyType({
    "str": Kind.STRING, "float": Kind.NUMBER, "int": Kind.INTEGER, "bool": Kind.BOOLEAN,
    "date": Kind.DATE, "datetime": Kind.DATETIME,
})  # fmt: skip
