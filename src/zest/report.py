"""What a check answers: a value, the same one for the same dossier on the same day."""

import datetime as dt
import enum

import attrs

from zest.findings import Finding, Ground, Severity, Verdict


class Standing(enum.StrEnum):
    """How one commitment stands."""

    KEPT = "kept"
    AT_RISK = "at-risk"
    BROKEN = "broken"
    NOT_MEASURED = "not-measured"


class Mark(enum.StrEnum):
    """One cell of the table of structures."""

    MET = "met"
    MISSING = "missing"
    UNKNOWN = "unknown"
    WAIVED = "waived"
    NOT_ASKED = "not-asked"


@attrs.frozen(kw_only=True)
class GroundReport:
    """The verdict in the name of one ground.

    Attributes:
        ground: which.
        verdict: conforming, not conforming, not checked.
        asked: number of questions put (one rule on one subject).
        unanswered: number of questions that the dossier could not answer.
        unverified: number of questions whose text was not read in its present wording.
        errors: findings that count, by severity.
        warnings: findings that count, by severity.
        infos: findings that count, by severity.
    """

    ground: Ground
    verdict: Verdict
    asked: int = 0
    unanswered: int = 0
    unverified: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0


@attrs.frozen(kw_only=True)
class MeasureReport:
    """How a commitment stands for one structure in one quarter.

    Attributes:
        structure: key of the structure; empty for the collective as a whole.
        quarter: ``2026-T3``; empty over all quarters.
        standing: kept, at risk, broken, not measured.
        kept: number of cases that passed.
        cases: number of cases; the rate is never given without it.
    """

    structure: str = ""
    quarter: str = ""
    standing: Standing = Standing.NOT_MEASURED
    kept: int = 0
    cases: int = 0


@attrs.frozen(kw_only=True)
class CommitmentReport:
    """How one promise of one offer stands.

    Attributes:
        offer: key of the offer.
        commitment: key of the commitment.
        statement: the promise, as the client reads it.
        threshold: bound of one case, with its unit, French words.
        target: share of the cases that must pass, 0–1.
        overall: over all structures and quarters.
        measures: by structure and quarter.
    """

    offer: str
    commitment: str
    statement: str
    threshold: str
    target: float
    overall: MeasureReport
    measures: tuple[MeasureReport, ...] = ()


@attrs.frozen(kw_only=True)
class StructureReport:
    """One line of the table of structures.

    Attributes:
        key: of the structure.
        name: as printed.
        kind: acronym, or an empty text when not told.
        marks: one per column, in the order of the report's columns.
    """

    key: str
    name: str
    kind: str
    marks: tuple[Mark, ...]


@attrs.frozen(kw_only=True)
class Skipped:
    """A rule that had no figure in force on the day of its subject.

    Attributes:
        code: of the rule.
        subject: human names.
        reason: French sentence.
    """

    code: str
    subject: tuple[str, ...]
    reason: str


@attrs.frozen(kw_only=True)
class Report:
    """Everything a check answers.

    Attributes:
        name: of the collective.
        as_of: the day of the check.
        grounds: one verdict each, in a fixed order.
        columns: headings of the table of structures.
        structures: its lines.
        commitments: how each promise stands.
        findings: what was found, waived findings included, in the order of the file.
        skipped: rules not in force.
        sectors: slug, edition and origin of the sectors that were loaded.
        apparatus_failed: whether zest itself could not check something (a plugin, a rule).
        unreadable: whether the dossier could not be read at all.
    """

    name: str
    as_of: dt.date
    grounds: tuple[GroundReport, ...]
    columns: tuple[str, ...] = ()
    structures: tuple[StructureReport, ...] = ()
    commitments: tuple[CommitmentReport, ...] = ()
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    sectors: tuple[str, ...] = ()
    apparatus_failed: bool = False
    unreadable: bool = False

    @property
    def verdict(self) -> Verdict:
        """The worst of the grounds."""
        return max((g.verdict for g in self.grounds), key=lambda v: v.rank)

    @property
    def standing_findings(self) -> tuple[Finding, ...]:
        """Findings that no waiver covers."""
        return tuple(f for f in self.findings if f.waiver is None)

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings that count, of ``severity`` or graver."""
        return tuple(f for f in self.standing_findings if f.severity.rank >= severity.rank)


def exit_code(report: Report, fail_on: Severity | None = Severity.ERROR) -> int:
    """Return the exit code of a check.

    Args:
        report: what the check answered.
        fail_on: the lightest severity that counts as a failure; ``None`` for none.

    Returns:
        2 the dossier could not be read · 3 zest itself could not check something · 1 findings at or above
        ``fail_on`` · 3 the dossier does not tell enough to answer · 0 otherwise.
    """
    if report.unreadable:
        return 2
    if report.apparatus_failed:
        return 3
    if fail_on is not None and report.at_least(fail_on):
        return 1
    return 3 if report.verdict is Verdict.NOT_CHECKED else 0
