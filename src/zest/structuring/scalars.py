"""Single values: each hook takes what a file may hold and gives the value, or refuses in a sentence."""

import datetime as dt
import enum
import re
import types
from collections.abc import Callable, Mapping
from typing import Any

from zest.model.charter import Colour
from zest.model.identifiers import Identifier, clip
from zest.structuring.dates import day, moment
from zest.structuring.refusals import Misfit, WrongType
from zest.structuring.spelling import suggest

INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


_MOST = 2**53
"""The first whole number that a floating one may miss."""


def _text(value: object, _: type) -> str:
    if not isinstance(value, str):
        raise WrongType(str, value)
    # What Windows programs put at the end of a line: a file loses it when read, an escape in JSON must too.
    text = value.replace("\r\n", "\n")
    if found := INVISIBLE.search(text):
        raise Misfit(f"Ce texte contient un caractère invisible (U+{ord(found[0]):04X}) : retapez-le.")
    return text


def _boolean(value: object, _: type) -> bool:
    if not isinstance(value, bool):
        raise WrongType(bool, value)
    return value


def _integer(value: object, _: type) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongType(int, value)
    return value


def _number(value: object, _: type) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise WrongType(float, value)
    # One that no number of ours can hold would break whatever reckons with it; « nan » would silence it.
    if not -_MOST < value < _MOST:
        raise Misfit("Ce nombre est démesuré ou n'en est pas un : écrivez-en un ordinaire.")
    return value


def _choice(value: object, kind: type[enum.StrEnum]) -> enum.StrEnum:
    text = _text(value, str)
    try:
        return kind(text)
    except ValueError:
        raise Misfit(f"{clip(text)} n'est pas une valeur admise{suggest(text, kind)}") from None


def _identifier(value: object, kind: type[Identifier]) -> Identifier:
    if isinstance(value, int) and not isinstance(value, bool):
        raise Misfit(f"Mettez ce numéro entre guillemets : « {value} » perdrait ses zéros comme nombre.")
    return kind(_text(value, str))


def _colour(value: object, _: type) -> Colour:
    return Colour(_text(value, str))


def is_number_or_text(kind: object) -> bool:
    """Whether a field takes a number or a text, which no hook on a class can tell."""
    return kind in (float | str, float | str | None)


def number_or_text(value: object, kind: object) -> float | str | None:
    """Return the number or the text as it stands; nothing where the field may be empty."""
    if isinstance(value, str):
        return _text(value, str)
    return None if value is None and kind == (float | str | None) else _number(value, float)


# The nearest class of the method resolution order wins: an identifier is a text, a moment is a day.
HOOKS: Mapping[Any, Callable[[Any, Any], Any]] = types.MappingProxyType({
    str: _text, bool: _boolean, int: _integer, float: _number, dt.date: day, dt.datetime: moment,
    Identifier: _identifier, Colour: _colour, enum.StrEnum: _choice,
})  # fmt: skip
