"""Answers for programs: versioned envelopes of plain data, the same to the byte for the same answer."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from zest.catalogue import Catalogue
from zest.findings import Finding
from zest.measurement import Measurement, TableMeasured
from zest.notices import Notice
from zest.report import Report
from zest.rule import Rule
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


def measurement_envelope(told: Measurement, code: int) -> Envelope:
    """Return the answer of ``zest measure``; ``schemas/measurement-1.json`` describes it."""
    return envelope(
        "measurement",
        name=told.name,
        as_of=told.as_of.isoformat(),
        engine=told.engine,
        exit_code=code,
        tables=[_table(one) for one in told.tables],
        promises=[{**plain(one), "share": one.share} for one in told.promises],
        faults=plain(told.faults),
    )


def _table(one: TableMeasured) -> Envelope:
    return {**plain(one), "share": one.share, "findings": [finding(found) for found in one.findings]}


def finding(one: Finding) -> Envelope:
    """Return one finding with its fingerprint."""
    return {**plain(one), "fingerprint": one.fingerprint}


def plain(value: Any) -> Any:
    """Turn frozen values into what JSON can hold."""
    if attrs.has(type(value)):
        return {
            field.name: plain(getattr(value, field.name))
            for field in attrs.fields(type(value))
            if not field.metadata.get("omit")
            and not (field.metadata.get("quiet") and not getattr(value, field.name))
        }
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def explain_envelope(known: Rule | Notice, catalogue: Catalogue, effect: Sequence[str] = ()) -> Envelope:
    """Return the answer of ``zest explain``: the rule, its figures through time, what it says of its bad example."""
    keys, law = getattr(known, "figures", ()), catalogue.law.figures
    return envelope(
        "explain",
        rule=rule(known),
        figures=[plain(law[key]) for key in keys if key in law],
        editions={
            slug: told
            for slug, held in catalogue.overrides.items()
            if (told := [plain(held[key]) for key in keys if key in held])
        },
        effect=list(effect),
    )


def rule(known: Rule | Notice) -> Envelope:
    """Return one rule without its function; its examples are changes to a sound sample."""
    names = [f.name for f in attrs.fields(type(known)) if f.name not in ("check", "on", "origin")]
    told = {name: plain(getattr(known, name)) for name in names}
    if isinstance(known, Rule):
        told |= {"on": known.on.__name__, "origin": str(known.origin), "capped": known.capped.value}
    return told


def rules_envelope(rules: Sequence[Rule]) -> Envelope:
    """Return the answer of ``zest rules``."""
    return envelope("rules", rules=[rule(one) for one in rules])
