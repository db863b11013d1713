"""French sentences for the English causes that parsers give, told apart by what surrounds the fault."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

HERE: Final = "\0"
"""Marks the place of the fault in the surroundings; no text that zest parses can hold it."""

# The mark as a pattern spells it.
_SPELT_HERE: Final = r"\0"

# A line of a million characters must cost no more than a short one.
_REACH: Final = 80
_WORD_END: Final = re.compile(r"""[^\s,:\[\]{}="'#]*\Z""")
_WORD_START: Final = re.compile(r"""[^\s,:\[\]{}="'#]*""")


class Hint(NamedTuple):
    """One sentence, and when to say it.

    Attributes:
        cause: pattern searched in the cause as the parser gives it.
        around: pattern searched in the line, where `HERE` marks the fault; or, when it does not speak of
            `HERE`, pattern of the whole word that the fault touches; empty for "anything".
        message: the sentence; ``{name}`` stands for a group of ``around``.
    """

    cause: str
    around: str
    message: str


def translate(hints: Iterable[Hint], cause: str, text: str, offset: int) -> str:
    """Say in French what is wrong at an offset: the first hint that fits, or an empty string."""
    line = _line_around(text, offset)
    word = _word_around(line)
    for hint in hints:
        if re.search(hint.cause, cause):
            found = re.search(hint.around, line) if _SPELT_HERE in hint.around else _whole(hint.around, word)
            if found:
                return hint.message.format(**found.groupdict())
    return ""


def clipped(name: str, most: int = 60) -> str:
    """Give a name short enough to be read."""
    return name if len(name) <= most else f"{name[: most - 2]} …"


def _whole(pattern: str, word: str) -> re.Match[str] | None:
    return re.fullmatch(pattern or ".*", word)


def _line_around(text: str, offset: int) -> str:
    start = max(text.rfind("\n", 0, offset) + 1, offset - _REACH)
    end = text.find("\n", offset, offset + _REACH)
    end = offset + _REACH if end < 0 else end + 1
    return f"{text[start:offset]}{HERE}{text[offset:end]}"


def _word_around(line: str) -> str:
    head, _, tail = line.partition(HERE)
    left, right = _WORD_END.search(head), _WORD_START.match(tail)
    return (left[0] if left else "") + (right[0] if right else "")
