"""Polars: embedded, streaming, one frame after the other.

All frames in one ``collect_all`` were tried: no quicker at a million rows, and three times the memory.
"""

import contextlib
import tempfile
from collections.abc import Collection, Mapping, Sequence
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

import narwhals as nw
import polars as pl

from zest.engines.columns import canonical, check_required, check_types, is_number, unreadable
from zest.engines.protocol import DAYS, KEYS, TOLD, Expr, Frame, Lake
from zest.tables.frames import frame_schema
from zest.tables.lake_files import is_address, lake_files
from zest.tables.schemas import FILE, ROW

AT_ONCE = 1 << 24
"""Rows up to which they are grouped as they are, in a gibibyte, since writing pieces takes as long as it saves."""
HELD = 1 << 20
"""Rows of a table that are held in memory once it is opened."""
ORDERED = 1 << 22
"""Rows that are put in an order, in a gibibyte: polars sorts in memory."""
PIECE = 1 << 22
"""Rows of a piece of more, which stays near the processor."""
_PLACE = "_place"
_PIECE = "piece"


class PolarsEngine:
    """See :class:`zest.engines.protocol.Engine`."""

    name = "polars"

    def __init__(self) -> None:
        """Make a folder for what would not fit in memory."""
        self._folder = tempfile.TemporaryDirectory(prefix="zest-")
        self._numbers = count()

    def open(self, table: str, source: Lake | Any) -> Frame:
        """Read, then add the keys."""
        frame = _scan(table, source.paths) if isinstance(source, Lake) else source.lazy()
        keys = {name: _fingerprint(columns) for name, columns in KEYS[table].items()}
        days = {name: pl.col(day).to_physical().cast(pl.Int64) for name, day in DAYS.get(table, {}).items()}
        told = {name: pl.col(text).is_not_null() for name, text in TOLD.get(table, {}).items()}
        return nw.from_native(frame.with_columns(**keys, **days, **told))

    def small(self, columns: Mapping[str, Sequence[Any]]) -> Frame:
        """Make."""
        return nw.from_native(pl.LazyFrame(columns))

    def look_up(self, frame: Frame, at: Expr, told: Mapping[str, Sequence[int]]) -> Frame:
        """Take from the lists, which costs a tenth of a join to them."""
        placed, last = _native(frame.with_columns(at.alias(_PLACE))), len(next(iter(told.values()))) - 1
        place = pl.when(pl.col(_PLACE).is_between(0, last)).then(pl.col(_PLACE))
        taken = {name: pl.lit(pl.Series(told[name], dtype=pl.Int64)).gather(place) for name in told}
        return nw.from_native(placed.with_columns(**taken).drop(_PLACE))

    def share(self, frame: Frame) -> Frame:
        """Collect it."""
        return _collected(frame)

    def keep(self, frame: Frame) -> Frame:
        """Collect what takes a quarter of a gibibyte: it would be read, and its texts hashed, ten times."""
        [rows] = _native(frame).select(pl.len()).collect(engine="streaming").row(0)
        return _collected(frame) if rows <= HELD else frame

    def pieces(self, rows: int) -> int:
        """Cut what would not fit: polars groups in memory."""
        return 1 if rows <= AT_ONCE else -(-rows // PIECE)

    def cut(self, frame: Frame, key: str, pieces: int) -> Sequence[Frame]:
        """Write each piece to a folder of its own."""
        if pieces == 1:
            return [frame]
        native, folder = _native(frame), Path(self._folder.name) / f"{next(self._numbers)}"
        place = pl.PartitionBy(
            folder, key={_PIECE: pl.col(key) % pieces}, include_key=False, approximate_bytes_per_file=None
        )
        native.sink_parquet(
            place, mkdir=True, compression="uncompressed", statistics=False, engine="streaming"
        )
        folders = [folder / f"{_PIECE}={rank}" for rank in range(pieces)]
        # A fingerprint that is null is in no piece: no key is.
        return [
            nw.from_native(pl.scan_parquet(one / "*") if one.exists() else native.clear()) for one in folders
        ]

    def repeated(self, frame: Frame, key: str) -> Frame:
        """Sort: half the time and half the memory of grouping."""
        rows = _native(frame).select(key).sort(key)
        return nw.from_native(rows.filter(pl.col(key) == pl.col(key).shift(1)))

    def before(self, frame: Frame, order: str, column: str, name: str, within: str) -> Frame:
        """Sort all rows at once, which is quicker than each cut by itself."""
        del within
        return nw.from_native(_native(frame).sort(order).with_columns(pl.col(column).shift(1).alias(name)))

    def aside(self, frames: Sequence[Frame]) -> Frame:
        """Write each to a file of its own, and hold them where they are few."""
        files = [Path(self._folder.name) / f"{next(self._numbers)}.parquet" for _ in frames]
        for frame, file in zip(frames, files, strict=True):
            _native(frame).sink_parquet(
                file, compression="uncompressed", statistics=False, engine="streaming"
            )
        return self.keep(nw.from_native(pl.scan_parquet(files)))

    def settle(self, once: Mapping[str, Frame], again: Mapping[str, Frame]) -> dict[str, Frame]:
        """Collect each."""
        return {name: _collected(frame) for name, frame in {**once, **again}.items()}

    def ordered(self, frame: Frame, by: Sequence[str], rows: int) -> Frame:
        """Sort what fits."""
        return frame.sort(*by) if rows <= ORDERED else frame

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """Collect."""
        return _native(frame).collect(engine="streaming").to_dicts()

    def write(self, frame: Frame, path: Path) -> None:
        """Stream to a file."""
        native = _native(frame)
        if path.suffix == ".parquet":
            native.sink_parquet(path, engine="streaming")
        else:
            native.sink_csv(path, separator=";", engine="streaming")

    def damaged(self, paths: Sequence[str], error: Exception) -> str:
        """Read each file to its end: polars does not say which one stopped it."""
        if not isinstance(error, OSError | pl.exceptions.PolarsError):
            return ""
        return next(filter(_is_damaged, lake_files(paths)), "")

    def close(self) -> None:
        """Empty the folder."""
        with contextlib.suppress(OSError):
            self._folder.cleanup()


def _collected(frame: Frame) -> Frame:
    return nw.from_native(_native(frame).collect(engine="streaming").lazy())


def _native(frame: Frame) -> pl.LazyFrame:
    native: pl.LazyFrame = nw.to_native(frame)
    return native


def start() -> PolarsEngine:
    """Start."""
    return PolarsEngine()


def _scan(table: str, paths: Sequence[str]) -> pl.LazyFrame:
    """Read Parquet files where they are."""
    scans = {file: _open(file) for file in lake_files(paths)}
    held = {file: _types(file, scan) for file, scan in scans.items()}
    for file, types in held.items():
        check_types(table, file, types, _WORDS)
    check_required(table, (name for types in held.values() for name in types))
    return pl.concat([_published(table, file, scan, held[file]) for file, scan in scans.items()])


def _open(file: str) -> pl.LazyFrame:
    # What looks like a pattern was looked for already; an address was not.
    return pl.scan_parquet(file, glob=is_address(file), row_index_name=ROW)


def _types(file: str, scan: pl.LazyFrame) -> dict[str, str]:
    try:
        return {name: str(kind) for name, kind in scan.collect_schema().items()}
    except (OSError, pl.exceptions.PolarsError):
        raise unreadable(file) from None


def _published(table: str, file: str, scan: pl.LazyFrame, held: Collection[str]) -> pl.LazyFrame:
    """Return the columns of the schema; a row is numbered within its file, as a spreadsheet would."""
    told = {FILE: pl.lit(file), ROW: pl.col(ROW).cast(pl.Int64) + 2}
    for name, kind in frame_schema(table).items():
        column = told.get(name, pl.col(name) if name in held else pl.lit(None, kind))
        told[name] = pl.when(column.is_finite()).then(column) if is_number(table, name) else column
    return scan.select(**{name: told[name] for name in canonical(table)})


def _is_damaged(file: str) -> bool:
    try:
        for _ in _open(file).collect_batches():
            pass
    except (OSError, pl.exceptions.PolarsError):
        return True
    return False


def _fingerprint(columns: tuple[str, ...]) -> pl.Expr:
    first, *others = (pl.col(name).fill_null("").hash(rank + 1) for rank, name in enumerate(columns))
    for other in others:
        first ^= other
    return first


_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "string": ("String",), "number": ("Float64",), "integer": ("Int64",), "boolean": ("Boolean",),
    "date": ("Date",), "datetime": ("Datetime(time_unit='us', time_zone=None)",),
})  # fmt: skip
