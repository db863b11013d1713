"""Two values of one class, field by field."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class FieldChange:
    """One field that is not the same.

    Attributes:
        name: ``source.read_on`` for one within another.
        before: value; ``None`` when it was not told.
        after: value; ``None`` when it is not told.
    """

    name: str
    before: Any
    after: Any


def differing(before: Any, after: Any, name: str = "") -> Iterator[FieldChange]:
    """Yield the smallest parts of two values that differ: fields of objects, keys of tables, else the whole."""
    if before == after:
        return
    old, new = parts(before), parts(after)
    if not old or not new:
        yield FieldChange(name=name, before=before, after=after)
        return
    for key in dict.fromkeys((*old, *new)):
        yield from differing(old.get(key), new.get(key), f"{name}.{key}" if name else key)


def parts(value: Any) -> dict[str, Any]:
    """Return what a value is made of, by name; nothing for one that is looked at whole."""
    if attrs.has(type(value)):
        told = (field.name for field in attrs.fields(type(value)) if not field.metadata.get("omit"))
        return {name: getattr(value, name) for name in told}
    return {str(key): item for key, item in value.items()} if isinstance(value, Mapping) else {}
