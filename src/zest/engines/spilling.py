"""What engines do that put on disk by themselves what does not fit in memory."""

import abc
from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from zest.engines.protocol import Expr, Frame

_PLACE = "_place"


class SpillingEngine(abc.ABC):
    """The part of :class:`zest.engines.protocol.Engine` that DuckDB and Spark answer alike."""

    @abc.abstractmethod
    def small(self, columns: Mapping[str, Sequence[Any]]) -> Frame:
        """Return a few rows made in memory."""

    def look_up(self, frame: Frame, at: Expr, told: Mapping[str, Sequence[int]]) -> Frame:
        """Join to the lists."""
        places = range(max(map(len, told.values())))
        table = self.small({_PLACE: places, **told})
        return frame.with_columns(at.alias(_PLACE)).join(table, on=_PLACE, how="left").drop(_PLACE)

    @abc.abstractmethod
    def share(self, frame: Frame) -> Frame:
        """Compute a frame once and for all."""

    def keep(self, frame: Frame) -> Frame:
        """Leave it where it is."""
        return frame

    def pieces(self, rows: int) -> int:
        """Leave them whole: the engine knows what to put on disk."""
        del rows
        return 1

    def cut(self, frame: Frame, key: str, pieces: int) -> Sequence[Frame]:
        """Leave the rows whole."""
        del key, pieces
        return [frame]

    def repeated(self, frame: Frame, key: str) -> Frame:
        """Group."""
        counted = frame.group_by(key).agg(_fois=nw.len())
        return counted.filter(nw.col("_fois") > 1).select(key)

    def before(self, frame: Frame, order: str, column: str, name: str, within: str) -> Frame:
        """Look back within each cut."""
        return frame.with_columns(nw.col(column).shift(1).over(within, order_by=order).alias(name))

    def aside(self, frames: Sequence[Frame]) -> Frame:
        """Keep them: the engine knows what to put on disk."""
        return self.share(nw.concat(list(frames)))

    def ordered(self, frame: Frame, by: Sequence[str], rows: int) -> Frame:
        """Sort: what does not fit goes to disk."""
        del rows
        return frame.sort(*by)

    def settle(self, once: Mapping[str, Frame], again: Mapping[str, Frame]) -> dict[str, Frame]:
        """Keep what is used again; the rest is computed when it is read."""
        return {**once, **{name: self.share(frame) for name, frame in again.items()}}
