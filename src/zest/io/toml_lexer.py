"""Words of a TOML text, without their sense, in linear time whatever the text.

What it takes for a string, a comment or a key is what ``tomllib`` takes for it, up to the first fault
that ``tomllib`` will report: so nothing hides from the guards, and no legitimate text is refused.
"""

import re
from collections.abc import Iterator
from typing import Final

MAX_KEY_PARTS: Final = 8
"""Parts of a dotted key; reading one of many thousand parts takes ``tomllib`` minutes and gigabytes."""

# No possessive group here: before Python 3.11.5 they match wrongly (python/cpython#106052).
BASIC: Final = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"'
LITERAL: Final = r"'[^'\n]*+'"
BASIC_LONG: Final = r'"""[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*(?:"{3,5})?'
LITERAL_LONG: Final = r"'''[^']*+(?:'(?!'')[^']*+)*(?:'{3,5})?"

# Strings that never close swallow the rest: tried again from each quote, they would cost the square of
# the length of the text.
_TOKEN: Final = re.compile(
    rf"""
      (?P<space>[ \t]++)
    | (?P<dot>\.)
    | (?P<bare>[A-Za-z0-9_+:-]++)
    | (?P<long>{BASIC_LONG}|{LITERAL_LONG})
    | (?P<quoted>{BASIC}|{LITERAL})
    | (?P<comment>\#[^\n]*+)
    | (?P<bracket>[\[\]{{}}])
    | (?P<unclosed>["'][\s\S]*+)
    | (?P<other>[\s\S])
    """,
    re.VERBOSE,
)
_DIGITS: Final = re.compile(r"[+-]?[0-9_]{400,}")


def long_key(text: str) -> int | None:
    """Offset of the first key of more than `MAX_KEY_PARTS` parts, ``None`` when there is none."""
    # Counting dots costs nothing, and nearly every file has few on each line.
    if all(line.count(".") < MAX_KEY_PARTS for line in text.split("\n")):
        return None
    start = dots = 0
    after_dot = False
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind == "space":
            continue
        if kind == "dot":
            dots += 1
            if dots >= MAX_KEY_PARTS:
                return start
        elif not after_dot:
            start, dots = found.start(), 0
        after_dot = kind == "dot"
    return None


def brackets(text: str) -> Iterator[tuple[str, int]]:
    """Each bracket and brace outside strings and comments, with its offset."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "bracket":
            yield found[0], found.start()


def long_number(text: str) -> int:
    """Offset of the first number of several hundred digits; 0 when there is none."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "bare" and _DIGITS.fullmatch(found[0]):
            return found.start()
    return 0


def last_token(text: str) -> int:
    """Offset of the last word: the opening quote of a string that never closes."""
    start = 0
    for found in _TOKEN.finditer(text):
        start = found.start()
    return start
