"""Columns that no row fills: what is measured on them would say nothing."""

from collections.abc import Iterable, Mapping, Sequence

import narwhals as nw

from zest.indicators.indicator import Indicator
from zest.indicators.row_rule import RowRule
from zest.measuring.material import Rows
from zest.measuring.probe import Probe

FIRST = 1_000
"""Rows that are looked at first: they fill most columns, and counting all rows of a column takes a pass."""


def unfilled(material: Rows, probes: Sequence[Probe]) -> dict[str, frozenset[str]]:
    """Return, for each table, the columns that measures read and that no row fills; none in a table of no row."""
    return {
        table: _unfilled(material, table, columns)
        for table in dict.fromkeys(probe.table for probe in probes)
        if (columns := list(dict.fromkeys(_read(table, probes))))
    }


def empty_column(subject: Indicator | RowRule, empty: Mapping[str, frozenset[str]]) -> str:
    """Return the first column that a measure reads and that no row fills; an empty text when there is none."""
    columns = subject.columns if isinstance(subject, Indicator) else ()
    return next((name for name in columns if name in empty.get(subject.table, ())), "")


def _read(table: str, probes: Sequence[Probe]) -> Iterable[str]:
    for probe in probes:
        if probe.table == table and isinstance(probe.subject, Indicator):
            yield from probe.subject.columns


def _unfilled(material: Rows, table: str, columns: Sequence[str]) -> frozenset[str]:
    rows = material.table(table).select(*columns)
    first = material.engine.rows(rows.head(FIRST))
    open_yet = [name for name in columns if first and all(row[name] is None for row in first)]
    if not open_yet:
        return frozenset()
    [filled] = material.engine.rows(rows.select(nw.col(*open_yet).count()))
    return frozenset(name for name in open_yet if not filled[name])
