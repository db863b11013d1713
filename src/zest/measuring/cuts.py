"""Tables cut by fingerprints, so that what is grouped by millions of keys fits in memory a piece at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import narwhals as nw

from zest.engines import Engine
from zest.indicators.material import Frame


class Cuts:
    """The cuts of the tables of one measure, each made once, whoever looks at it.

    All of them have the same number of pieces: rows of two tables that share a fingerprint are in pieces of one rank.
    """

    def __init__(self, engine: Engine, tables: Iterable[str], rows: Callable[[str], Frame]) -> None:
        """Cut nothing yet.

        Args:
            engine: where rows are.
            tables: those at hand.
            rows: what returns the rows of a table.
        """
        self._engine, self._tables, self._rows = engine, tuple(tables), rows
        self._wanted: dict[tuple[str, str], dict[str, None]] = {}
        self._made: dict[tuple[str, str, tuple[str, ...]], Sequence[Frame]] = {}

    def want(self, table: str, reads: Mapping[str, Iterable[str]]) -> None:
        """Say beforehand, by fingerprint, which columns of a table's pieces will be read."""
        for key, columns in reads.items():
            self._wanted.setdefault((table, key), {}).update(dict.fromkeys((key, *columns)))

    def of(self, table: str, key: str) -> Sequence[Frame]:
        """Return the pieces of a table, with the columns that were wanted; with all of them if none was.

        They are cut anew when more columns are wanted than at their first cut.
        """
        wanted = tuple(self._wanted.get((table, key), ()))
        if (table, key, wanted) not in self._made:
            narrow = self._rows(table).select(*wanted) if wanted else self._rows(table)
            self._made[table, key, wanted] = self._engine.cut(narrow, key, self._pieces)
        return self._made[table, key, wanted]

    @cached_property
    def _pieces(self) -> int:
        counts = (self._engine.rows(self._rows(name).select(_lignes=nw.len())) for name in self._tables)
        return self._engine.pieces(max(found[0]["_lignes"] for found in counts))
