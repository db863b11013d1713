"""What hypothesis calls when it starts: from then on ``from_type`` knows the objects of a dossier."""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import attrs

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Register a strategy for each class that a dossier is made of. The strategies are loaded at their first use."""
    from hypothesis.strategies import register_type_strategy

    for kind in registered():
        register_type_strategy(kind, _strategy)


@functools.cache
def registered() -> frozenset[type]:
    """Return the classes of a dossier: objects, checked texts, periods."""
    from zest.model.dossier import Dossier
    from zest.model.identifiers import Identifier, Siren
    from zest.model.period import Period

    met = frozenset(_reached(Dossier, set()))
    return frozenset({k for k in met if attrs.has(k) or issubclass(k, Identifier)}) | {Siren, Period}


def _reached(kind: Any, seen: set[Any]) -> Iterator[type]:
    if kind in seen:
        return
    seen.add(kind)
    for part in get_args(kind):
        yield from _reached(part, seen)
    if isinstance(kind, type):
        yield kind
        for field in attrs.fields(kind) if attrs.has(kind) else ():
            if not field.metadata.get("omit"):
                yield from _reached(field.type, seen)


def _strategy(kind: type) -> "SearchStrategy[Any]":
    from zest.model.dossier import Dossier
    from zest.testing.strategies import dossiers
    from zest.testing.strategies.fields import of_type

    return dossiers() if kind is Dossier else of_type(kind)
