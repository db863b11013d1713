"""Answers for programs: versioned envelopes of plain data, the same to the byte for the same answer."""

import datetime as dt
from typing import Any

import attrs

from zest.findings import Finding
from zest.report import Report
from zest.version import version

Envelope = dict[str, Any]


def envelope(kind: str, **content: Any) -> Envelope:
    """Begin an answer with the name of its schema and the version that made it."""
    return {"schema": f"zest-{kind}/1", "zest": version(), **content}


def report_envelope(report: Report, code: int) -> Envelope:
    """Return the answer of ``zest check``; ``schemas/report-1.json`` describes it."""
    return envelope(
        "report",
        name=report.name,
        as_of=report.as_of.isoformat(),
        verdict=report.verdict.value,
        exit_code=code,
        grounds=plain(report.grounds),
        columns=list(report.columns),
        structures=plain(report.structures),
        commitments=plain(report.commitments),
        findings=[finding(one) for one in report.findings],
        skipped=plain(report.skipped),
        sectors=list(report.sectors),
    )


def finding(one: Finding) -> Envelope:
    """Return one finding with its fingerprint."""
    return {**plain(one), "fingerprint": one.fingerprint}


def plain(value: Any) -> Any:
    """Turn frozen values into what JSON can hold."""
    if attrs.has(type(value)):
        return {field.name: plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value
