"""TOML as plain data: ``tomllib`` with what it lacks against hostile texts."""

import re
import tomllib
from typing import Any, Final

from zest.io.guards import TOO_DEEP, TOO_LARGE, first_too_deep
from zest.io.places import FaultError, Node
from zest.io.toml_lexer import MAX_KEY_PARTS, brackets, long_key, long_number

_LONG_KEY: Final = f"Cette clé compte plus de {MAX_KEY_PARTS} noms séparés par des points ; raccourcissez-la."

_LOCATED: Final = re.compile(
    r"(?P<cause>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)",
    re.DOTALL,
)


def parse(text: str) -> dict[str, Any]:
    """Read a TOML 1.0 text whose lines end in a line feed.

    Raises:
        FaultError: The text breaks the syntax, or asks for more depth, names or digits than zest accepts.
    """
    if (offset := long_key(text)) is not None:
        raise FaultError(_LONG_KEY, offset)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        cause, offset = _located(str(error), text)
        raise _fault(cause, text, offset) from None
    except RecursionError:
        raise FaultError(TOO_DEEP, first_too_deep(brackets(text))) from None
    except ValueError:
        # The one thing left that Python refuses: to convert a number of thousands of digits.
        raise FaultError(TOO_LARGE, long_number(text)) from None


def scan(text: str) -> Node:
    """Give the place of each key and value of a text that `parse` accepted."""
    from zest.io import toml_places

    return toml_places.scan(text)


def _located(message: str, text: str) -> tuple[str, int]:
    """Split tomllib's message into its cause and the offset of its place."""
    found = _LOCATED.fullmatch(message)
    if found is None:
        return message, 0
    if found["line"] is None:
        return found["cause"], len(text)
    start = 0
    for _ in range(int(found["line"]) - 1):
        start = text.index("\n", start) + 1
    return found["cause"], start + int(found["column"]) - 1


def _fault(cause: str, text: str, offset: int) -> FaultError:
    from zest.io import toml_faults

    return toml_faults.explain(cause, text, offset)
