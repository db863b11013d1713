"""``check``: the whole of it."""

import datetime as dt
from collections.abc import Iterable, Iterator

from zest.catalogue import Catalogue
from zest.findings import Finding, Severity
from zest.model.dossier import Dossier
from zest.report import Report, Skipped
from zest.validation.grounds import grounds
from zest.validation.judgement import judge_all
from zest.validation.tables import columns, commitment_reports, structure_reports
from zest.validation.waivers import apply_waivers


def check(
    dossier: Dossier,
    catalogue: Catalogue,
    as_of: dt.date,
    *,
    apparatus: tuple[Finding, ...] = (),
    notices: tuple[Finding, ...] = (),
    sectors: tuple[str, ...] = (),
) -> Report:
    """Judge a dossier as of one day.

    Args:
        dossier: as loaded, faults included.
        catalogue: rules, figures and sectors to judge it by.
        as_of: the day of the check; each mission is judged by the law of its own first day.
        apparatus: findings of zest's own, such as a sector plugin that is missing or broken.
        notices: findings that no rule makes and that say nothing against the check itself.
        sectors: slug, edition and origin of the sectors at hand, for the report.

    Returns:
        The report; the same one, to the byte, for the same arguments.
    """
    # Of a dossier of which nothing was read, nothing is known: its name and its members are not lacking.
    judgements = judge_all(dossier, catalogue, as_of) if dossier.readable else []
    judged = _told_once(f for j in judgements for f in j.findings)
    loaded = (*dossier.faults, *dossier.remarks)
    findings, about = apply_waivers((*loaded, *apparatus, *notices, *judged), dossier, as_of)
    crashed = bool(apparatus) or any(j.crashed for j in judgements)
    found = (*findings, *about)
    return Report(
        name=dossier.name,
        as_of=as_of,
        grounds=grounds(judgements, found, whole=not crashed and not any(map(_hides, dossier.faults))),
        columns=columns(judgements),
        structures=structure_reports(dossier, judgements, findings),
        commitments=commitment_reports(dossier, catalogue, as_of),
        findings=found,
        skipped=tuple(
            Skipped(code=j.rule.code, subject=j.subject.names, reason=j.skipped)
            for j in judgements
            if j.skipped
        ),
        sectors=sectors,
        apparatus_failed=crashed,
        unreadable=not dossier.readable,
    )


def _told_once(judged: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what stops several rules, or one rule on several subjects, after the first time that it is told."""
    told: set[Finding] = set()
    for finding in judged:
        if not finding.apparatus:
            yield finding
        elif finding not in told:
            told.add(finding)
            yield finding


def _hides(fault: Finding) -> bool:
    """Whether something of the dossier was not read; a blank row or an unknown column hides nothing."""
    return fault.severity is Severity.ERROR
