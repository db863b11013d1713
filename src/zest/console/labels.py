"""French words for keys and for the words of lists, read once from ``labels.toml``."""

import datetime as dt
import enum
import functools
import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from zest.console.typography import day, heading, number
from zest.model.identifiers import RegionCode
from zest.model.territory import HISTORIC_REGIONS, REGIONS


@functools.cache
def labels() -> Mapping[str, str]:
    """Return the French words, by key of the model or by « Enumeration.value »."""
    return MappingProxyType(tomllib.loads((files("zest.console") / "labels.toml").read_text("utf-8")))


def label(key: str) -> str:
    """Say what a key of the model holds; a key that nobody named is shown as it is."""
    return heading(labels().get(key, key))


def said(value: Any) -> str:
    """Say one value."""
    for kind, words in _SAID:
        if isinstance(value, kind):
            return words(value)
    return " ".join(str(value).split())


def _moment(value: dt.datetime) -> str:
    return f"{day(value)}, {value:%H:%M}"


def _region(code: RegionCode) -> str:
    name = REGIONS.get(code) or HISTORIC_REGIONS.get(code, ("",))[0]
    return f"{code} ({name})" if name else code


def _word(value: enum.Enum) -> str:
    """Say the word of a list as it is written, then in French where the two differ."""
    told = getattr(value, "label", "") or labels().get(f"{type(value).__name__}.{value.value}", "")
    return f"{value.value} ({told})" if told and told != value.value else str(value.value)


# The nearest kind first: a truth value is a number, a moment is a day.
_SAID: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda told: "oui" if told else "non"),
    (enum.Enum, _word),
    (RegionCode, _region),
    (dt.datetime, _moment),
    (dt.date, day),
    (int, number),
    (float, number),
)
