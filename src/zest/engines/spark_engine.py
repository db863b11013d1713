"""Spark: for those who have a cluster already. A local session is made when none is given."""

import contextlib
import math
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

import narwhals as nw
from py4j.protocol import Py4JJavaError  # pyright: ignore[reportMissingImports]
from pyspark.errors import PySparkException  # pyright: ignore[reportMissingImports]
from pyspark.sql import DataFrame, SparkSession  # pyright: ignore[reportMissingImports]
from pyspark.sql import functions as f  # pyright: ignore[reportMissingImports]

from zest.engines.columns import canonical, check_required, check_types, is_number, unreadable
from zest.engines.protocol import DAYS, KEYS, TOLD, Frame, Lake
from zest.engines.spilling import SpillingEngine
from zest.errors import EngineError, UnreadableFileError
from zest.tables.lake_files import files_at, is_address
from zest.tables.schemas import FILE, ROW, Kind, schema_of

_SQL: Mapping[str, tuple[str, ...]] = MappingProxyType({
    Kind.STRING: ("string",), Kind.NUMBER: ("double",), Kind.INTEGER: ("bigint",),
    Kind.BOOLEAN: ("boolean",), Kind.DATE: ("date",), Kind.DATETIME: ("timestamp_ntz",),
})  # fmt: skip
_ERRORS = (PySparkException, Py4JJavaError)
"""What Spark raises: the second, for what stops a task."""
_UTC = "UTC"
_UNSIGNED = (1 << 63) - 1


class SparkEngine(SpillingEngine):
    """See :class:`zest.engines.protocol.Engine`.

    Raises:
        EngineError: the session has another time zone than UTC: moments would move.
    """

    name = "spark"

    def __init__(self, session: "SparkSession | None" = None) -> None:
        """Take a session, or make a local one."""
        self._own = session is None
        self.session: Any = session or _local()
        if (zone := self.session.conf.get("spark.sql.session.timeZone")) != _UTC:
            raise EngineError(
                f"La session Spark est à l'heure de {zone} : les moments s'y déplaceraient. "
                f"Ouvrez-la avec spark.sql.session.timeZone={_UTC}."
            )
        self._folder = tempfile.TemporaryDirectory(prefix="zest-")
        self._numbers = count()
        self._kept: list[DataFrame] = []

    def open(self, table: str, source: Lake | Any) -> Frame:
        """Read, then add the keys; a frame goes through one Parquet file."""
        read = self._lake(table, source.paths) if isinstance(source, Lake) else self._frame(source)
        # Its sign is put away: what is left of dividing a number below 0 differs from one engine to another.
        keys = {
            name: f.xxhash64(*map(_filled, columns)).bitwiseAND(f.lit(_UNSIGNED))
            for name, columns in KEYS[table].items()
        }
        days = {name: f.unix_date(day).cast("bigint") for name, day in DAYS.get(table, {}).items()}
        told = {name: f.col(text).isNotNull() for name, text in TOLD.get(table, {}).items()}
        return _lazy(read.withColumns({**keys, **days, **told}))

    def _frame(self, frame: Any) -> DataFrame:
        file = Path(self._folder.name) / f"{next(self._numbers)}.parquet"
        frame.lazy().sink_parquet(file)
        read: DataFrame = self.session.read.parquet(str(file))
        return read

    def _lake(self, table: str, paths: Sequence[str]) -> DataFrame:
        places = [place for path in paths for place in _places(path)]
        try:
            read: DataFrame = self.session.read.option("mergeSchema", "true").parquet(*places)
        except _ERRORS as error:
            self._check_each(table, places)
            raise _unread(error, paths) from None
        held = dict(read.dtypes)
        check_types(table, ", ".join(paths), held, _SQL)
        check_required(table, held)
        told = {FILE: f.col("_metadata.file_path"), ROW: f.col("_metadata.row_index") + 2}
        for column in schema_of(table).columns:
            kind = _SQL[column.kind][0]
            value = (f.col(column.name) if column.name in held else f.lit(None)).cast(kind)
            told[column.name] = _finite(value) if is_number(table, column.name) else value
        return read.select(*(told[name].alias(name) for name in canonical(table)))

    def _check_each(self, table: str, places: Sequence[str]) -> None:
        """Name the file whose types are not those of the others, once Spark has refused them together."""
        with contextlib.suppress(*_ERRORS):
            for file in self.session.read.parquet(*places).inputFiles():
                types = dict(self.session.read.parquet(_escaped(unquote(file))).dtypes)
                check_types(table, unquote(file), types, _SQL)

    def damaged(self, paths: Sequence[str], error: Exception) -> str:
        """Return the file that Spark names."""
        del paths
        return _named(error) if isinstance(error, _ERRORS) else ""

    def small(self, columns: Mapping[str, Sequence[Any]]) -> Frame:
        """Send the rows."""
        rows = list(zip(*columns.values(), strict=True))
        return _lazy(self.session.createDataFrame(rows, list(columns)))

    def share(self, frame: Frame) -> Frame:
        """Cache it."""
        native: DataFrame = nw.to_native(frame).cache()
        self._kept.append(native)
        return _lazy(native)

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """Collect."""
        return [row.asDict() for row in nw.to_native(frame).collect()]

    def write(self, frame: Frame, path: Path) -> None:
        """Write one part, and put it in place: Spark knows folders only."""
        folder = Path(self._folder.name) / f"{next(self._numbers)}"
        writer = nw.to_native(frame).coalesce(1).write
        if path.suffix == ".parquet":
            writer.parquet(folder.as_uri())
        else:
            writer.csv(folder.as_uri(), sep=";", header=True)
        [part] = folder.glob("part-*")
        shutil.move(part, path)

    def close(self) -> None:
        """Forget what was cached; stop the session if it is ours."""
        for kept in self._kept:
            kept.unpersist()
        if self._own:
            self.session.stop()
        self._folder.cleanup()


def start(session: "SparkSession | None" = None) -> SparkEngine:
    """Start."""
    return SparkEngine(session)


def _lazy(native: DataFrame) -> Frame:
    frame: Frame = nw.from_native(native)
    return frame


def _filled(column: str) -> Any:
    return f.coalesce(f.col(column), f.lit(""))


def _finite(value: Any) -> Any:
    # For Spark, what is no number is above all of them.
    return f.when(f.abs(value) < f.lit(math.inf), value)


def _places(path: str) -> list[str]:
    """Return what does not depend on where Spark was started; an address, or what only Spark finds, stays as it is."""
    if is_address(path):
        return [path]
    found = [_escaped(Path(file).absolute().as_posix()) for file in files_at(path)]
    return found or [Path(path).absolute().as_posix()]


def _escaped(file: str) -> str:
    return re.sub(r"[][*?{}\\]", r"\\\g<0>", file)


def _named(error: Exception) -> str:
    """Return the file that an error of Spark is about; it may come as the trace of a task."""
    told = re.search(r"\[FAILED_READ_FILE\b.*? reading file (.+?)\.\s", str(error))
    return unquote(told[1]) if told else ""


def _unread(error: Exception, paths: Sequence[str]) -> UnreadableFileError:
    if file := _named(error):
        return unreadable(file)
    condition = getattr(error, "getCondition", lambda: type(error).__name__)()
    return UnreadableFileError(f"Aucun fichier Parquet lisible à « {', '.join(paths)} » ({condition}).")


def _local() -> SparkSession:
    """Make a local session.

    Raises:
        EngineError: there is no Java, or one that Spark refuses.
    """
    if shutil.which("java") is None:
        raise EngineError(
            "Spark demande Java 17, introuvable ici : installez openjdk-17-jre-headless, "
            "ou prenez un autre moteur."
        )
    builder = SparkSession.builder.appName("zest").master("local[*]")
    for key, value in _LOCAL.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


_LOCAL: Mapping[str, str] = MappingProxyType(
    {
        "spark.sql.session.timeZone": _UTC,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": "3g",
        "spark.sql.shuffle.partitions": "8",
    }
)
