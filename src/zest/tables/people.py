"""References of employees that designate a person: told at their rows, never repeated."""

from typing import TYPE_CHECKING, Final

from zest.personal_data import MAYBE, designates
from zest.tables.faults import Faults
from zest.tables.schemas import ROW, TableSchema

if TYPE_CHECKING:
    import polars as pl

EMPLOYEE: Final = "salarie"
"""Column that holds a reference of an employee, in every table that has one."""


def tell_people(frame: "pl.LazyFrame", schema: TableSchema, faults: Faults) -> None:
    """Tell which rows designate a person where a reference should stand; each reference is looked at once."""
    import polars as pl

    if EMPLOYEE not in (column.name for column in schema.columns):
        return
    reference = pl.col(EMPLOYEE)
    maybe = frame.select(reference.unique()).filter(reference.str.contains(MAYBE)).collect(engine="streaming")
    found = {text: said for text in maybe[EMPLOYEE] if (said := designates(text))}
    if not found:
        return
    key = schema.key[0] if len(schema.key) == 1 else ""
    wanted = (ROW, EMPLOYEE, key) if key else (ROW, EMPLOYEE)
    rows = frame.filter(reference.is_in(list(found))).select(wanted).collect().sort(ROW)
    for record in rows.head(faults.room("Z064")).iter_rows(named=True):
        faults.add(
            "Z064",
            f"Ligne {record[ROW]}, colonne « {EMPLOYEE} » : la référence ressemble à {found[record[EMPLOYEE]]} ; "
            "il faut un pseudonyme, comme « s-001 ».",
            row=record[ROW],
            about=(record[key] if key else f"ligne {record[ROW]}", EMPLOYEE),
            count=0,
        )
    faults.count("Z064", len(rows))
