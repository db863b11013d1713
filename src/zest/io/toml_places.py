"""Second pass over a TOML text: where each key and value stands.

``tomllib`` keeps no place. This pass is run only when there is something to report, on a text that
``tomllib`` accepted (or on the sound beginning of one that it refused), so it checks nothing.
"""

import contextlib
import re
import tomllib
from typing import Final

import attrs

from zest.io.places import Node
from zest.io.toml_lexer import BASIC, BASIC_LONG, LITERAL, LITERAL_LONG

_BLANK: Final = re.compile(r"[ \t\n]*+(?:#[^\n]*+[ \t\n]*+)*")
_SPACE: Final = re.compile(r"[ \t]*+")
_KEY_PART: Final = re.compile(rf"[ \t]*+([A-Za-z0-9_-]++|{BASIC}|{LITERAL})[ \t]*+")
# Long strings first: a short one would match the first two of their three quotes.
_SCALAR: Final = re.compile(rf"{BASIC_LONG}|{LITERAL_LONG}|{BASIC}|{LITERAL}|[^,\]}}\n#]++")


@attrs.define
class Pair:
    """A key as it was last written, before ``=`` or in a title.

    Attributes:
        node: what it names, with the place where that was first named.
        start: offset of its first character.
        end: offset after its last character.
    """

    node: Node
    start: int
    end: int


@attrs.define
class _Opened:
    """A list or an inline table that is not closed yet."""

    pair: Pair
    closer: str
    count: int = 0


def scan(text: str) -> Node:
    """Give the places of a TOML text that ``tomllib`` accepted, line feeds only."""
    return _Scanner(text).run()


def last_pair(text: str) -> Pair:
    """Give the last pair or title of a text that was cut just after it."""
    scanner = _Scanner(f"{text}\n")
    # A cut within a list or an inline table leaves the scanner at the end, looking for what closes it.
    with contextlib.suppress(IndexError):
        scanner.run()
    return scanner.last


class _Scanner:
    """Goes once through the text; what is open stands on a list, so that depth costs no call."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Node(value=0)
        self.table = self.root
        self.last = Pair(self.root, 0, 0)

    def run(self) -> Node:
        position = self._skip(0)
        while position < len(self.text):
            step = self._title if self.text[position] == "[" else self._statement
            position = self._skip(step(position))
        return self.root

    def _title(self, position: int) -> int:
        """Read ``[a.b]`` or ``[[a.b]]``; a repeated table is known by its last item."""
        width = 2 if self.text.startswith("[[", position) else 1
        parts, end = self._key(position + width)
        node = self.root
        for part, key in parts[:-1]:
            node = _last_item(node.child(part, key))
        node = named = node.child(*parts[-1])
        if width > 1:
            node = node.child(len(node.children or ()), position)
        if node.value < 0:
            node.value = position
        self.table = node
        self.last = Pair(named, parts[0][1], end)
        return end + width

    def _statement(self, position: int) -> int:
        pair, position = self._pair(self.table, position)
        return self._value(pair, position)

    def _value(self, pair: Pair, position: int) -> int:
        """Read one value with all that it holds; give the offset after it."""
        opened: list[_Opened] = []
        while True:
            pair.node.value = position
            if (bracket := self.text[position]) in "[{":
                opened.append(_Opened(pair, "]" if bracket == "[" else "}"))
                position = self._skip(position + 1)
            else:
                position = _end(_SCALAR, self.text, position)
                self.last = pair
            position = self._close(opened, position)
            if not opened:
                return position
            pair, position = self._next(opened[-1], position)

    def _close(self, opened: list[_Opened], position: int) -> int:
        """Go past what closes here, up to the next value of what stays open."""
        while opened:
            position = self._skip(position)
            if self.text[position] == ",":
                position = self._skip(position + 1)
            if self.text[position] != opened[-1].closer:
                break
            self.last = opened.pop().pair
            position += 1
        return position

    def _next(self, container: _Opened, position: int) -> tuple[Pair, int]:
        node = container.pair.node
        if container.closer == "}":
            return self._pair(node, position)
        container.count += 1
        return Pair(node.child(container.count - 1, position), position, position), position

    def _pair(self, node: Node, position: int) -> tuple[Pair, int]:
        """Read ``a.b =``; give the pair and the offset of its value."""
        parts, end = self._key(position)
        for part, key in parts:
            node = node.child(part, key)
        return Pair(node, position, end), _end(_SPACE, self.text, end + 1)

    def _key(self, position: int) -> tuple[list[tuple[str, int]], int]:
        parts: list[tuple[str, int]] = []
        while True:
            found = _match(_KEY_PART, self.text, position)
            parts.append((_unquoted(found[1]), found.start(1)))
            position = found.end()
            if self.text[position] != ".":
                return parts, position
            position += 1

    def _skip(self, position: int) -> int:
        return _end(_BLANK, self.text, position)


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    return _match(pattern, text, position).end()


def _match(pattern: re.Pattern[str], text: str, position: int) -> re.Match[str]:
    found = pattern.match(text, position)
    if found is None:
        raise IndexError(position)
    return found


def _last_item(node: Node) -> Node:
    # Only a repeated table has numbered children when a title goes through it.
    children = node.children or {}
    return children[len(children) - 1] if 0 in children else node


def _unquoted(name: str) -> str:
    match name[0]:
        case "'":
            return name[1:-1]
        case '"' if "\\" in name:
            return str(tomllib.loads(f"name = {name}")["name"])
        case '"':
            return name[1:-1]
        case _:
            return name
