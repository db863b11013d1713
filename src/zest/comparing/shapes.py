"""Each part of a sector as plain tables of named values, so that any two versions can be laid side by side."""

import hashlib
import inspect
from collections.abc import Callable, Mapping
from types import CodeType, FunctionType, MappingProxyType
from typing import Any

import attrs

from zest.comparing.items import ItemKind
from zest.comparing.judged import Judged
from zest.declared import Declared
from zest.law import Figure
from zest.model.profile import SectorIdentity
from zest.rule import Rule

_NOT_OF_RULES = ("check", "good", "bad", "sample", "sector", "origin")


def items(version: Judged, kind: ItemKind) -> Mapping[str, Any]:
    """Return the items of one part by key; for most parts they are the very objects."""
    return _ITEMS[kind](version)


def _identity(version: Judged) -> dict[str, Any]:
    told = (field.name for field in attrs.fields(SectorIdentity))
    return {"sector.toml": {name: getattr(version.profile, name) for name in told}}


def _figures(version: Judged) -> dict[str, Any]:
    return {key: _figure(figure) for key, figure in version.figures.items()}


def _figure(figure: Figure) -> dict[str, Any]:
    """Put the dated values under their first day, so that a new one is an addition and not another list."""
    told = {name: getattr(figure, name) for name in ("label", "unit", "reading", "bound")}
    return {**told, "values": {value.since.isoformat(): value for value in figure.values}}


def _rules(version: Judged) -> dict[str, Any]:
    return {code: _rule(rule) for code, rule in version.rules.items()}


def _rule(rule: Rule) -> dict[str, Any]:
    names = (field.name for field in attrs.fields(Rule) if field.name not in _NOT_OF_RULES)
    told = {name: getattr(rule, name) for name in names}
    del told["on"]
    return {**told, "subject": rule.on.__name__, **comparison(rule)}


def comparison(rule: Rule) -> dict[str, Any]:
    """Return what a declared rule compares; of one in Python, a print of its module's code that only tells a change."""
    check: Any = inspect.unwrap(rule.check)
    declared = next((one for one in getattr(check, "args", ()) if isinstance(one, Declared)), None)
    if declared is None:
        return {"code": fingerprint(check)}
    known = {field.name for field in attrs.fields(Rule)}
    names = (field.name for field in attrs.fields(Declared) if field.name not in known)
    return {name: getattr(declared, name) for name in names}


def fingerprint(check: Any) -> str:
    """Return eight signs that stand for what the functions of a rule's module do, whatever their file and lines."""
    held = {
        name: _code(value.__code__)
        for name, value in getattr(check, "__globals__", {}).items()
        if isinstance(value, FunctionType) and value.__module__ == check.__module__
    }
    return hashlib.sha256(repr(sorted(held.items())).encode()).hexdigest()[:8]


def _code(code: CodeType) -> tuple[Any, ...]:
    return (code.co_code.hex(), [_constant(one) for one in code.co_consts], code.co_names)


def _constant(value: object) -> object:
    if isinstance(value, CodeType):
        return _code(value)
    # The order of a set is that of the process.
    return sorted(map(repr, value)) if isinstance(value, frozenset) else repr(value)


_ITEMS: Mapping[ItemKind, Callable[[Judged], Mapping[str, Any]]] = MappingProxyType({
    ItemKind.COMMITMENT: lambda version: version.profile.commitments,
    ItemKind.RULE: _rules,
    ItemKind.FIGURE: _figures,
    ItemKind.TASK: lambda version: version.profile.tasks,
    ItemKind.PERMIT: lambda version: version.profile.permits,
    ItemKind.JOB: lambda version: version.profile.jobs,
    ItemKind.AGREEMENT: lambda version: version.profile.agreements,
    ItemKind.FACTS: lambda version: version.profile.facts,
    ItemKind.SEGMENT: lambda version: version.profile.segment,
    ItemKind.CHARTER: lambda version: {"charter.toml": version.profile.charter},
    ItemKind.IDENTITY: _identity,
})  # fmt: skip
