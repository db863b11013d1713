"""The rows at hand, on one engine: each table opened once, what several measures share made once."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import narwhals as nw

from zest.engines import Engine
from zest.engines.protocol import Lake
from zest.indicators.material import DAY, Expr, Frame
from zest.measuring.cuts import Cuts
from zest.measuring.lacking import Lacking, lacking, required
from zest.row_rules.key_twice import doubles
from zest.tables.schemas import UNREAD, schema_of

YEARS = 40
"""Years before the day of the measure that a calendar is made for: a date beyond is a typing error."""


class Rows:
    """See :class:`zest.indicators.material.Material`.

    Attributes:
        lacking: what was set aside of each lake that was opened.
    """

    def __init__(
        self,
        engine: Engine,
        sources: Mapping[str, Any],
        as_of: dt.date,
        *,
        by_offer: bool = False,
        offers: Sequence[str] = (),
    ) -> None:
        """Open nothing yet.

        Args:
            engine: where rows are opened.
            sources: what each table is read from.
            as_of: the day of the measure.
            by_offer: whether some promise is of one offer, so that rows are counted by it.
            offers: those there are; rows that name none are of the only one.
        """
        self._only = offers[0] if by_offer and len(offers) == 1 else ""
        self.offer: tuple[str, ...] = ("offre",) if by_offer else ()
        self.who: tuple[str, ...] = ("structure", *self.offer)
        self.engine = engine
        self.as_of = as_of
        self.lacking: dict[str, Lacking] = {}
        self._sources = sources
        self.cuts: Cuts = Cuts(engine, [name for name in DAY if name in sources], self.plain)
        self._made: dict[str, Frame] = {}
        self._spans: dict[str, tuple[dt.date, dt.date]] = {}

    def has(self, name: str) -> bool:
        """Whether the table was given."""
        return name in self._sources

    def marked(self, name: str) -> bool:
        """Whether some cell of a table could not be read."""
        return UNREAD in self.plain(name).collect_schema().names()

    def table(self, name: str) -> Frame:
        """Return the rows that have what every row must have; a follow-up has the structure of its mission."""
        return self.once("table-suivis", self._of_missions) if name == "suivis" else self.plain(name)

    def plain(self, name: str) -> Frame:
        """Return them without what they take from another table."""
        return self.once(f"plain-{name}", lambda: self._opened(name))

    def _opened(self, name: str) -> Frame:
        rows = self._whole(name, self.engine.open(name, self._sources[name]))
        if self._only and self._offer_in(name):
            rows = rows.with_columns(nw.col("offre").fill_null(self._only))
        return self.engine.keep(self.with_quarter(rows, DAY[name]))

    def _whole(self, name: str, rows: Frame) -> Frame:
        """Set aside the rows that lack what every row must have; what zest has read lacks nothing."""
        if not isinstance(self._sources[name], Lake):
            return rows
        self.lacking[name] = lacking(self.engine, name, rows)
        return rows.drop_nulls(required(name)) if self.lacking[name].rows else rows

    def _of_missions(self) -> Frame:
        """Return the follow-ups, with the structure and the offer of their missions."""
        rows = self.plain("suivis")
        if not self.has("missions"):
            nothing = nw.lit(None, dtype=nw.String)
            return rows.with_columns(structure=nothing, offre=nothing)
        self.cuts.want("missions", {"_cle": ("_structure", *self.offer)})
        pieces = zip(self.cuts.of("suivis", "_mission"), self.cuts.of("missions", "_cle"), strict=True)
        return self.engine.aside([self._joined(*piece) for piece in pieces])

    def _joined(self, follow_ups: Frame, missions: Frame) -> Frame:
        offer = nw.col("offre") if self.offer else nw.lit(None, dtype=nw.String).alias("offre")
        told = self._once_each(missions).select("_structure", offer, _mission="_cle")
        # Fewer missions are followed than there are: an engine holds what it joins to.
        followed = told.join(follow_ups.select("_mission"), on="_mission", how="semi")
        named = follow_ups.join(followed, on="_mission", how="left")
        return named.join(self.names("missions"), on="_structure", how="left").drop("_mission")

    def _once_each(self, missions: Frame) -> Frame:
        """Drop what is told again of a mission, or its follow-ups would count twice."""
        twice = doubles(self, "missions")
        if not self.engine.rows(twice.head(1)):
            return missions
        again = missions.join(twice, on="_cle", how="semi").unique("_cle", keep="any")
        return nw.concat([missions.join(twice, on="_cle", how="anti"), again])

    def with_quarter(self, frame: Frame, day: str) -> Frame:
        """Add ``_trimestre``."""
        year, month = nw.col(day).dt.year().cast(nw.Int64), nw.col(day).dt.month().cast(nw.Int64)
        return frame.with_columns(_trimestre=year * 10 + (month + 2) // 3)

    def span(self, name: str) -> tuple[dt.date, dt.date]:
        """Return the first and the last day, within the years that a calendar is made for."""
        if name not in self._spans:
            day = nw.col(DAY[name]).cast(nw.Date)
            [row] = self.engine.rows(self.table(name).select(_bas=day.min(), _haut=day.max()))
            year = self.as_of.year
            low = dt.date(max(year - YEARS, dt.MINYEAR), 1, 1)
            high = dt.date(min(year + 2, dt.MAXYEAR), 12, 31)
            first, last = row["_bas"] or self.as_of, row["_haut"] or self.as_of
            self._spans[name] = (min(max(first, low), high), max(min(last, high), low))
        return self._spans[name]

    def names(self, name: str) -> Frame:
        """Return the names of the structures of a table, beside their fingerprints."""
        rows = self.plain(name)
        return self.share(
            f"names-{name}", lambda: rows.select("_structure", "structure").unique("_structure", keep="any")
        )

    def want(self, table: str, reads: Mapping[str, Sequence[str]]) -> None:
        """Say which columns of the pieces of a table will be gathered, those that tell whose a row is besides."""
        besides = (*(self.offer if self._offer_in(table) else ()), *((UNREAD,) if self.marked(table) else ()))
        self.cuts.want(table, {key: (*columns, *besides) for key, columns in reads.items()})

    @staticmethod
    def _offer_in(table: str) -> bool:
        return any(column.name == "offre" for column in schema_of(table).columns)

    def gather(self, name: str, table: str, key: str, make: Callable[[Frame], Frame]) -> Frame:
        """Return what is kept under a name, made of a table cut by a fingerprint, on first use."""
        if name not in self._made:
            pieces = self.cuts.of(table, key)
            self._made[name] = nw.concat([self.engine.share(make(piece)) for piece in pieces])
        return self._made[name]

    def repeated(self, frame: Frame, key: str) -> Frame:
        """Return the fingerprints that several rows share."""
        return self.engine.repeated(frame, key)

    def before(self, frame: Frame, order: str, column: str, name: str, *, within: str) -> Frame:
        """Add what a column is in the row before."""
        return self.engine.before(frame, order, column, name, within)

    def look_up(self, frame: Frame, at: Expr, told: Mapping[str, Sequence[int]]) -> Frame:
        """Add the number that each list has at a place."""
        return self.engine.look_up(frame, at, told)

    def share(self, name: str, make: Callable[[], Frame]) -> Frame:
        """Return what is kept under a name, made on first use."""
        if name not in self._made:
            self._made[name] = self.engine.share(make())
        return self._made[name]

    def once(self, name: str, make: Callable[[], Frame]) -> Frame:
        """Return what is put together under a name, on first use."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]
