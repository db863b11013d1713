"""What ``zest rules`` and ``zest explain`` answer."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

import attrs

from zest.conformance import Tier
from zest.console.answers.answer import Answer, like
from zest.findings import Ground, Severity
from zest.law import Figure
from zest.notices import Notice
from zest.rule import Rule
from zest.source import Source


@attrs.frozen(kw_only=True)
class RuleTold:
    """One rule without its function; its examples are changes to a sound sample."""

    code: str
    name: str
    ground: Ground
    severity: Severity
    requirement: str
    why: str
    remedy: str
    source: Source
    figures: tuple[str, ...]
    reading: str
    column: str
    good: Mapping[str, Any]
    bad: Mapping[str, Any]
    sample: str
    sector: str
    since: dt.date | None
    until: dt.date | None
    on: str
    origin: str
    capped: Severity


def rule_told(rule: Rule) -> RuleTold:
    """Return what is told of a rule."""
    return like(RuleTold, rule, on=rule.on.__name__, origin=str(rule.origin))


@attrs.frozen(kw_only=True)
class RequirementTold:
    """One requirement of the kit of sectors."""

    code: str
    name: str
    severity: Severity
    tier: Tier
    requirement: str
    why: str
    remedy: str


@attrs.frozen(kw_only=True)
class RulesAnswer(Answer):
    """The answer of ``zest rules``."""

    schema: ClassVar[str] = "rules"

    rules: tuple[RuleTold, ...]


@attrs.frozen(kw_only=True)
class ExplainAnswer(Answer):
    """The answer of ``zest explain``: the rule, its figures through time, what it says of its bad example."""

    schema: ClassVar[str] = "explain"

    rule: RuleTold | Notice | RequirementTold
    figures: tuple[Figure, ...] = ()
    editions: Mapping[str, tuple[Figure, ...]] = attrs.field(factory=dict)
    effect: tuple[str, ...] = ()
