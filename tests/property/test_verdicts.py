"""What a check answers only gets worse with what is found, and better with what is answered for."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from zest.catalogue import Catalogue
from zest.findings import Ground, Severity, Verdict
from zest.model.dossier import Dossier
from zest.model.waiver import Waiver
from zest.report import Report, exit_code
from zest.rule import Answer, Case, Fault, Rule, Unknown
from zest.source import verified
from zest.testing.samples import AS_OF, core_assembly
from zest.testing.strategies import days, dossiers
from zest.validation import check


def said(answer: Answer, ground: Ground) -> Rule:
    """Return a rule that gives that answer of any dossier."""

    def speak(_: Any, __: Case) -> Iterator[Answer]:
        yield answer

    return Rule(
        code="X001", name="dite", on=Dossier, ground=ground, severity=Severity.ERROR, requirement="Dit.", why="Dit.",
        remedy="Dites.", source=verified("essai", "2026-11-23"), check=speak, bad={"x": 1},
    )  # fmt: skip


def core() -> Catalogue:
    """Return the core catalogue."""
    return core_assembly().catalogue


def worse(report: Report, other: Report) -> list[bool]:
    """Tell, ground by ground, whether the second verdict is as grave or graver."""
    return [a.verdict.rank <= b.verdict.rank for a, b in zip(report.grounds, other.grounds, strict=True)]


ANSWERS = st.sampled_from([Fault("Faux."), Unknown("Inconnu."), "Faux."])


@given(dossiers(), ANSWERS, st.sampled_from(Ground))
def test_one_more_finding_never_helps(dossier: Dossier, answer: Answer, ground: Ground) -> None:
    """In no ground does the verdict get better; a fault of a text that was read makes its own not conforming."""
    before = check(dossier, core(), AS_OF)
    extended = attrs.evolve(core(), rules={**core().rules, "X001": said(answer, ground)})
    after = check(dossier, extended, AS_OF)
    (own,) = [g.verdict for g in after.grounds if g.ground is ground]

    assert all(worse(before, after))
    assert own is not Verdict.CONFORMING
    assert isinstance(answer, Unknown) or own is Verdict.NOT_CONFORMING
    assert exit_code(after) != 0


@given(dossiers(waivers=st.just(())))
def test_answering_for_what_was_found_never_hurts(dossier: Dossier) -> None:
    """With a reason, an owner and a day to come, each verdict is as good or better, and nothing is hidden."""
    before = check(dossier, core(), AS_OF)
    codes = sorted({finding.code for finding in before.findings})
    waivers = tuple(Waiver(rule=c, reason="motif", owner="fonction", until=dt.date.max) for c in codes)
    after = check(attrs.evolve(dossier, waivers=waivers), core(), AS_OF)

    assert all(worse(after, before))
    assert [f.fingerprint for f in before.findings] == [f.fingerprint for f in after.findings]
    assert () == after.standing_findings


@given(dossiers())
def test_the_whole_is_its_worst_ground(dossier: Dossier) -> None:
    """And an exit code of zero needs every ground conforming."""
    report = check(dossier, core(), AS_OF)

    assert max(g.verdict.rank for g in report.grounds) == report.verdict.rank
    assert (exit_code(report) == 0) == (report.verdict is Verdict.CONFORMING)


@given(dossiers(), days())
def test_two_checks_of_one_dossier_say_the_same(dossier: Dossier, day: dt.date) -> None:
    """On any day of the calendar, no rule fails, and the report is the same value."""
    once = check(dossier, core(), day)

    assert once == check(dossier, core(), day)
    assert not once.apparatus_failed, [f.message for f in once.findings if f.apparatus]
