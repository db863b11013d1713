"""Tables and lists, and the converter that knows them and every single value."""

import functools
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_mapping_structure_fn, override

from zest.structuring.refusals import WrongType
from zest.structuring.scalars import HOOKS, is_number_or_text, number_or_text


@functools.cache
def converter(*, detailed: bool) -> cattrs.Converter:
    """Return the converter, quick or detailed. Both apply the very same hooks."""
    made = cattrs.Converter(detailed_validation=detailed, forbid_extra_keys=True)
    for kind, hook in HOOKS.items():
        made.register_structure_hook(kind, hook)
    made.register_structure_hook_func(is_number_or_text, number_or_text)
    made.register_structure_hook_factory(attrs.has, functools.partial(_table_hook, made))
    made.register_structure_hook_factory(_is_tuple, functools.partial(_list_hook, made))
    made.register_structure_hook_factory(_holds_names, functools.partial(_names_hook, made))
    return made


def _table_hook(made: cattrs.Converter, kind: type) -> Callable[[Any, Any], Any]:
    """A table, or a clear refusal: cattrs raises a bare error on any other shape."""
    omitted = {a.name: override(omit=True) for a in attrs.fields(kind) if a.metadata.get("omit")}
    inner: Callable[[Mapping[str, Any], Any], Any] = make_dict_structure_fn(
        kind,
        made,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=made.detailed_validation,
        **omitted,  # type: ignore[arg-type]  # one override per field, typed as the keyword flags are
    )

    def structure(value: object, as_kind: type) -> object:
        if not isinstance(value, Mapping):
            raise WrongType(dict, value)
        return inner(value, as_kind)

    return structure


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple and kind.__args__[-1:] == (...,)


def _list_hook(made: cattrs.Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A list, or a clear refusal: a text is iterable too."""
    item = kind.__args__[0]
    inner = made.get_structure_hook(list[item])  # type: ignore[valid-type]  # made at run time

    def structure(value: object, _: type) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise WrongType(list, value)
        return tuple(inner(value, list[item]))  # type: ignore[valid-type]

    return structure


def _holds_names(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) in (dict, Mapping)


def _names_hook(made: cattrs.Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A table whose keys are names, or a clear refusal: cattrs raises a bare error on any other shape."""
    inner: Callable[[Any, Any], Any] = make_mapping_structure_fn(
        kind, made, dict, detailed_validation=made.detailed_validation
    )

    def structure(value: object, as_kind: type) -> object:
        if not isinstance(value, Mapping):
            raise WrongType(dict, value)
        return inner(value, as_kind)

    return structure
