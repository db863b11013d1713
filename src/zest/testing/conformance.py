"""What every sector owes its users, as one class of tests: ``class TestMine(SectorConformance): slug = "mine"``.

Each check of the kit is a test of its own, ``test_K302_name_leads_nowhere``; ``zest explain K302`` tells what it asks.
``zest sector check`` asks the same without any test file.
"""

import datetime as dt
import functools
from collections.abc import Callable
from typing import ClassVar

import pytest

from zest.conformance import Check, Outcome, Requirement, State, Tier
from zest.testing import generated
from zest.testing.kit.candidate import Candidate
from zest.testing.kit.every import CHECKS, GENERATED, PLANTED
from zest.testing.kit.running import ask, declarations, expected, settle
from zest.testing.sector_under_test import SectorUnderTest


class SectorConformance(SectorUnderTest):
    """Subclass it in the tests of a sector and give its slug, or its folder.

    Attributes:
        tier: how far the sector means to go; what only a higher tier asks is skipped, and the reason says so.
    """

    tier: ClassVar[Tier] = Tier.SILVER

    def test_expected_failures_are_founded(self) -> None:
        """Each names a check that fails, says why, and is not past its day."""
        told = expected(self.candidate)
        outcomes = [_outcome(self.candidate, check) for check in CHECKS if told]

        flaws = [_told(one) for one in declarations(self.candidate, outcomes, _today())]
        # With their messages: pytest explains the assertions of test files alone.
        assert [] == flaws, "\n".join(flaws)

    def test_K290_rule_fails_on_generated(self) -> None:  # noqa: N802  # the code, as one types it
        """Each rule answers dossiers that nobody wrote: no failure, twice the same, in French."""
        _require(GENERATED, self.tier)
        generated.ask_generated(self.sector, self.assembly)

    def test_K291_planted_fault_missed(self) -> None:  # noqa: N802  # the code, as one types it
        """The fault of each rule is found in every sound dossier where it is planted."""
        _require(PLANTED, self.tier)
        generated.ask_planted(self.sector, self.assembly, self.sample)

    def examine(self, check: Check) -> None:
        """Ask one check; fail with everything it found, or say why it does not count."""
        _require(check, self.tier)
        outcome = settle(self.candidate, _outcome(self.candidate, check), _today())
        if outcome.state is State.NOT_RUN:
            pytest.skip(outcome.reason)
        if outcome.state is State.EXPECTED:
            pytest.xfail(outcome.reason)
        assert outcome.state is State.KEPT, _told(outcome)


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment


@functools.cache
def _outcome(candidate: Candidate, check: Check) -> Outcome:
    return ask(check, candidate)


def _require(about: Requirement, tier: Tier) -> None:
    if about.tier.rank > tier.rank:
        pytest.skip(
            f"{about.code} n'est demandé qu'au niveau « {about.tier.value} », et non « {tier.value} »."
        )


def _told(outcome: Outcome) -> str:
    """Say everything that one check found, as ``zest sector check`` does."""
    about = outcome.about
    lines = [f"{about.code} {about.name} : {about.requirement}", outcome.reason]
    for one in outcome.findings:
        lines += [f"- {one.message}", f"  {one.place}", f"  → {one.remedy}"]
    return "\n".join(line for line in lines if line.strip())


def _test(check: Check) -> Callable[[SectorConformance], None]:
    def test(self: SectorConformance) -> None:
        self.examine(check)

    test.__doc__ = check.requirement
    test.__name__ = f"test_{check.code}_{check.name.replace('-', '_')}"
    test.__qualname__ = f"{SectorConformance.__qualname__}.{test.__name__}"
    return test


for _check in CHECKS:
    setattr(SectorConformance, _test(_check).__name__, _test(_check))
