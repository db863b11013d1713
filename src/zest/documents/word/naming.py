"""The fields that a model names, held against those that its document has."""

import difflib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from zest.documents.word.fields import Shape

LOOP = MappingProxyType({"index": "", "first": "", "last": "", "length": ""})
"""What Jinja says of a loop."""


@attrs.frozen
class Scope:
    """What names mean at a place of a model.

    Attributes:
        shape: the fields known there, with those that loops give.
        names: path of what the name of a loop stands for.
        used: every path that is named, filled on the way.
    """

    shape: Mapping[str, Shape]
    used: set[str]
    names: Mapping[str, str] = attrs.field(factory=dict)

    def within(self, name: str, shape: Shape, path: str) -> "Scope":
        """Return the scope inside a loop."""
        return Scope({**self.shape, name: shape}, self.used, {**self.names, name: path})

    def resolved(self, node: Any) -> tuple[Shape | None, str]:
        """Return the shape that an expression names, or ``None``, and its path."""
        kind = type(node).__name__
        if kind == "Name":
            return self.shape.get(node.name), self.names.get(node.name) or str(node.name)
        if kind == "Getattr":
            inner, path = self.resolved(node.node)
            return (inner.get(node.attr) if isinstance(inner, dict) else None), f"{path}.{node.attr}"
        if kind == "Getitem":
            inner, path = self.resolved(node.node)
            return (inner[0] if isinstance(inner, list) else None), f"{path}[]"
        return None, ""


def unknown(node: Any, scope: Scope) -> Iterator[tuple[int, str]]:
    """Yield the line of each field that no data have, and a French sentence."""
    kind = type(node).__name__
    if kind == "For":
        yield from _loop(node, scope)
    elif kind in ("Name", "Getattr", "Getitem"):
        inner, path = scope.resolved(node)
        if inner is None:
            yield node.lineno, _words(node, scope, path)
        else:
            scope.used.add(path.replace("[]", ""))
    else:
        for child in node.iter_child_nodes():
            yield from unknown(child, scope)


def _loop(node: Any, scope: Scope) -> Iterator[tuple[int, str]]:
    yield from unknown(node.iter, scope)
    inner, path = scope.resolved(node.iter)
    if path and not isinstance(inner, list):
        yield node.lineno, f"« {path} » n'est pas une liste : une boucle en demande une."
    own = scope.within(node.target.name, inner[0] if isinstance(inner, list) else "", f"{path}[]")
    for child in (*node.body, *node.else_):
        yield from unknown(child, own)


def _words(node: Any, scope: Scope, path: str) -> str:
    """Say that a field is unknown, with the nearest known one; of ``a.b`` it is ``a`` where that is none already."""
    inside = type(node).__name__ == "Getattr"
    known, before = scope.resolved(node.node) if inside else (scope.shape, "")
    if known is None:
        return _words(node.node, scope, before)
    own = path.rpartition(".")[2]
    near = difflib.get_close_matches(own, list(known) if isinstance(known, Mapping) else [], n=1)
    shown = f"{before}.{near[0]}" if before and near else "".join(near)
    hint = f" : vouliez-vous dire « {shown} » ?" if shown and not path.endswith("[]") else "."
    return f"Le champ « {path} » n'existe pas dans ce document{hint}"
