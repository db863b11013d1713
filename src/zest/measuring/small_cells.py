"""Counts too small to be published: whoever knows the structure would know the person.

Source: rule GD-9 of the field's page, a recommendation: hide the cells under a small threshold.
"""

import attrs

from zest.measurement import Measurement, PromiseMeasured, TableMeasured
from zest.measures import hidden
from zest.report import MeasureReport, Standing


def without_small_cells(told: Measurement, least: int) -> Measurement:
    """Return a measurement that can be published.

    A cell of fewer than ``least`` cases loses its numbers, and how it stands; others lose them too where a
    subtraction would give the first back. Rows at fault, which name orders and missions, and what reading found
    in some row are left out.

    Args:
        told: what was measured.
        least: number of cases from which a cell is shown; 0 or 1 hides nothing, rows at fault excepted.
    """
    return attrs.evolve(
        told,
        tables=tuple(_without_rows(table) for table in told.tables),
        promises=tuple(_promise(promise, least) for promise in told.promises),
        faults=tuple(attrs.evolve(fault, rows=()) for fault in told.faults),
    )


def _promise(promise: PromiseMeasured, least: int) -> PromiseMeasured:
    if 0 < promise.overall.cases < least:
        return attrs.evolve(
            promise, overall=_silent(promise.overall), measures=(), rows=(), rows_in_all=0, untold=0
        )
    silent = hidden([one.cases for one in promise.measures], least)
    cells = tuple(_silent(one) if rank in silent else one for rank, one in enumerate(promise.measures))
    return attrs.evolve(promise, measures=cells, rows=())


def _without_rows(table: TableMeasured) -> TableMeasured:
    return attrs.evolve(table, findings=tuple(one for one in table.findings if not one.place.line))


def _silent(cell: MeasureReport) -> MeasureReport:
    return attrs.evolve(cell, kept=0, cases=0, standing=Standing.NOT_MEASURED)
