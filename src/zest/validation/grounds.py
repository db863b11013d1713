"""From judgements and findings to one verdict per ground. What could not be checked is never green."""

from collections.abc import Iterable, Sequence

from zest.findings import Finding, Ground, Severity, Verdict
from zest.report import GroundReport
from zest.validation.judgement import Judgement


def grounds(
    judgements: Sequence[Judgement], findings: Sequence[Finding], *, whole: bool
) -> tuple[GroundReport, ...]:
    """Return the five verdicts.

    Args:
        judgements: what the rules said.
        findings: everything found, waivers applied.
        whole: whether the dossier was read whole and every sector and rule could be asked.
    """
    return tuple(_ground(ground, judgements, findings, whole=whole) for ground in Ground)


def _ground(
    ground: Ground, judgements: Sequence[Judgement], found: Sequence[Finding], *, whole: bool
) -> GroundReport:
    put = [j for j in judgements if j.rule.ground is ground and j.asked]
    counted = [f for f in found if f.ground is ground and f.waiver is None]
    unanswered = sum(j.unanswered or j.crashed for j in put)
    open_readings = any(f.severity is Severity.WARNING and (f.capped or f.unknown) for f in counted)
    answered = whole and bool(put) and not unanswered and not open_readings
    return GroundReport(
        ground=ground,
        verdict=_verdict(counted, answered=answered),
        asked=len(put),
        unanswered=unanswered,
        unverified=sum(j.rule.unverified for j in put),
        errors=_count(counted, Severity.ERROR),
        warnings=_count(counted, Severity.WARNING),
        infos=_count(counted, Severity.INFO),
    )


def _verdict(counted: Iterable[Finding], *, answered: bool) -> Verdict:
    if any(f.severity is Severity.ERROR and not f.apparatus for f in counted):
        return Verdict.NOT_CONFORMING
    return Verdict.CONFORMING if answered else Verdict.NOT_CHECKED


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(f.severity is severity for f in findings)
