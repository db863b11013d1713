"""Counts too small to be published: whoever knows the structure would know the person.

Source: rule GD-9 of the field's page, a recommendation: hide the cells under a small threshold.
"""

from collections.abc import Iterable

import attrs

from zest.measurement import Measurement, PromiseMeasured
from zest.report import MeasureReport


def without_small_cells(told: Measurement, least: int) -> Measurement:
    """Return a measurement that can be published.

    A cell of fewer than ``least`` cases loses its numbers; where only one would, the next smallest loses them too,
    or a subtraction would give the first back. Rows at fault, which name orders and missions, are left out.

    Args:
        told: what was measured.
        least: number of cases from which a cell is shown; 0 or 1 hides nothing, rows at fault excepted.
    """
    return attrs.evolve(
        told,
        promises=tuple(_promise(promise, least) for promise in told.promises),
        faults=tuple(attrs.evolve(fault, rows=()) for fault in told.faults),
    )


def _promise(promise: PromiseMeasured, least: int) -> PromiseMeasured:
    hidden = _hidden(promise.measures, least)
    measures = tuple(
        attrs.evolve(one, kept=0, cases=0) if rank in hidden else one
        for rank, one in enumerate(promise.measures)
    )
    overall = promise.overall
    if 0 < overall.cases < least:
        return attrs.evolve(promise, overall=attrs.evolve(overall, kept=0, cases=0), measures=(), rows=(),
                            rows_in_all=0, untold=0)  # fmt: skip
    return attrs.evolve(promise, measures=measures, rows=())


def _hidden(measures: Iterable[MeasureReport], least: int) -> set[int]:
    """Return the ranks of the cells to hide: none, or at least two."""
    by_size = sorted((one.cases, rank) for rank, one in enumerate(measures))
    small = [rank for cases, rank in by_size if cases < least]
    return set(small) if len(small) != 1 else {rank for _, rank in by_size[:2]}
