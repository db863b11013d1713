"""Rows of a lake that lack what every row must have: counted, and told as reading a file tells them."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import attrs
import narwhals as nw

from zest.engines import Engine
from zest.findings import Finding
from zest.indicators.material import Frame
from zest.tables.faults import ASIDE, LACKING, MOST, Faults
from zest.tables.schemas import FILE, ROW, TableSchema, schema_of


@attrs.frozen(kw_only=True)
class Lacking:
    """What was set aside of one table.

    Attributes:
        rows: how many.
        findings: the first cells that lack, in the order of the files; one before them says how many, if not all.
    """

    rows: int = 0
    findings: tuple[Finding, ...] = ()


def lacking(engine: Engine, name: str, rows: Frame) -> Lacking:
    """Look for the rows of a table that cannot be measured."""
    schema = schema_of(name)
    needed = required(name)
    amiss = rows.filter(nw.any_horizontal(*(nw.col(one).is_null() for one in needed), ignore_nulls=False))
    # A filter, and no count of nulls: the statistics of a Parquet file answer it.
    [found] = engine.rows(amiss.select(_lignes=nw.len()))
    if not found["_lignes"]:
        return Lacking()
    shown = list(dict.fromkeys((*needed, *schema.key, FILE, ROW)))
    first = engine.rows(amiss.select(*shown).sort(FILE, ROW).head(MOST))
    [filled] = engine.rows(amiss.select(nw.col(*needed).count()))
    cells = {one: lost for one in needed if (lost := found["_lignes"] - filled[one])}
    told = _cells(schema, first)
    all_told = (
        [] if len(told) == sum(cells.values()) else _in_all(name, first[0][FILE], found["_lignes"], cells)
    )
    return Lacking(rows=found["_lignes"], findings=(*all_told, *told))


def required(name: str) -> list[str]:
    """Return the columns that every row of a table must fill."""
    return [column.name for column in schema_of(name).columns if column.required]


def _cells(schema: TableSchema, rows: Sequence[Mapping[str, Any]]) -> list[Finding]:
    """Tell the cells one by one, up to the bound that holds for a file."""
    found: list[Finding] = []
    for file, some in groupby(rows, itemgetter(FILE)):
        faults = Faults(file=file, table=schema.name)
        for row, name in ((row, name) for row in some for name in required(schema.name) if row[name] is None):
            about = (row[schema.key[0]] if len(schema.key) == 1 else "", name)
            faults.add_cell("Z054", f"{LACKING} ; {ASIDE}", row=row[ROW], header=name, about=about)
        found += faults.findings
    return found[:MOST]


def _in_all(table: str, file: str, rows: int, cells: Mapping[str, int]) -> list[Finding]:
    """Tell how many there are, when only the first ones are told."""
    faults = Faults(file=file, table=table)
    columns = ", ".join(f"« {name} » manque à {lost}" for name, lost in cells.items())
    faults.add(
        "Z054",
        f"{rows} lignes sont mises de côté : {columns}. Les {MOST} premières cellules suivent.",
        about=cells,
    )
    return faults.findings
