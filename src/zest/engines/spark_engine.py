"""Spark: for those who have a cluster already. A local session is made when none is given."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

import narwhals as nw
from pyspark.errors import PySparkException  # pyright: ignore[reportMissingImports]
from pyspark.sql import DataFrame, SparkSession  # pyright: ignore[reportMissingImports]
from pyspark.sql import functions as f  # pyright: ignore[reportMissingImports]

from zest.engines.columns import canonical, check_types
from zest.engines.protocol import DAYS, KEYS, TOLD, Frame, Lake
from zest.engines.spilling import SpillingEngine
from zest.errors import EngineError, UnreadableFileError
from zest.tables.schemas import FILE, ROW, Kind, schema_of

_SQL: Mapping[str, tuple[str, ...]] = MappingProxyType({
    Kind.STRING: ("string",), Kind.NUMBER: ("double",), Kind.INTEGER: ("bigint",),
    Kind.BOOLEAN: ("boolean",), Kind.DATE: ("date",), Kind.DATETIME: ("timestamp_ntz", "timestamp"),
})  # fmt: skip
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
        try:
            read: DataFrame = self.session.read.option("mergeSchema", "true").parquet(*map(_whole, paths))
        except PySparkException as error:
            raise UnreadableFileError(
                f"Aucun fichier Parquet lisible à « {', '.join(paths)} » ({error.getCondition()})."
            ) from None
        held = dict(read.dtypes)
        check_types(table, held, _SQL)
        told = {FILE: f.col("_metadata.file_path"), ROW: f.col("_metadata.row_index") + 2}
        for column in schema_of(table).columns:
            kind = _SQL[column.kind][0]
            told[column.name] = (f.col(column.name) if column.name in held else f.lit(None)).cast(kind)
        return read.select(*(told[name].alias(name) for name in canonical(table)))

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


def _whole(path: str) -> str:
    """Return a path that does not depend on where Spark was started; an address stays as it is."""
    return path if "://" in path else str(Path(path).absolute())


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
