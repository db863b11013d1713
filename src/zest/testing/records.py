"""Small tables made by hand and measured: what a measure is tested with, the core's or a sector's."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from zest.indicators.indicator import Indicator
from zest.indicators.terms import Terms
from zest.law import core_law
from zest.measurement import Measurement
from zest.measuring.asking import Question, as_promise, question
from zest.measuring.catalogue import by_slug
from zest.measuring.facts import terms_of
from zest.measuring.run import Request, measure
from zest.model.commitment import Clock, Comparison, ServiceCommitment

if TYPE_CHECKING:
    import polars as pl

AS_OF = dt.date(2026, 4, 20)
"""The day of the measure when none is given."""

BOUNDS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "hours-to-handle": {"threshold": 48, "unit": "heures", "clock": Clock.CLOCK_HOURS},
        "hours-to-handle-same-day": {"threshold": 2, "unit": "heures", "clock": Clock.CLOCK_HOURS},
        "tariff-gap": {"threshold": 5, "unit": "%"},
    }
)
"""What the core's measures that take a bound are asked with when none is given."""

Row = Mapping[str, Any]


def frame(table: str, rows: Sequence[Row], file: str = "") -> "pl.LazyFrame":
    """Return rows as a canonical frame: what they leave out is null, the first row is row 2 of its file."""
    import polars as pl

    from zest.tables.frames import frame_schema

    schema = dict(frame_schema(table))
    at = {"_fichier": file or f"{table}.csv"}
    whole = [{**dict.fromkeys(schema), **at, "_ligne": n, **row} for n, row in enumerate(rows, 2)]
    return pl.DataFrame(whole, schema=schema).lazy()


def terms_for(
    as_of: dt.date = AS_OF,
    kinds: Mapping[str, str] | None = None,
    others: Iterable[Indicator] = (),
    **told: Any,
) -> Terms:
    """Return what measures are told: figures of law of the day, the kind of each structure, and what else is given."""
    terms = terms_of(as_of, core_law(), by_slug(others).values())
    return attrs.evolve(terms, kinds=tuple((kinds or {}).items()), **told)


def ask(slug: str, terms: Terms, others: Iterable[Indicator] = (), **promised: Any) -> Question:
    """Return the question of one measure: with a bound where it takes one, else that every case pass."""
    known = by_slug(others)
    told = {**BOUNDS.get(slug, {}), **promised}
    if not told:
        return question(as_promise(known[slug]), known, terms)
    promise = ServiceCommitment(key=slug, indicator=slug, comparison=Comparison.AT_MOST)
    return question(attrs.evolve(promise, **told), known, terms)


def measured(
    tables: Mapping[str, Sequence[Row]],
    questions: Sequence[Question],
    terms: Terms,
    on: Any = "polars",
    **how: Any,
) -> Measurement:
    """Measure small tables; ``how`` are other attributes of :class:`zest.measuring.run.Request`."""
    request = Request(
        questions=questions,
        terms=terms,
        margin=core_law().on(terms.as_of)["commitments.at-risk-margin"],
        **how,
    )
    return measure({name: frame(name, rows) for name, rows in tables.items()}, request, on)
