"""What the measures ask of an engine."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import attrs

if TYPE_CHECKING:
    import narwhals as nw

    Frame: TypeAlias = nw.LazyFrame[Any]
else:
    Frame = Any

KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "commandes": {
            "_cle": ("id_commande",),
            "_client": ("structure", "client"),
            "_interlocuteur": ("interlocuteur",),
        },
        "missions": {
            "_cle": ("id_mission",),
            "_salarie": ("structure", "salarie"),
            "_couple": ("structure", "salarie", "client"),
        },
        "suivis": {"_cle": ("id_suivi",), "_mission": ("id_mission",)},
        "sorties": {},
    }
)
"""Whole numbers that an engine adds to each row, to group and join by: texts would cost three times as much.

Each is a 64-bit fingerprint of the columns named. That two of ten million identities share one has a chance of
three in a million.
"""


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
        """Return the rows of a table with its canonical columns, ``_fichier``, ``_ligne`` and the keys.

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

    def share(self, frame: Frame) -> Frame:
        """Compute a frame of few rows once and for all: it will be used several times."""
        ...

    def settle(self, once: Mapping[str, Frame], again: Mapping[str, Frame]) -> dict[str, Frame]:
        """Compute frames, all of them in as few passes as the engine can.

        Args:
            once: frames that will be read once.
            again: frames that will be used several times.
        """
        ...

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """Return the rows of a small frame as plain values."""
        ...

    def write(self, frame: Frame, path: Path) -> None:
        """Write the rows of a frame to one ``.csv`` or ``.parquet`` file."""
        ...

    def close(self) -> None:
        """Give back what the engine holds."""
        ...
