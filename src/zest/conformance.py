"""What a sector owes its users, as values: requirements with a code and a page, flaws, outcomes, a tier.

The checks themselves are in :mod:`zest.testing.kit`; nothing here looks at a sector.
"""

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from zest.findings import Finding, Ground, Severity

KeyPath = tuple[str | int, ...]


class Tier(enum.StrEnum):
    """How far a sector has come. Computed from what was examined, never declared."""

    NONE = "none"
    BRONZE = "bronze"
    SILVER = "silver"
    GOLD = "gold"

    @property
    def rank(self) -> int:
        """0 for none, 3 for gold."""
        return ("none", "bronze", "silver", "gold").index(self.value)

    @property
    def severity(self) -> Severity:
        """How grave it is to miss what this tier asks: bronze is required, silver and gold are not."""
        return {"silver": Severity.WARNING, "gold": Severity.INFO}.get(self.value, Severity.ERROR)


class State(enum.StrEnum):
    """What became of one requirement."""

    KEPT = "kept"
    FAILED = "failed"
    EXPECTED = "expected"
    NOT_RUN = "not-run"
    CRASHED = "crashed"


@attrs.frozen
class Spot:
    """Where a flaw stands in the files of a sector.

    Attributes:
        file: path below the sector's folder, with forward slashes; empty for the sector as a whole.
        path: keys and indices in that file.
        word: text to look for, in a file that is not TOML.
        line: 1-based, where it is known already; 0 elsewhere.
    """

    file: str = ""
    path: KeyPath = ()
    word: str = ""
    line: int = 0


@attrs.frozen
class Flaw:
    """What a check found.

    Attributes:
        message: one French sentence.
        at: where.
        remedy: what to do, where that of the check is too general.
    """

    message: str
    at: Spot = Spot()
    remedy: str = ""


class NotRun(Exception):
    """A check cannot answer: what it needs is not there. Its message is one French sentence that says what."""


@attrs.frozen(kw_only=True)
class Requirement:
    """One thing asked of a sector.

    Attributes:
        code: ``K`` and three digits; never reused.
        name: the flaw, as a slug.
        tier: the first tier that asks for it; bronze is required.
        requirement: one French sentence: what must be.
        why: French; what it protects.
        remedy: French; what to do.
    """

    code: str
    name: str
    tier: Tier
    requirement: str
    why: str
    remedy: str

    def finding(self, message: str, **told: Any) -> Finding:
        """Make a finding of it, as grave as its tier is required."""
        remedy = told.pop("remedy", "") or self.remedy
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.tier.severity,
            ground=Ground.PRACTICE,
            message=message,
            remedy=remedy,
            source="Contrat de zest",
            **told,
        )


@attrs.frozen(kw_only=True)
class Check(Requirement):
    """A requirement and the function that tells what breaks it.

    Attributes:
        find: gets the sector under examination and yields flaws; may raise :class:`NotRun`.
    """

    find: Callable[[Any], Iterator[Flaw]] = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class ExpectedFailure:
    """A check that a sector knows it does not pass yet, said in its ``conformance.toml``.

    Attributes:
        check: code of the check.
        reason: French; why, in words that a reader can weigh.
        until: last day on which it is accepted.
    """

    check: str
    reason: str
    until: dt.date


@attrs.frozen(kw_only=True)
class Declarations:
    """What a sector tells the kit: the content of ``conformance.toml``.

    Attributes:
        expected_failures: checks that it knows it does not pass yet.
    """

    expected_failures: tuple[ExpectedFailure, ...] = ()


@attrs.frozen(kw_only=True)
class Outcome:
    """What became of one requirement.

    Attributes:
        about: which.
        state: kept, failed, failed as expected, not run, crashed.
        findings: what was found, each with its place.
        reason: French; why it was expected, not run or crashed.
    """

    about: Requirement
    state: State
    findings: tuple[Finding, ...] = ()
    reason: str = ""


@attrs.frozen(kw_only=True)
class ConformanceReport:
    """The answer of an examination; the same for the same files on the same day.

    Attributes:
        slug: of the sector.
        label: its French name; empty when it could not be read.
        edition: of its catalogue; empty when it could not be read.
        origin: distribution and version, or « local ».
        as_of: the day of the examination.
        zest: version of zest that examined.
        outcomes: one for each check, in the order of codes.
    """

    slug: str
    label: str
    edition: str
    origin: str
    as_of: dt.date
    zest: str
    outcomes: tuple[Outcome, ...]

    @property
    def tier(self) -> Tier:
        """The highest tier all of whose requirements, and those below, are kept."""
        return max((t for t in Tier if self._attained(t)), key=lambda t: t.rank)

    def _attained(self, tier: Tier) -> bool:
        return all(one.state is State.KEPT for one in self.outcomes if one.about.tier.rank <= tier.rank)

    def of(self, state: State) -> tuple[Outcome, ...]:
        """Return the outcomes of one state."""
        return tuple(one for one in self.outcomes if one.state is state)


def exit_code(report: ConformanceReport, fail_on: Severity | None = Severity.ERROR) -> int:
    """Return the exit code of an examination.

    Args:
        report: what it answered.
        fail_on: the lightest severity that counts as a failure; ``None`` for none.

    Returns:
        3 a check crashed · 1 findings at or above ``fail_on`` · 3 a check that ``fail_on`` counts was not run ·
        0 otherwise.
    """
    if report.of(State.CRASHED):
        return 3
    least = (fail_on or Severity.ERROR).rank
    if fail_on and any(_counts(report.of(State.FAILED), least)):
        return 1
    return 3 if any(_counts(report.of(State.NOT_RUN), least)) else 0


def _counts(outcomes: Iterable[Outcome], least: int) -> Iterator[Outcome]:
    yield from (one for one in outcomes if one.about.tier.severity.rank >= least)
