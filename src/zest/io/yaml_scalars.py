"""What a plain YAML scalar means: the core schema of YAML 1.2, dates, and no surprise on codes."""

import datetime as dt
import math
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

Scalar = str | int | float | bool | dt.date | None

_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*+)")
_OTHER_BASE: Final = re.compile(r"0o[0-7]++|0x[0-9a-fA-F]++")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]++|(?:0|[1-9][0-9]*+)(?:\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONSTANTS: Final[Mapping[str, bool | float | None]] = MappingProxyType({
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
    **dict.fromkeys(
        (f"{sign}{name}" for sign in ("", "+", "-") for name in (".inf", ".Inf", ".INF")), math.inf
    ),
})  # fmt: skip
# Well above what fits in 2**53: whatever is longer is infinite, for the guards to refuse.
_MAX_DIGITS: Final = 20


def plain(text: str) -> Scalar:
    """Give the value of a scalar written without quotes.

    Numbers that start with a useless zero stay text: ``01`` is a *département*, ``01000`` a postal code.

    Raises:
        ValueError: The text has the form of a date, and no such day exists.
    """
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return _integer(text, 10)
    if _OTHER_BASE.fullmatch(text):
        return _integer(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        return dt.date.fromisoformat(text)
    return text


def _integer(text: str, base: int) -> int | float:
    return int(text, base) if len(text) <= _MAX_DIGITS else math.inf
