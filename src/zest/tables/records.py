"""Raw rows made records, batch after batch; what is wrong in a cell is told, and the rest of its row kept."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import attrs

from zest.tables.cells import Cells, Plan, read
from zest.tables.faults import ASIDE, LACKING, Faults, quoted
from zest.tables.frames import frame_schema
from zest.tables.mishaps import MISHAPS
from zest.tables.natives import cleaned
from zest.tables.rows import sort
from zest.tables.schemas import FILE, ROW, Column, Kind, TableSchema
from zest.tables.sound import is_readable, sound
from zest.tables.unread import Unread

if TYPE_CHECKING:
    import polars as pl

PIECE: Final = 25_000
"""Rows looked at with care together, where one of them is amiss."""

_WANTED = MappingProxyType({
    Kind.DATE: "un jour, comme 2026-06-08 ou 08/06/2026",
    Kind.DATETIME: "un jour et une heure, comme 2026-06-08T07:30 ou 08/06/2026 07:30",
    Kind.NUMBER: "un nombre, comme 7,5",
    Kind.INTEGER: "un nombre entier",
    Kind.BOOLEAN: "« oui » ou « non » ; un autre mot se dit dans « columns.toml » (values)",
    Kind.STRING: "un texte",
})  # fmt: skip


_IN_UNIT = MappingProxyType({
    "heures": "des heures, comme 7,5",
    "h:mm": "des heures et des minutes, comme 7:30 ou 7h30",
    "minutes": "des minutes, comme 450",
    "euros": "des euros, comme 21,50",
    "centimes": "des centimes, comme 2150",
})  # fmt: skip
_SERIAL: Final = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?")
"""A day as a spreadsheet counts it, since 1900: from 1954 to 2119."""


@attrs.define
class Recorder:
    """Makes records of raw rows.

    Attributes:
        schema: of the table.
        plans: how the columns that are there are read.
        faults: where to tell.
        missing: texts that stand for nothing, besides blanks.
        lacking: whether a required column is missing, so that no row can be kept.
        total: rows read, those ignored left out.
        ignored: rows that are no record, by reason.
        first: first row of each of these reasons.
        unread: rows of which a cell could not be read.
    """

    schema: TableSchema
    plans: Sequence[Plan]
    faults: Faults
    missing: tuple[str, ...] = ()
    lacking: bool = False
    total: int = 0
    ignored: dict[str, int] = attrs.field(factory=dict)
    first: dict[str, int] = attrs.field(factory=dict)
    unread: Unread = attrs.field(factory=Unread)

    def take(self, batch: "pl.DataFrame") -> "pl.DataFrame":
        """Return the records of a batch that may be kept, typed as the schema wants."""
        import polars as pl

        if not self.plans:
            self.total += len(batch)
            return pl.DataFrame(schema=dict(frame_schema(self.schema.name)))
        if self.lacking or not is_readable(batch, self.plans):
            return self._with_care(batch)
        made = sound(batch, self.plans, self.missing)
        if made is not None:
            self.total += len(made)
            return self._framed(made)
        if len(batch) <= PIECE:
            return self._with_care(batch)
        # Something is amiss somewhere: the other pieces are sound.
        return pl.concat([self.take(piece) for piece in batch.iter_slices(PIECE)])

    def _with_care(self, batch: "pl.DataFrame") -> "pl.DataFrame":
        import polars as pl

        cells = batch.select(
            cleaned(p.source, batch.schema[p.source], self.missing).alias(p.column.name) for p in self.plans
        )
        sorted_ = sort(batch, cells, self.plans)
        for reason, rows in sorted_.ignored.items():
            self.ignored[reason] = self.ignored.get(reason, 0) + len(rows)
            self.first.setdefault(reason, rows[0])
        self.total += len(sorted_.records) + len(sorted_.shifted)
        self._tell_shifted(sorted_.shifted)
        if len(sorted_.records) < len(batch):
            batch, cells = batch[sorted_.records], cells[sorted_.records]
        return self._typed(batch[ROW].cast(pl.Int64), read(cells, self.plans))

    def _typed(self, rows: "pl.Series", made: Mapping[str, Cells]) -> "pl.DataFrame":
        import polars as pl

        for plan in () if self.lacking else self.plans:
            self._tell_column(plan, made, rows)
        columns = {name: one.values.rename(name) for name, one in made.items()}
        frame = self._framed(pl.DataFrame({**columns, ROW: rows}))
        return (
            frame.clear()
            if self.lacking
            else frame.drop_nulls([c.name for c in self.schema.columns if c.required])
        )

    def _framed(self, frame: "pl.DataFrame") -> "pl.DataFrame":
        """Return all columns of the schema, in its order and of its types; those that are not there are null."""
        import polars as pl

        return frame.select(
            pl.col(name).cast(dtype)
            if name in frame.columns
            else pl.lit(self.faults.file if name == FILE else None, dtype=dtype).alias(name)
            for name, dtype in frame_schema(self.schema.name).items()
        )

    def _tell_shifted(self, rows: "pl.Series") -> None:
        for row in rows.head(self.faults.room("Z050")):
            self.faults.add(
                "Z050",
                f"La ligne {row} a plus de cellules que l'en-tête ; elle est mise de côté.",
                row=row,
                about=(f"ligne {row}",),
                count=0,
            )
        self.faults.count("Z050", len(rows))

    def _tell_column(self, plan: Plan, made: Mapping[str, Cells], rows: "pl.Series") -> None:
        cells = made[plan.column.name]
        blank = cells.given.is_null()
        masks = {"Z053": cells.unreadable, "Z055": cells.refused}
        if plan.column.required:
            masks["Z054"] = blank
        for code, mask in masks.items():
            if not mask.any():
                continue
            if code != "Z054":
                self.unread.add(plan.column.name, rows.filter(mask))
            some = mask.arg_true().head(self.faults.room(code))
            keys = self._keys(made, len(rows)).gather(some)
            told = zip(rows.gather(some), keys, cells.given.gather(some), strict=True)
            for row, key, given in told:
                said = _sentence(code, plan, given)
                self.faults.add_cell(code, said, row=row, header=plan.header, about=(key, plan.column.name))
            self.faults.count(code, int(mask.sum()))

    def _keys(self, made: Mapping[str, Cells], length: int) -> "pl.Series":
        """Return the key of each record, that sorting the file anew does not move; null where none may be told."""
        import polars as pl

        key = self.schema.key[0]
        if len(self.schema.key) == 1 and key in made:
            return made[key].values
        return pl.repeat(None, length, dtype=pl.String, eager=True)

    def tell_ignored(self) -> None:
        """Tell, once for each reason, how many rows are no record."""
        for reason, count in self.ignored.items():
            several = f"{count} lignes ignorées" if count > 1 else "1 ligne ignorée"
            self.faults.add(
                "Z056",
                f"{several} ({reason}), la première en ligne {self.first[reason]}.",
                row=self.first[reason],
                about=(reason,),
                count=count,
            )


def _shown(given: Any, column: Column) -> str:
    return (
        "" if column.personal or column.kind is Kind.STRING or not isinstance(given, str) else quoted(given)
    )


def _sentence(code: str, plan: Plan, given: Any) -> str:
    """Say what is wrong with a cell, and with the row when the cell is required."""
    column, shown = plan.column, _shown(given, plan.column)
    if code == "Z054":
        said = LACKING
    elif isinstance(given, str) and given in MISHAPS:
        said = MISHAPS[given]
    elif code == "Z053":
        said = f"{shown or 'la valeur'} ne se lit pas ; {_cure(plan, given)}"
    elif column.words:
        said = f"la valeur n'est pas de la liste ({', '.join(column.words)})"
    elif column.minimum is not None:
        said = f"{shown or 'la valeur'} est trop petit ; il faut au moins {column.minimum:g}"
    else:
        said = f"la valeur n'a pas la forme attendue, comme {column.example}"
    return f"{said} ; {ASIDE}" if column.required else f"{said}."


def _cure(plan: Plan, given: Any) -> str:
    """Say what would be read there."""
    column = plan.column
    if column.kind in (Kind.DATE, Kind.DATETIME) and isinstance(given, str) and _SERIAL.fullmatch(given):
        return "c'est une date que le tableur a réduite à un nombre : donnez à la colonne le format « Date »"
    if plan.mapping.unit:
        return f"il faut {_IN_UNIT[plan.mapping.unit]}"
    return f"il faut {'des heures, comme 7,5 ou 7h30' if column.unit == 'heure' else _WANTED[column.kind]}"


def batches_of(batches: "Iterator[pl.DataFrame]", recorder: Recorder) -> "Iterator[pl.DataFrame]":
    """Yield the records of each batch."""
    for batch in batches:
        yield recorder.take(batch)
    recorder.tell_ignored()
