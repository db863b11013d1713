"""Records that share the key of an earlier one: the first stays, the others would be counted twice."""

from typing import TYPE_CHECKING

from zest.tables.faults import Faults
from zest.tables.schemas import ROW, TableSchema

if TYPE_CHECKING:
    import polars as pl


def once(frame: "pl.LazyFrame", schema: TableSchema, faults: Faults) -> "tuple[pl.LazyFrame, int]":
    """Return the frame without the records whose key was seen before, and how many they are."""
    import polars as pl

    key = pl.struct([pl.col(name) for name in schema.key])
    mark = key.hash().alias("mark")
    marks = frame.select(mark).collect(engine="streaming").to_series().sort()
    # Hashes first: eight bytes a row, whatever the keys; equal ones are compared for good.
    seen = marks.filter(marks == marks.shift(1)).unique()
    if seen.is_empty():
        return frame, 0
    alike = frame.filter(mark.is_in(seen.implode())).select(*schema.key, ROW).collect().sort(ROW)
    again = alike.filter(~key.is_first_distinct())
    _tell(again, schema, faults)
    return frame.join(again.lazy().select(ROW), on=ROW, how="anti", maintain_order="left"), len(again)


def _tell(again: "pl.DataFrame", schema: TableSchema, faults: Faults) -> None:
    key = ", ".join(f"« {name} »" for name in schema.key)
    alone = schema.key[0] if len(schema.key) == 1 else ""
    for record in again.head(faults.room("Z057")).iter_rows(named=True):
        row = record[ROW]
        faults.add(
            "Z057",
            f"La ligne {row} porte la même clé ({key}) qu'une ligne qui la précède ; elle est mise de côté.",
            row=row,
            about=(record[alone] if alone else f"ligne {row}",),
            count=0,
        )
    faults.count("Z057", len(again))
