"""The examination: every check asked, what was declared settled, one report."""

import datetime as dt
from collections.abc import Iterator

import attrs

from zest.conformance import (
    Check,
    ConformanceReport,
    Declarations,
    ExpectedFailure,
    Flaw,
    NotRun,
    Outcome,
    Requirement,
    Spot,
    State,
)
from zest.errors import ZestError
from zest.findings import Finding
from zest.plugins.containment import Overtime, describe
from zest.structuring import fit, suggest
from zest.testing.kit.candidate import FILES_FIRST, Candidate
from zest.testing.kit.every import CHECKS, EXPIRED, NEEDLESS, REQUIREMENTS, UNFOUNDED
from zest.testing.kit.files import at_fault
from zest.version import version

FILE = "conformance.toml"


def examine(candidate: Candidate, day: dt.date) -> ConformanceReport:
    """Ask every check of a sector. Never raises for what the sector is or does.

    Args:
        candidate: the sector.
        day: the day of the examination; failures expected until an earlier day are no longer.
    """
    outcomes = [settle(candidate, ask(check, candidate), day) for check in CHECKS]
    profile = None if candidate.refusal else candidate.sector.profile
    return ConformanceReport(
        slug=candidate.origin.slug,
        label=profile.label if profile else "",
        edition=profile.edition if profile else "",
        origin=str(candidate.origin),
        as_of=day,
        zest=version(),
        outcomes=(*outcomes, *declarations(candidate, outcomes, day)),
    )


def ask(check: Check, candidate: Candidate) -> Outcome:
    """Ask one check; what it raises is told."""
    try:
        flaws = tuple(check.find(candidate))
    except NotRun as reason:
        return Outcome(about=check, state=State.NOT_RUN, reason=str(reason))
    except ZestError as error:
        words = FILES_FIRST if at_fault(candidate) else _first(f"{error}")
        return Outcome(about=check, state=State.NOT_RUN, reason=words)
    except (Exception, Overtime) as error:  # noqa: BLE001  # a sector may hold anything
        if at_fault(candidate):
            return Outcome(about=check, state=State.NOT_RUN, reason=FILES_FIRST)
        return Outcome(
            about=check, state=State.CRASHED, reason=f"La vérification échoue : {describe(error)}."
        )
    findings = tuple(told(check, flaw, candidate) for flaw in flaws)
    return Outcome(about=check, state=State.FAILED if findings else State.KEPT, findings=findings)


def _first(words: str) -> str:
    return next(iter(words.splitlines()), "")


def told(about: Requirement, flaw: Flaw, candidate: Candidate) -> Finding:
    """Make a finding of a flaw, at its place."""
    return about.finding(
        flaw.message,
        place=candidate.place(flaw.at),
        remedy=flaw.remedy,
        subject=(candidate.origin.slug,),
        identity=("sectors", candidate.origin.slug, flaw.at.file, *map(str, flaw.at.path)),
        origin=str(candidate.origin),
    )


def expected(candidate: Candidate) -> tuple[ExpectedFailure, ...]:
    """Return the failures that a sector declares; those that do not fit are told by K102."""
    made = fit(Declarations, candidate.data(FILE)).value
    return made.expected_failures if made else ()


def settle(candidate: Candidate, outcome: Outcome, day: dt.date) -> Outcome:
    """Say of a failure that it was expected, while it still is."""
    for one in expected(candidate):
        if outcome.state is State.FAILED and one.check == outcome.about.code and day <= one.until:
            return attrs.evolve(
                outcome, state=State.EXPECTED, reason=f"{one.reason} (jusqu'au {one.until:%d/%m/%Y})"
            )
    return outcome


def declarations(candidate: Candidate, outcomes: list[Outcome], day: dt.date) -> Iterator[Outcome]:
    """Yield what is wrong with the declared failures: needless, expired, unfounded."""
    states = {outcome.about.code: outcome.state for outcome in outcomes}
    flaws: dict[str, list[Finding]] = {}
    for rank, one in enumerate(expected(candidate)):
        for about, words in _wrong(one, states, day):
            flaw = Flaw(words, Spot(FILE, ("expected_failures", rank)))
            flaws.setdefault(about.code, []).append(told(about, flaw, candidate))
    for code, findings in flaws.items():
        yield Outcome(about=REQUIREMENTS[code], state=State.FAILED, findings=tuple(findings))


def _wrong(one: ExpectedFailure, states: dict[str, State], day: dt.date) -> Iterator[tuple[Requirement, str]]:
    if one.check not in states:
        yield UNFOUNDED, f"« {one.check} » n'est pas une vérification{suggest(one.check, states)}"
    if not one.reason.strip():
        yield UNFOUNDED, f"L'échec attendu de {one.check} n'a pas de motif."
    if states.get(one.check) is State.KEPT:
        yield NEEDLESS, f"{one.check} était attendu en échec, et il est tenu."
    elif day > one.until:
        yield EXPIRED, f"L'échec de {one.check} n'était attendu que jusqu'au {one.until:%d/%m/%Y}."
