"""Walks over a dossier for what can be said of any object: what it cites, its numbers, its periods."""

import datetime as dt
import functools
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

import attrs

from zest.model.dossier import Dossier, KeyPath

_WHAT = MappingProxyType({"structures": "aucune structure", "clients": "aucun client", "offers": "aucune offre",
         "orders": "aucune commande", "missions": "aucune mission"})  # fmt: skip

CITES = MappingProxyType({
    "structure": "structures", "lender": "structures", "structures": "structures", "bidders": "structures",
    "client": "clients", "offer": "offers", "order": "orders", "mission": "missions",
})  # fmt: skip
"""Attribute → collection that it cites."""

CITED = frozenset(CITES.values())
"""Collections that are cited by key."""

PAIRS = (("start", "end"), ("given_on", "until"), ("obtained_on", "valid_to"), ("pass_start", "pass_end"))
"""Attributes that are the first and the last day of a period."""

SHARES = frozenset({"target", "coordinator_fte", "disadvantaged_share", "end_allowance", "leave_allowance"})
"""Attributes that go from none to all, 0–1."""

_UNBOUNDED = frozenset({"threshold", "kept", "cases"})
"""A bound may be of anything; the cases of a measure have a rule of their own."""


@attrs.frozen
class Reference:
    """One citation of a key.

    Attributes:
        path: of the citing value.
        key: cited.
        kind: collection that it should be in.
    """

    path: KeyPath
    key: str
    kind: str

    @property
    def what(self) -> str:
        """French words for a citation that leads nowhere."""
        return _WHAT[self.kind]


def references(dossier: Dossier) -> Iterator[Reference]:
    """Yield every citation. An experience sheet may name a client that is no object of the dossier."""
    for path, name, value in fields(dossier):
        kind = CITES.get(name)
        if kind is None or len(path) == 1 or (path[0] == "experiences" and name == "client"):
            continue
        if isinstance(value, str) and value:
            yield Reference(path, value, kind)
        elif isinstance(value, tuple):
            yield from (Reference((*path, i), key, kind) for i, key in enumerate(value))


def numbers(dossier: Dossier) -> Iterator[tuple[KeyPath, float, float]]:
    """Yield each number that has bounds: path, value, greatest value (the least is 0)."""
    for path, name, value in fields(dossier):
        told = isinstance(value, int | float) and not isinstance(value, bool)
        if told and name not in _UNBOUNDED:
            yield path, value, 1 if name in SHARES else float("inf")


def periods(dossier: Dossier) -> Iterator[tuple[KeyPath, dt.date, dt.date]]:
    """Yield each pair of a told start and a told end: path of the end, start, end."""
    for path, item in objects(dossier, ()):
        for first, last in PAIRS:
            start, end = getattr(item, first, None), getattr(item, last, None)
            if start is not None and end is not None:
                yield (*path, last), start, end


def fields(dossier: Dossier) -> Iterator[tuple[KeyPath, str, Any]]:
    """Yield path, attribute and value of every field of every object of the dossier."""
    for path, item in objects(dossier, ()):
        for name in _told(type(item)):
            yield (*path, name), name, getattr(item, name)


def objects(item: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Yield ``item`` and every object below it, with its path."""
    yield path, item
    for name in _told(type(item)):
        value = getattr(item, name)
        if _told(type(value)):
            yield from objects(value, (*path, name))
        elif isinstance(value, tuple):
            for rank, one in enumerate(value):
                if _told(type(one)):
                    yield from objects(one, (*path, name, rank))


def _tell(kind: type) -> tuple[str, ...]:
    """Return the fields that a file tells; none for what is no object."""
    told = attrs.fields(kind) if attrs.has(kind) else ()
    return tuple(field.name for field in told if not field.metadata.get("omit"))


# Once a class: a walk over a large dossier meets each of them thousands of times.
_told: Callable[[type], tuple[str, ...]] = functools.cache(_tell)
