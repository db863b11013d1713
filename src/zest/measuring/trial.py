"""Measures of plugins, tried on one empty row before any other is read: one that breaks is not put."""

from typing import Any

from zest.engines import engine
from zest.indicators.indicator import Indicator
from zest.indicators.terms import Terms
from zest.measuring.asking import Question
from zest.measuring.counting import count
from zest.measuring.material import Rows
from zest.measuring.probe import Probe
from zest.tables.frames import frame_schema
from zest.tables.schemas import TABLES

CORE = "zest"
"""Origin of the measures that zest itself ships: its own tests have tried them."""


def broken(question: Question) -> str:
    """Return why the measure of a plugin cannot be put, as a French sentence; empty when it can.

    Polars answers within milliseconds, whatever engine is asked afterwards: a column that is not there or an
    operation that no frame knows is wrong on all of them.
    """
    measure = question.indicator
    if measure is None or measure.origin == CORE:
        return ""
    try:
        _try(measure, question.terms)
    except Exception as error:  # noqa: BLE001 - whatever a plugin makes the engine raise
        cause = str(error).strip().partition("\n")[0]
        return f"La mesure « {measure.slug} » de {measure.origin} est en panne ({cause}) : prévenez qui la publie."
    return ""


def _try(measure: Indicator, terms: Terms) -> None:
    probe = Probe(name="essai", subject=measure, terms=terms)
    with engine("polars") as started:
        count(Rows(started, {name: _empty_row(name) for name in TABLES}, terms.as_of), [probe], 1)


def _empty_row(table: str) -> Any:
    import polars as pl

    # Over no row at all, polars lets pass what no column of that type can do.
    schema = dict(frame_schema(table))
    return pl.DataFrame({name: [None] for name in schema}, schema=schema).lazy()
