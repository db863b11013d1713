"""Objects drawn field by field: a field added to the model needs no line here, unless it has bounds of its own."""

import datetime as dt
import functools
import types
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar, get_args, get_origin

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from zest.model.charter import Colour
from zest.model.commitment import OpeningSlot
from zest.model.identifiers import DepartmentCode, Idcc, RegionCode, Rna, Siren, Siret
from zest.model.period import Period, Quarter
from zest.references import CITES, PAIRS, SHARES
from zest.testing.strategies import calendar, identifiers, words

T = TypeVar("T")

_TYPES: Mapping[Any, Callable[[], SearchStrategy[Any]]] = types.MappingProxyType({
    str: words.texts, bool: st.booleans,
    dt.date: calendar.days, dt.datetime: calendar.moments, Period: calendar.periods,
    int: lambda: st.integers(0, 2000), float: lambda: st.integers(0, 2000) | st.floats(0, 2000),
    Siren: identifiers.sirens, Siret: identifiers.sirets, Rna: identifiers.rnas, Idcc: identifiers.idccs,
    DepartmentCode: identifiers.departments, RegionCode: identifiers.regions, Quarter: identifiers.quarters,
    OpeningSlot: identifiers.openings,
    Colour: lambda: st.from_regex(r"#[0-9a-f]{6}", fullmatch=True).map(Colour),
})  # fmt: skip

_NAMES: Mapping[str, Callable[[], SearchStrategy[Any]]] = types.MappingProxyType({
    **dict.fromkeys(SHARES, lambda: st.floats(0, 1)),
    **dict.fromkeys(("name", "title", "partner", "employee"), words.names),
    **dict.fromkeys((name for name in CITES if not name.endswith("s")), words.keys),
    "key": words.keys,
    "communes": lambda: st.lists(identifiers.communes(), max_size=2).map(tuple),
    # A file that nobody wrote.
    "logo": lambda: st.just(""),
    "year": lambda: st.integers(1990, 2035),
})  # fmt: skip

_ORDERED = (*PAIRS, ("kept", "cases"))
"""Of two fields, the one that is never greater than the other."""


def tables(kind: type[T], /, **told: SearchStrategy[Any]) -> SearchStrategy[T]:
    """Return valid objects of a class of the model.

    Each field is drawn by its name where its name says more than its type, else by its type; a field that may be
    left out is at times. A period ends after it starts.

    Args:
        kind: an attrs class.
        told: how to draw chosen fields; these are never left out.
    """
    fields = [f for f in attrs.fields(kind) if not f.metadata.get("omit") and f.name not in told]  # type: ignore[arg-type]
    needed = {f.name: _of_field(f) for f in fields if f.default is attrs.NOTHING}
    free = {f.name: _of_field(f) for f in fields if f.name not in needed}
    return _made(_Plan(kind, st.fixed_dictionaries({**needed, **told}, optional=free)))


class _Plan(Generic[T]):
    # Not of attrs, whose classes hypothesis shows field by field: a whole dossier would fill screens.
    def __init__(self, kind: type[T], values: SearchStrategy[dict[str, Any]]) -> None:
        self.kind, self.values = kind, values

    def __repr__(self) -> str:
        return self.kind.__name__


@st.composite
def _made(draw: st.DrawFn, plan: _Plan[T]) -> T:
    values = draw(plan.values)
    for first, last in _ORDERED:
        if None not in (values.get(first), values.get(last)):
            values[first], values[last] = sorted((values[first], values[last]))
    return plan.kind(**values)


def _of_field(field: "attrs.Attribute[Any]") -> SearchStrategy[Any]:
    says_more = field.name in _NAMES and _PLAIN.intersection((field.type, *get_args(field.type)))
    return _NAMES[field.name]() if says_more else of_type(field.type)


_PLAIN = frozenset({str, int, float})
"""Types of so many fields that the name says more."""


def of_type(kind: Any) -> SearchStrategy[Any]:
    """Return valid values of the type of a field; ``None`` is for the field that is left out."""
    return _of_type(kind)


@functools.cache
def _of_type(kind: Any) -> SearchStrategy[Any]:
    if kind in _TYPES:
        return _TYPES[kind]()
    if isinstance(kind, types.UnionType):
        return st.one_of([of_type(one) for one in get_args(kind) if one is not types.NoneType])
    if get_origin(kind) in (dict, Mapping):
        return st.dictionaries(*(of_type(one) for one in get_args(kind)), max_size=3)
    if get_origin(kind) is tuple:
        return _several(get_args(kind)[0])
    return tables(kind) if attrs.has(kind) else st.sampled_from(kind)


def _several(item: Any) -> SearchStrategy[tuple[Any, ...]]:
    keyed = attrs.has(item) and "key" in attrs.fields_dict(item)
    by: Callable[[Any], Any] | None = (lambda one: one.key) if keyed else None
    return st.lists(of_type(item), max_size=3, unique_by=by).map(tuple)
