"""What measures and rules of rows are made from: rows of tables, on one engine."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    import narwhals as nw

    Expr: TypeAlias = nw.Expr
    Frame: TypeAlias = nw.LazyFrame[Any]
else:
    Expr = Frame = Any

Row = Mapping[str, Any]
"""One row as plain values, by column."""

SUSPECT = "_suspect"
"""Column of the values that mark the rows which may be at fault."""

NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
"""What is gathered by a measure that gathers nothing."""

DAY: Mapping[str, str] = MappingProxyType(
    {"commandes": "recue_le", "missions": "debut", "suivis": "prevu_le"}
)
"""For each table that is measured, the column whose day tells the quarter of a row."""


class Material(Protocol):
    """The rows at hand, on one engine."""

    def table(self, name: str) -> Frame:
        """Return the rows of a table that have what every row must have."""
        ...

    def names(self, name: str) -> Frame:
        """Return the names of the structures of a table, ``structure``, beside their fingerprints, ``_structure``."""
        ...

    def has(self, name: str) -> bool:
        """Whether the table was given."""
        ...

    def marked(self, name: str) -> bool:
        """Whether rows of a table say, in ``UNREAD``, which of their cells could not be read: some could not."""
        ...

    def with_quarter(self, frame: Frame, day: str) -> Frame:
        """Add ``_trimestre``, the quarter of a day: 20263 for the third of 2026."""
        ...

    def span(self, name: str) -> tuple[dt.date, dt.date]:
        """Return the first and the last day of a table, within what a calendar is made for."""
        ...

    def look_up(self, frame: Frame, at: Expr, told: Mapping[str, Sequence[int]]) -> Frame:
        """Add the number that each list has at a place; see :meth:`zest.engines.protocol.Engine.look_up`."""
        ...

    who: tuple[str, ...]
    """Columns that tell whose a case is: ``structure``, and those of ``offer``."""

    offer: tuple[str, ...]
    """The column ``offre`` where promises are of offers; none where they are of all rows."""

    def share(self, name: str, make: "Callable[[], Frame]") -> Frame:
        """Return a frame of few rows that is used several times: it is computed once."""
        ...

    def gather(self, name: str, table: str, key: str, make: "Callable[[Frame], Frame]") -> Frame:
        """Return a frame of few rows made of the many of a table, a piece at a time: it is computed once.

        Args:
            name: under which it is kept.
            table: whose rows are looked at, without what they take from another table.
            key: fingerprint that cuts them: rows that share it are in one piece.
            make: what is made of a piece, of the columns that the measure ``gathers``; what comes of all of them is
                put together.
        """
        ...

    def repeated(self, frame: Frame, key: str) -> Frame:
        """Return, in a column of that name, the fingerprints that several rows share; some may come twice."""
        ...

    def before(self, frame: Frame, order: str, column: str, name: str, *, within: str) -> Frame:
        """Add what a column is in the row before; see :meth:`zest.engines.protocol.Engine.before`."""
        ...

    def once(self, name: str, make: "Callable[[], Frame]") -> Frame:
        """Return a frame of many rows that several measures look at: it is put together once, and never kept."""
        ...


def no_words(row: Row) -> str:
    """Say nothing more of a row than where it is."""
    del row
    return ""
