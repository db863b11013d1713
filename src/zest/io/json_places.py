"""Second pass over a JSON text: where each key and value stands.

Run only when there is something to report, on a text that the ``json`` module accepted, so it checks
nothing; what is open stands on a list, so that depth costs no call.
"""

import json
import re
from typing import Final

import attrs

from zest.io.places import Node

_BLANK: Final = re.compile(r"[ \t\n\r]*+")
_STRING: Final = re.compile(r'"[^"\\]*+(?:\\[\s\S][^"\\]*+)*"')
_SCALAR: Final = re.compile(rf"{_STRING.pattern}|[^,\]}} \t\n\r]++")


@attrs.define
class Scan:
    """Places of a text.

    Attributes:
        root: of the tree of places.
        repeated: name, first and later offset of each key given again in one table.
    """

    root: Node
    repeated: list[tuple[str, int, int]] = attrs.field(factory=list)


@attrs.define
class _Opened:
    node: Node
    closer: str
    count: int = 0


def scan(text: str) -> Scan:
    """Give the places of a JSON text, and the keys given twice."""
    result = Scan(Node(value=0))
    opened: list[_Opened] = []
    node, position = result.root, _end(_BLANK, text, 0)
    while True:
        node.value = position
        if (bracket := text[position]) in "[{":
            opened.append(_Opened(node, "]" if bracket == "[" else "}"))
            position = _end(_BLANK, text, position + 1)
        else:
            position = _end(_SCALAR, text, position)
        position = _close(opened, text, position)
        if not opened:
            return result
        node, position = _next(opened[-1], result, text, position)


def _close(opened: list[_Opened], text: str, position: int) -> int:
    """Go past what closes here, up to the next value of what stays open."""
    while opened:
        position = _end(_BLANK, text, position)
        if text[position] == ",":
            return _end(_BLANK, text, position + 1)
        if text[position] != opened[-1].closer:
            break
        opened.pop()
        position += 1
    return position


def _next(container: _Opened, result: Scan, text: str, position: int) -> tuple[Node, int]:
    if container.closer == "]":
        container.count += 1
        return container.node.child(container.count - 1, position), position
    end = _end(_STRING, text, position)
    name = str(json.loads(text[position:end]))
    node = container.node.child(name, position)
    if node.key < position:
        result.repeated.append((name, node.key, position))
    colon = _end(_BLANK, text, end)
    return node, _end(_BLANK, text, colon + 1)


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
