"""The accounts of collectives for programs: what their pages show, and nothing more."""

from typing import Any

from zest.achievements.account import Account, PromiseByQuarter
from zest.achievements.country import Country
from zest.achievements.leaving import Exits
from zest.console.envelopes import Envelope, envelope, plain
from zest.opportunities.answer import Opportunities


def account_envelope(told: Account, survey: Opportunities | None = None) -> Envelope:
    """Return the answer of ``zest report --format json``; hidden numbers are null, as on the page."""
    return envelope(
        "account",
        name=told.name,
        territory=told.territory,
        departments=list(told.departments),
        region=told.region,
        as_of=told.as_of.isoformat(),
        fictional=told.fictional,
        sectors=dict(told.sectors),
        structures=told.structures,
        verdict=told.report.verdict.value,
        grounds=plain(told.report.grounds),
        columns=list(told.report.columns),
        marks=plain(told.report.structures),
        progress=plain(told.progress),
        acts=plain(told.acts),
        promises=[_promise(one) for one in told.promises],
        declared=plain(told.declared),
        lent=plain(told.lent),
        exits=[_exits(one) for one in told.exits],
        trainings=plain(told.trainings),
        small_cell_min=told.least,
        opportunities=plain(survey) if survey else None,
    )


def country_envelope(told: Country) -> Envelope:
    """Return the answer of ``zest report --all --format json``."""
    return envelope(
        "country",
        as_of=told.as_of.isoformat(),
        structures=told.structures,
        hours=told.hours,
        full_time=plain(told.full_time),
        exits=_exits(told.exits),
        late=plain(told.late),
        collectives=[account_envelope(one) for one in told.accounts],
        broken=plain(told.broken),
    )


def _promise(one: PromiseByQuarter) -> dict[str, Any]:
    told = {name: plain(value) for name, value in plain(one).items() if name != "cells"}
    cells = [{"structure": who, "quarter": when, **plain(cell)} for (who, when), cell in one.cells.items()]
    return {**told, "cells": cells}


def _exits(one: Exits) -> dict[str, Any]:
    counts = one.counts
    rate = None if one.no_rate else counts.rate(counts.dynamic)
    return {**plain(one), "dynamic": counts.dynamic, "dynamic_rate": rate}
