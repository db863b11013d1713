"""The accounts of collectives for programs: what their pages show, and nothing more."""

from zest.achievements.account import Account, PromiseByQuarter
from zest.achievements.country import Country
from zest.console.answers.achieving import AccountAnswer, CountryAnswer, PromiseTold, QuarterCell
from zest.console.answers.answer import like
from zest.console.envelopes import Envelope, envelope
from zest.opportunities.answer import Opportunities


def account_envelope(told: Account, survey: Opportunities | None = None) -> Envelope:
    """Return the answer of ``zest report --format json``; hidden numbers are null, as on the page."""
    return envelope(_account(told, survey))


def country_envelope(told: Country) -> Envelope:
    """Return the answer of ``zest report --all --format json``."""
    return envelope(like(CountryAnswer, told, collectives=tuple(_account(one) for one in told.accounts)))


def _account(told: Account, survey: Opportunities | None = None) -> AccountAnswer:
    return like(
        AccountAnswer,
        told,
        verdict=told.report.verdict,
        grounds=told.report.grounds,
        columns=told.report.columns,
        marks=told.report.structures,
        promises=tuple(_promise(one) for one in told.promises),
        small_cell_min=told.least,
        opportunities=survey,
    )


def _promise(one: PromiseByQuarter) -> PromiseTold:
    cells = (like(QuarterCell, cell, structure=who, quarter=when) for (who, when), cell in one.cells.items())
    return like(PromiseTold, one, cells=tuple(cells))
