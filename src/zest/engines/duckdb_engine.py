"""DuckDB: embedded SQL, which spills to disk what does not fit in memory."""

import contextlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb
import narwhals as nw

from zest.engines.columns import canonical, check_types
from zest.engines.protocol import DAYS, KEYS, TOLD, Frame, Lake
from zest.engines.spilling import SpillingEngine
from zest.errors import UnreadableFileError
from zest.tables.schemas import FILE, ROW, Kind, schema_of

_SQL: Mapping[str, str] = MappingProxyType({
    Kind.STRING: "VARCHAR", Kind.NUMBER: "DOUBLE", Kind.INTEGER: "BIGINT",
    Kind.BOOLEAN: "BOOLEAN", Kind.DATE: "DATE", Kind.DATETIME: "TIMESTAMP",
})  # fmt: skip


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
        found = [f"{path}/**/*.parquet" if Path(path).is_dir() else path for path in paths]
        try:
            read = self.connection.read_parquet(
                found, file_row_number=True, filename=True, union_by_name=True, hive_partitioning=False
            )
        except duckdb.Error:
            raise UnreadableFileError(f"Aucun fichier Parquet lisible à « {', '.join(paths)} ».") from None
        held = dict(zip(read.columns, map(str, read.types), strict=True))
        check_types(table, held, {kind: (word,) for kind, word in _SQL.items()})
        told = {FILE: "filename", ROW: "file_row_number + 2"}
        for column in schema_of(table).columns:
            told[column.name] = column.name if column.name in held else f"NULL::{_SQL[column.kind]}"
        return read.select(", ".join(f"{told[name]} AS {name}" for name in canonical(table)))

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


def _filled(columns: Sequence[str]) -> str:
    return ", ".join(f"coalesce({name}, '')" for name in columns)


def _kind(value: object) -> str:
    return _KINDS[type(value).__name__]


_KINDS: Mapping[str, str] = MappingProxyType({
    "str": Kind.STRING, "float": Kind.NUMBER, "int": Kind.INTEGER, "bool": Kind.BOOLEAN,
    "date": Kind.DATE, "datetime": Kind.DATETIME,
})  # fmt: skip
