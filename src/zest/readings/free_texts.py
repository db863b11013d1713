"""The free texts of a dossier: what people write in their own words, wherever it stands.

``references.fields`` yields every field of every object; this walk opens only what may hold a text, which a dossier of
thousands of missions is grateful for.
"""

import functools
from collections.abc import Iterator
from typing import Any, get_args

import attrs

from zest.model.dossier import Dossier, KeyPath
from zest.references import CITES

_KEYS = frozenset(
    {*CITES, "key", "sector", "job", "jobs", "tasks", "commitment", "rule", "employee", "email"}
)
"""Fields that name an object, or the address that a structure publishes."""


@attrs.frozen
class _Plan:
    texts: tuple[str, ...]
    inner: tuple[str, ...]


def free_texts(dossier: Dossier) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield path, attribute and text of each free text that is told, in the order of the model."""
    yield from _below(dossier, ())


def _below(item: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    kind: Any = type(item)
    plan = _plan(kind)
    for name in plan.texts:
        value = getattr(item, name)
        if isinstance(value, str):
            yield (*path, name), name, value
        else:
            yield from (((*path, name, rank), name, one) for rank, one in enumerate(value or ()))
    for name in plan.inner:
        value = getattr(item, name)
        if isinstance(value, tuple):
            for rank, one in enumerate(value):
                yield from _below(one, (*path, name, rank))
        elif value is not None:
            yield from _below(value, (*path, name))


@functools.cache
def _plan(kind: type) -> _Plan:
    told = [field for field in attrs.fields(kind) if not field.metadata.get("omit")]
    kinds = {field.name: set(_parts(field.type)) for field in told}
    return _Plan(
        tuple(name for name, parts in kinds.items() if str in parts and name not in _KEYS),
        tuple(name for name, parts in kinds.items() if any(map(attrs.has, parts))),
    )


def _parts(kind: Any) -> Iterator[type]:
    """Yield the classes that a type is made of: those of ``tuple[str, ...] | None`` are text and none."""
    if arguments := get_args(kind):
        for one in arguments:
            yield from _parts(one)
    elif isinstance(kind, type):
        yield kind
