"""Where each key and value of a text stands, as a tree that follows the data."""

from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from zest.findings import Place

KeyPath: TypeAlias = tuple[str | int, ...]
"""Way from the root to a value: ``("structures", 3, "siret")``."""

_UNKNOWN: Final = -1


@attrs.frozen(kw_only=True)
class SyntaxFault:
    """Why a text cannot be read as data.

    Attributes:
        message: one French sentence: what is wrong and what to write instead.
        place: where.
    """

    message: str
    place: Place


class FaultError(Exception):
    """A text broke the syntax at an offset; never leaves this package, which makes it a `SyntaxFault`."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


@attrs.define
class Node:
    """One key or item: the offsets of its key and of its value, and what it holds.

    A tree rather than a table of paths: a path fifty steps long for each of a hundred thousand values
    would fill the memory.
    """

    key: int = _UNKNOWN
    value: int = _UNKNOWN
    children: "dict[str | int, Node] | None" = None

    def child(self, part: str | int, key: int = _UNKNOWN) -> "Node":
        """Give the child of that name, made on first use; the first place of a key is kept."""
        if self.children is None:
            self.children = {}
        node = self.children.get(part)
        if node is None:
            node = self.children[part] = Node(key=key)
        return node

    def offset(self, *, key: bool) -> int:
        """Offset of the value, or of the key when asked for; of the other when there is only one."""
        first, second = (self.key, self.value) if key else (self.value, self.key)
        return second if first == _UNKNOWN else first

    def descend(self, path: KeyPath) -> "Iterator[Node]":
        """Give the nodes along a path, this one left out, as far as they exist."""
        node = self
        for part in path:
            found = (node.children or {}).get(part)
            if found is None:
                return
            node = found
            yield node


def offset_of(root: Node, path: KeyPath, *, key: bool = False) -> int:
    """Offset of a path, or of its nearest ancestor; 0 for the root."""
    offset = 0
    for node in root.descend(path):
        offset = node.offset(key=key)
    return offset


def place_at(text: str, offset: int, file: str) -> Place:
    """Line and column of an offset, both from 1, columns in characters."""
    line = text.count("\n", 0, offset) + 1
    return Place(file=file, line=line, column=offset - text.rfind("\n", 0, offset))
