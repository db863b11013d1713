"""What reading a file gives: the good rows, what was found, and how much of the file they are."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from zest.findings import Finding

if TYPE_CHECKING:
    import polars as pl


@attrs.frozen(kw_only=True, eq=False)
class Table:
    """A file, read.

    Attributes:
        name: ``commandes``, ``missions``, ``suivis`` or ``sorties``.
        file: its name, as to be shown; empty for a frame made in memory.
        frame: the rows kept, with every column of the schema, ``_fichier`` and ``_ligne``; lazy, and it may be
            collected many times. Columns that the file lacks are null. Where some cell could not be read,
            ``_illisible`` names the columns of those of each row.
        columns: the columns that the file has, each with its name there.
        read: rows of the file, those ignored left out.
        kept: rows of ``frame``.
        ignored: rows that are no record (blank, totals, headers repeated), by reason.
        findings: what was found, at most 1 000 of each kind, in the order of the file.
        counts: exact number of faults of each kind, by code.
        holds: what must last as long as ``frame``: the temporary folder of a large file.
    """

    name: str
    file: str
    frame: "pl.LazyFrame" = attrs.field(repr=False)
    columns: Mapping[str, str]
    read: int
    kept: int
    ignored: Mapping[str, int] = attrs.field(factory=dict)
    findings: tuple[Finding, ...] = attrs.field(default=(), repr=False)
    counts: Mapping[str, int] = attrs.field(factory=dict)
    holds: object = attrs.field(default=None, repr=False)

    @property
    def aside(self) -> int:
        """Rows that were set aside: a required cell is missing, or cannot be read."""
        return self.read - self.kept

    @property
    def share(self) -> float | None:
        """Share of the rows that were kept, 0–1; ``None`` for a file without rows, never a rate without cases."""
        return self.kept / self.read if self.read else None
