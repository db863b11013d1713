"""The JSON Schema of a class of the model, and of everything below it."""

import datetime as dt
import enum
import types
from collections.abc import Mapping
from typing import Any, get_args, get_origin

import attrs

from zest.console.answers.wording import word_of
from zest.console.helping import field_title, field_words, title, words
from zest.console.labels import labels
from zest.model.charter import Colour
from zest.model.identifiers import Idcc, Identifier
from zest.references import SHARES

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DAY = r"^\d{4}-\d\d-\d\d$"
_MOMENT = r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?$"
_UNBOUNDED = frozenset({"threshold"})
"""Numbers that may be below zero."""


@attrs.define
class Shapes:
    """Schemas of classes, each made once and referred to by its name.

    Attributes:
        given: fields (« Class.field ») that stand elsewhere than in the table, as the key of a keyed file does.
        made: definitions so far.
    """

    given: frozenset[str] = frozenset()
    made: dict[str, Schema] = attrs.field(factory=dict)

    def of(self, kind: Any, name: str = "") -> Schema:
        """Return the schema of a type of a field."""
        if isinstance(kind, types.UnionType):
            told = [self.of(one, name) for one in get_args(kind) if one is not types.NoneType]
            return told[0] if len(told) == 1 else {"anyOf": told}
        if get_origin(kind) is tuple:
            return {"type": "array", "items": self.of(get_args(kind)[0], name)}
        if get_origin(kind) in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(get_args(kind)[1])}
        if attrs.has(kind):
            return self._reference(kind)
        return _scalar(kind, name)

    def _reference(self, kind: Any) -> Schema:
        if kind.__name__ not in self.made:
            self.made[kind.__name__] = {}
            self.made[kind.__name__] |= self.table(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def table(self, kind: Any) -> Schema:
        """Return the schema of a class, not by reference."""
        fields = [f for f in attrs.fields(kind) if not f.metadata.get("omit")]
        needed = [
            f.name
            for f in fields
            if f.default is attrs.NOTHING and f"{kind.__name__}.{f.name}" not in self.given
        ]
        return {
            "title": title(kind),
            **({"description": words(kind)} if words(kind) else {}),
            "type": "object",
            "properties": {f.name: self._property(kind, f) for f in fields},
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }

    def _property(self, kind: Any, field: "attrs.Attribute[Any]") -> Schema:
        said = {"title": field_title(kind, field.name), "description": field_words(kind, field)}
        made = {**said, **self.of(field.type, field.name)}
        if isinstance(field.default, bool | int | float | str) and field.default != "":
            made["default"] = str(field.default) if isinstance(field.default, enum.Enum) else field.default
        return {key: value for key, value in made.items() if value != ""}


def _scalar(kind: Any, name: str) -> Schema:
    if kind is Any:
        return {}
    if issubclass(kind, enum.Enum):
        return _choice(kind)
    if issubclass(kind, Identifier):
        # Files write one to five digits; all are brought to four.
        pattern = r"0?\d{1,4}" if kind is Idcc else kind.pattern.pattern
        return {"type": "string", "pattern": f"^(?:{pattern})$"}
    if kind in (int, float):
        bounds = {} if name in _UNBOUNDED else {"minimum": 0, **({"maximum": 1} if name in SHARES else {})}
        return {"type": "integer" if kind is int else "number", **bounds}
    return dict(_PLAIN[kind])


_PLAIN: Mapping[type, Schema] = types.MappingProxyType({
    str: {"type": "string"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date", "pattern": _DAY},
    dt.datetime: {"type": "string", "pattern": _MOMENT},
    Colour: {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
})  # fmt: skip


def _choice(kind: type[enum.Enum]) -> Schema:
    """Return a closed list; editors show beside each word what it means in French."""
    values = [str(one.value) for one in kind]
    said = [
        getattr(one, "label", "") or labels().get(own, "") or word_of(own) or value
        for one, value in zip(kind, values, strict=True)
        for own in (f"{kind.__name__}.{value}",)
    ]
    # The first for editors that follow Visual Studio Code, the second for those that rest on taplo.
    return {
        "type": "string",
        "enum": values,
        "enumDescriptions": said,
        "x-taplo": {"docs": {"enumValues": said}},
    }
