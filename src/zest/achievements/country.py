"""Many collectives together: totals, who is where, who is late, which dossiers could not be read."""

import datetime as dt
from collections.abc import Iterable

import attrs

from zest.achievements.account import Account
from zest.achievements.leaving import Exits
from zest.agenda import Act
from zest.model.period import Period
from zest.readings.exit_counts import ExitCounts
from zest.readings.full_time import FullTime


@attrs.frozen(kw_only=True)
class Broken:
    """A dossier that could not be read.

    Attributes:
        path: where it is.
        cause: French sentence.
    """

    path: str
    cause: str


@attrs.frozen(kw_only=True)
class LateAct:
    """Something that is late.

    Attributes:
        collective: its name.
        act: what, who, since when.
    """

    collective: str
    act: Act


@attrs.frozen(kw_only=True)
class Country:
    """Collectives together.

    Attributes:
        as_of: the day.
        accounts: one for each dossier that was read, by name.
        broken: those that were not.
    """

    as_of: dt.date
    accounts: tuple[Account, ...]
    broken: tuple[Broken, ...] = ()

    @property
    def structures(self) -> int:
        """Members in all; one that is in two collectives is counted in each."""
        return sum(one.structures for one in self.accounts)

    @property
    def hours(self) -> float:
        """Hours that collectives declare as a whole."""
        return sum(hours_of(one) for one in self.accounts)

    @property
    def full_time(self) -> FullTime | None:
        """Full-time equivalents of the totals whose divisor is known; their bases are told where they differ."""
        told = [
            one.full_time
            for account in self.accounts
            for one in account.declared
            if one.full_time and not one.who
        ]
        return sum(told[1:], start=told[0]) if told else None

    @property
    def exits(self) -> Exits:
        """Exits that collectives declare, put together; a rate only when every one of them tells its denominator."""
        told = [found for one in self.accounts if (found := exits_of(one))]
        return _together(told, len(self.accounts))

    @property
    def late(self) -> tuple[LateAct, ...]:
        """What is late, the oldest first."""
        told = [
            LateAct(collective=one.name, act=act) for one in self.accounts for act in one.acts if act.late
        ]
        return tuple(sorted(told, key=lambda one: (one.act.due or dt.date.max, one.collective)))


def country(accounts: Iterable[Account], broken: Iterable[Broken], day: dt.date) -> Country:
    """Put accounts together."""
    return Country(
        as_of=day, accounts=tuple(sorted(accounts, key=lambda one: one.name)), broken=tuple(broken)
    )


def hours_of(account: Account) -> float:
    """Return the hours that a collective declares as a whole."""
    return sum(one.hours for one in account.declared if not one.who)


def exits_of(account: Account) -> Exits | None:
    """Return the exits that a collective declares as a whole, periods put together.

    ``None`` when it declares none, or when its classes may hold each other.
    """
    told = [one for one in account.exits if one.whole and not one.hidden and not one.doubtful]
    return _together(told, len(told)) if told else None


def _together(told: list[Exits], expected: int) -> Exits:
    """Add exits class by class; a class that one of them does not tell is a least, and no rate is drawn from it."""
    counts = [one.counts for one in told]
    rated = [one for one in told if not one.no_rate]
    whole = len(rated) == len(told) == expected and bool(told)
    return Exits(
        title=f"Totaux déclarés ({len(told)} sur {expected})",
        period=_span(told),
        counts=ExitCounts(
            durable=_sum(counts, "durable"),
            transition=_sum(counts, "transition"),
            positive=_sum(counts, "positive"),
            exits=_sum(counts, "exits") if whole else None,
        ),
        no_rate="" if whole else _why(len(rated), expected),
    )


def _sum(counts: list[ExitCounts], field: str) -> int | None:
    told = [getattr(one, field) for one in counts if getattr(one, field) is not None]
    return sum(told) if told else None


def _why(rated: int, expected: int) -> str:
    if not expected:
        return "Pas de taux : aucun collectif ne déclare de sorties."
    if rated == 1 < expected:
        return f"Pas de taux : un collectif sur {expected} déclare toutes ses sorties."
    return f"Pas de taux : {rated} collectifs sur {expected} déclarent toutes leurs sorties."


def _span(told: list[Exits]) -> Period:
    starts = [one.period.start for one in told if one.period.start]
    ends = [one.period.end for one in told if one.period.end]
    return Period(start=min(starts, default=None), end=max(ends, default=None))
