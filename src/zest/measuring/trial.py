"""Measures of plugins, tried on one empty row before any other is read: one that breaks is not put."""

import re
from typing import Any

from zest.engines import engine
from zest.indicators.indicator import Indicator
from zest.indicators.material import DAY
from zest.indicators.terms import Terms
from zest.measuring.asking import Question
from zest.measuring.counting import count
from zest.measuring.material import Rows
from zest.measuring.probe import Probe
from zest.tables.frames import frame_schema
from zest.tables.schemas import TABLES

CORE = "zest"
"""Origin of the measures that zest itself ships: its own tests have tried them."""

_NAMED = re.compile(r"""["']([^"']+)["']""")


def broken(question: Question) -> str:
    """Return why the measure of a plugin cannot be put, as a French sentence; empty when it can.

    Polars answers within milliseconds, whatever engine is asked afterwards: a column that is not there or an
    operation that no frame knows is wrong on all of them.
    """
    measure = question.indicator
    if measure is None or measure.origin == CORE:
        return ""
    if not (cause := failure(measure, question.terms)):
        return ""
    return (
        f"La mesure « {measure.slug} » de {measure.origin} est en panne ({cause}) : prévenez qui la publie."
    )


def failure(measure: Indicator, terms: Terms) -> str:
    """Return what makes a measure fail on an empty row, as French words; empty when it answers."""
    unknown = [name for name in (measure.table, *measure.others) if name not in TABLES]
    if unknown or measure.table not in DAY:
        known = DAY if not unknown else TABLES
        return f"elle compte les lignes du tableau « {(unknown or [measure.table])[0]} », et il y a {', '.join(known)}"
    try:
        _try(measure, terms)
    except Exception as error:  # noqa: BLE001 - whatever a plugin makes the engine raise
        return _cause(error)
    return ""


def _cause(error: Exception) -> str:
    told = str(error).strip().partition("\n")[0]
    if type(error).__name__ == "ColumnNotFoundError" and (named := _NAMED.search(told)):
        return f"la colonne « {named[1]} » n'existe pas"
    return told or type(error).__name__


def _try(measure: Indicator, terms: Terms) -> None:
    probe = Probe(name="essai", subject=measure, terms=terms)
    with engine("polars") as started:
        count(Rows(started, {name: _empty_row(name) for name in TABLES}, terms.as_of), [probe], 1)


def _empty_row(table: str) -> Any:
    import polars as pl

    # Over no row at all, polars lets pass what no column of that type can do.
    schema = dict(frame_schema(table))
    return pl.DataFrame({name: [None] for name in schema}, schema=schema).lazy()
