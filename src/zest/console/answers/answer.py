"""What every answer for programs is made of, and under which keys a value of ours is told."""

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

import attrs

T = TypeVar("T", bound=attrs.AttrsInstance)

PROPERTIES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "zest.findings.Finding": ("fingerprint",),
    "zest.measurement.PromiseMeasured": ("share",),
    "zest.measurement.TableMeasured": ("share",),
    "zest.installed.Part": ("sound",),
    "zest.impact.Turn": ("turns",),
    "zest.achievements.leaving.Exits": ("dynamic", "dynamic_rate"),
})  # fmt: skip
"""Properties that are told beside the fields, by class. Named and not imported: most answers need none of them."""


@attrs.frozen(kw_only=True)
class Answer:
    """What one command answers.

    Attributes:
        schema: name of its schema, without « zest- » and the number of its version.
    """

    schema: ClassVar[str]


@attrs.frozen
class Key:
    """One key under which a value is told.

    Attributes:
        name: of the field or the property.
        always: whether it is there even when it is empty.
    """

    name: str
    always: bool = True


@functools.cache
def keys(kind: type[attrs.AttrsInstance]) -> tuple[Key, ...]:
    """Return the keys that a value of a frozen class is told with, in their order."""
    fields = [field for field in attrs.fields(kind) if not field.metadata.get("omit")]
    own = [Key(field.name, always=not field.metadata.get("quiet")) for field in fields]
    return (*own, *(Key(name) for name in PROPERTIES.get(f"{kind.__module__}.{kind.__qualname__}", ())))


def like(kind: type[T], value: object, **told: Any) -> T:
    """Make one of ``kind`` of what ``value`` has under the same names, and of what is told besides."""
    names = (field.name for field in attrs.fields(kind) if field.name not in told)
    return kind(**{name: getattr(value, name) for name in names}, **told)
