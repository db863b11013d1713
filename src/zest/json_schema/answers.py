"""The JSON Schema of each answer for programs, made from the class that the command writes."""

import importlib
import types
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

from zest.console.answers.answer import Answer, Key, keys
from zest.console.answers.wording import about_key, title_of
from zest.json_schema.shapes import DIALECT, Schema, Shapes

ANSWERS: Mapping[str, str] = types.MappingProxyType({
    "report": "checking.ReportAnswer",
    "measurement": "checking.MeasurementAnswer",
    "account": "achieving.AccountAnswer",
    "country": "achieving.CountryAnswer",
    "opportunities": "opportunities.OpportunitiesAnswer",
    "status": "journey.StatusAnswer",
    "explain": "rules.ExplainAnswer",
    "rules": "rules.RulesAnswer",
    "jobs": "showing.JobsAnswer",
    "job-sheet": "showing.JobSheetAnswer",
    "sectors": "sectors.SectorsAnswer",
    "doctor": "sectors.DoctorAnswer",
    "diff": "differing.DiffAnswer",
    "sector-check": "sectors.SectorCheckAnswer",
    "new-sector": "showing.NewSectorAnswer",
    "show": "showing.ShowAnswer",
    "convert": "converting.ConvertAnswer",
    "exchange": "converting.ExchangeAnswer",
    "schemas": "showing.SchemasAnswer",
})  # fmt: skip
"""Class of each answer, by the name of its schema; imported only when its schema is made."""

_PATTERNS = types.MappingProxyType({
    "Finding.code": {"pattern": r"^[A-Z]{1,6}[0-9]{3}$"},
    "Finding.fingerprint": {"pattern": r"^[0-9a-f]{16}$"},
    "Checked.code": {"pattern": r"^K[0-9]{3}$"},
    "MeasureReport.quarter": {"pattern": r"^(|[12][0-9]{3}-T[1-4])$"},
})  # fmt: skip
"""What a type does not say of its text."""

_SHARES = frozenset({"dynamic_rate", "share"})
_ECHOED = frozenset({
    "cases", "durable", "exits", "groups", "hours", "kept", "other", "people", "positive", "target", "transition",
    "uncounted", "value", "withdrawn", "years",
})  # fmt: skip
"""Numbers that a dossier may tell: a faulty one tells some below zero, and the answer repeats them."""


def answer_schema(name: str) -> Schema:
    """Return the schema of one answer."""
    module, _, kind = ANSWERS[name].partition(".")
    told = getattr(importlib.import_module(f"zest.console.answers.{module}"), kind)
    shapes = AnswerShapes()
    body = shapes.table(told)
    defined = {"$defs": dict(sorted(shapes.made.items()))} if shapes.made else {}
    return {"$schema": DIALECT, "$id": f"zest-{name}/1", **body, **defined}


class AnswerShapes(Shapes):
    """Schemas of classes as they are told: every key is there, and what is not known is null."""

    def of(self, kind: Any, name: str = "") -> Schema:
        """Return the schema of what a type is told as."""
        if get_origin(kind) is Literal:
            return {"enum": list(get_args(kind))}
        if isinstance(kind, types.UnionType):
            told = [self.of(one, name) for one in get_args(kind) if one is not types.NoneType]
            return _either(told, nullable=types.NoneType in get_args(kind))
        if get_origin(kind) is tuple and Ellipsis not in get_args(kind):
            items = [self.of(one) for one in get_args(kind)]
            return {"type": "array", "prefixItems": items, "minItems": len(items), "items": False}
        made = super().of(kind, name)
        if name in _ECHOED:
            return {word: told for word, told in made.items() if word not in ("minimum", "maximum")}
        return made | {"maximum": 1} if name in _SHARES else made

    def table(self, kind: Any) -> Schema:
        """Return the schema of a class, not by reference."""
        told, hints = keys(kind), get_type_hints(kind)
        head = _head(kind) if issubclass(kind, Answer) else {}
        return {
            "title": title_of(kind),
            "type": "object",
            "required": sorted([*head, *(key.name for key in told if key.always)]),
            "properties": {**head, **{key.name: self._told(kind, key, hints) for key in told}},
            "additionalProperties": False,
        }

    def _told(self, kind: Any, key: Key, hints: Mapping[str, Any]) -> Schema:
        type_ = hints.get(key.name) or get_type_hints(getattr(kind, key.name).fget)["return"]
        more = _PATTERNS.get(f"{kind.__name__}.{key.name}", {})
        return {"description": about_key(kind, key.name), **self.of(type_, key.name), **more}


def _either(told: list[Schema], *, nullable: bool) -> Schema:
    """Return one of several; of one that may be unknown, the shortest way to say it."""
    if nullable and len(told) == 1 and isinstance(told[0].get("type"), str) and "enum" not in told[0]:
        return {**told[0], "type": [told[0]["type"], "null"]}
    return {"anyOf": [*told, {"type": "null"}] if nullable else told}


def _head(kind: type[Answer]) -> Schema:
    return {
        "schema": {"description": "Nom et version du schéma.", "const": f"zest-{kind.schema}/1"},
        "zest": {"description": "Version de zest qui a répondu.", "type": "string"},
    }
