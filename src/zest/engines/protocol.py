"""What the measures ask of an engine."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import attrs

if TYPE_CHECKING:
    import narwhals as nw

    Expr: TypeAlias = nw.Expr
    Frame: TypeAlias = nw.LazyFrame[Any]
else:
    Expr = Frame = Any

KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "commandes": {
            "_cle": ("id_commande",),
            "_structure": ("structure",),
            "_client": ("structure", "client"),
            "_interlocuteur": ("interlocuteur",),
        },
        "missions": {
            "_cle": ("id_mission",),
            "_structure": ("structure",),
            "_departement": ("departement",),
            "_metier": ("metier",),
            "_salarie": ("structure", "salarie"),
            "_couple": ("structure", "salarie", "client"),
        },
        "suivis": {"_cle": ("id_suivi",), "_mission": ("id_mission",)},
        "sorties": {},
    }
)
"""Whole numbers that an engine adds to each row, to group and join by: texts would cost three times as much.

Each is a fingerprint of the columns named, an empty text and none being one: a whole number of 63 bits at least, never
below 0. That two of ten million identities share one has a chance of six in a million.
"""

DAYS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "missions": {
            "_jour_debut": "debut",
            "_jour_fin": "fin",
            "_jour_contrat_mad": "contrat_mad_le",
            "_jour_contrat_travail": "contrat_travail_le",
        }
    }
)
"""Ranks of days, as signed 64-bit whole numbers from the first of 1970 on: no engine subtracts days as another does."""

TOLD: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"commandes": {"_dit_client": "client", "_dit_interlocuteur": "interlocuteur"}}
)
"""Whether a row tells a text, where that is all that many rows are read for."""


@attrs.frozen(kw_only=True)
class Lake:
    """Parquet files that hold a table under its own column names: they are read where they are.

    Attributes:
        paths: files, folders or patterns, as the engine knows them; addresses of a cluster for Spark.
    """

    paths: tuple[str, ...]


class Engine(Protocol):
    """A place where frames are opened, kept and collected."""

    name: str

    def open(self, table: str, source: "Lake | Any") -> Frame:
        """Return the rows of a table with its canonical columns, ``_fichier``, ``_ligne``, and what engines add.

        Args:
            table: one of the four.
            source: a canonical polars frame, or files to read where they are.

        Raises:
            UnreadableFileError: the files cannot be read.
            ForeignColumnError: a column has another type than the published one.
        """
        ...

    def small(self, columns: Mapping[str, Sequence[Any]]) -> Frame:
        """Return a few rows made in memory."""
        ...

    def look_up(self, frame: Frame, at: Expr, told: Mapping[str, Sequence[int]]) -> Frame:
        """Add to each row, in a column of each name, the number that a list has at a place.

        Args:
            frame: the rows.
            at: signed whole number: a place in the lists, from 0 on; null is added below 0 and beyond their end.
            told: lists of one length, which is not 0.
        """
        ...

    def share(self, frame: Frame) -> Frame:
        """Compute a frame of few rows once and for all: it will be used several times."""
        ...

    def keep(self, frame: Frame) -> Frame:
        """Return the rows of a table, held in memory where they are few enough to be read only once."""
        ...

    def pieces(self, rows: int) -> int:
        """Say into how many pieces so many rows are cut to be grouped by millions of keys; 1 leaves them whole."""
        ...

    def cut(self, frame: Frame, key: str, pieces: int) -> Sequence[Frame]:
        """Cut rows by a fingerprint into that many pieces, some of which may be empty; on disk, in one pass.

        Args:
            frame: the rows, narrow.
            key: the fingerprint: rows that share it are in one piece, whose rank depends on nothing else.
            pieces: 1 leaves them whole.
        """
        ...

    def repeated(self, frame: Frame, key: str) -> Frame:
        """Return, in a column of that name, the fingerprints that several rows share; some may come twice."""
        ...

    def before(self, frame: Frame, order: str, column: str, name: str, within: str) -> Frame:
        """Add what ``column`` is in the row before, in the order of a whole number.

        Args:
            frame: whole numbers only.
            order: column that tells the order.
            column: what is looked at.
            name: of what is added; null where nothing comes before.
            within: column by which the engine may cut the rows, and then sees no row before the first of a cut.
        """
        ...

    def aside(self, frames: Sequence[Frame]) -> Frame:
        """Compute frames of many rows and put them together; on disk, where they may not fit in memory."""
        ...

    def settle(self, once: Mapping[str, Frame], again: Mapping[str, Frame]) -> dict[str, Frame]:
        """Compute frames, all of them in as few passes as the engine can.

        Args:
            once: frames that will be read once.
            again: frames that will be used several times.
        """
        ...

    def ordered(self, frame: Frame, by: Sequence[str], rows: int) -> Frame:
        """Put rows in an order, or leave them as they come where so many would not fit in memory."""
        ...

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """Return the rows of a small frame as plain values."""
        ...

    def write(self, frame: Frame, path: Path) -> None:
        """Write the rows of a frame to one ``.csv`` or ``.parquet`` file."""
        ...

    def damaged(self, paths: Sequence[str], error: Exception) -> str:
        """Return the file of a lake that stopped the engine, found after the fact; empty when none did.

        Args:
            paths: of the lake.
            error: what the engine raised, perhaps of no file at all.
        """
        ...

    def close(self) -> None:
        """Give back what the engine holds."""
        ...
