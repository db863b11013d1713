"""JSON as plain data: the ``json`` module with what it lacks: no key twice, no NaN, nothing rounded."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any, Final

from zest.io.guards import TOO_DEEP, first_too_deep
from zest.io.places import FaultError, Node

_BRACKET: Final = re.compile(r'"(?:[^"\\]++|\\[\s\S])*"?|[\[\]{}]')
# Well above what fits in 2**53: whatever is longer is refused later, with its place.
_MAX_DIGITS: Final = 20


def parse(text: str) -> Any:
    """Read a JSON text; numbers that no one can hold become infinite, for the guards to refuse.

    Raises:
        FaultError: The text breaks the syntax, nests too deep, or gives a key twice.
    """
    repeated: list[str] = []

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(pairs)
        if len(data) < len(pairs):
            repeated.append("")
        return data

    try:
        data = json.loads(text, object_pairs_hook=table, parse_int=_integer, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise _fault(error.msg, text, error.pos) from None
    except RecursionError:
        raise FaultError(TOO_DEEP, first_too_deep(_brackets(text))) from None
    if repeated:
        raise _twice(text)
    return data


def scan(text: str) -> Node:
    """Give the place of each key and value of a text that `parse` accepted."""
    from zest.io import json_places

    return json_places.scan(text).root


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MAX_DIGITS else math.inf


def _constant(_name: str) -> float:
    return math.nan


def _brackets(text: str) -> Iterator[tuple[str, int]]:
    for found in _BRACKET.finditer(text):
        if found[0][0] != '"':
            yield found[0], found.start()


def _fault(cause: str, text: str, offset: int) -> FaultError:
    from zest.io import json_faults

    return json_faults.explain(cause, text, offset)


def _twice(text: str) -> FaultError:
    from zest.io import json_faults

    return json_faults.twice(text)
