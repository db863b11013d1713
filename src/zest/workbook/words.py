"""The French words of closed lists, both ways: what a person chooses in a cell, and the value of the model."""

import enum
import functools
from collections.abc import Mapping
from types import MappingProxyType

from zest.console.labels import labels

YES, NO = "oui", "non"

BOOLEANS: Mapping[str, bool] = MappingProxyType(
    {
        "oui": True,
        "vrai": True,
        "true": True,
        "o": True,
        "non": False,
        "faux": False,
        "false": False,
        "n": False,
    }
)
"""What is read as yes or no, in small letters."""


@functools.cache
def choices(kind: type[enum.Enum]) -> Mapping[str, str]:
    """Return the French word of each value of a closed list; an acronym is its own word."""
    said = {str(one.value): _word(kind, one) for one in kind}
    assert len(set(said.values())) == len(said), kind  # noqa: S101  # two values of one word would be one
    return MappingProxyType(said)


def _word(kind: type[enum.Enum], one: enum.Enum) -> str:
    value = str(one.value)
    if value.isupper():
        return value
    return getattr(one, "label", "") or labels().get(f"{kind.__name__}.{value}", value)


@functools.cache
def values(kind: type[enum.Enum]) -> Mapping[str, str]:
    """Return the value of each word that may be read, in small letters: the French one, and the one of a file."""
    own = {value.casefold(): value for value in choices(kind)}
    return MappingProxyType(own | {word.casefold(): value for value, word in choices(kind).items()})
