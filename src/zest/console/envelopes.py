"""Answers for programs: versioned envelopes of plain data, the same to the byte for the same answer."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from zest.catalogue import Catalogue
from zest.console.answers.answer import Answer, keys, like
from zest.measurement import Measurement
from zest.notices import Notice
from zest.report import Report
from zest.rule import Rule
from zest.version import version

Envelope = dict[str, Any]


def envelope(answer: Answer) -> Envelope:
    """Return an answer as plain data: first the name of its schema and the version that made it."""
    told: Envelope = plain(answer)
    return told


def plain(value: Any) -> Any:
    """Turn frozen values into what JSON can hold."""
    kind: Any = type(value)
    if attrs.has(kind):
        head = {"schema": f"zest-{value.schema}/1", "zest": version()} if isinstance(value, Answer) else {}
        return head | {
            key.name: plain(told)
            for key in keys(kind)
            for told in (getattr(value, key.name),)
            if key.always or told
        }
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def report_envelope(report: Report, code: int) -> Envelope:
    """Return the answer of ``zest check``."""
    from zest.console.answers.checking import ReportAnswer

    return envelope(like(ReportAnswer, report, exit_code=code))


def measurement_envelope(told: Measurement, code: int) -> Envelope:
    """Return the answer of ``zest measure``."""
    from zest.console.answers.checking import MeasurementAnswer

    return envelope(like(MeasurementAnswer, told, exit_code=code))


def explain_envelope(known: Rule | Notice, catalogue: Catalogue, effect: Sequence[str] = ()) -> Envelope:
    """Return the answer of ``zest explain``: the rule, its figures through time, what it says of its bad example."""
    from zest.console.answers.rules import ExplainAnswer, rule_told

    wanted, law = getattr(known, "figures", ()), catalogue.law.figures
    editions = {
        slug: told
        for slug, held in catalogue.overrides.items()
        if (told := tuple(held[key] for key in wanted if key in held))
    }
    return envelope(
        ExplainAnswer(
            rule=rule_told(known) if isinstance(known, Rule) else known,
            figures=tuple(law[key] for key in wanted if key in law),
            editions=editions,
            effect=tuple(effect),
        )
    )


def rules_envelope(rules: Sequence[Rule]) -> Envelope:
    """Return the answer of ``zest rules``."""
    from zest.console.answers.rules import RulesAnswer, rule_told

    return envelope(RulesAnswer(rules=tuple(rule_told(one) for one in rules)))
