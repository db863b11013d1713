"""A strict subset of YAML 1.2, with places, in one pass over the parser's events.

PyYAML's own loaders follow YAML 1.1 (``no`` is false, ``012`` is ten), silently keep the last of two
equal keys, expand aliases without end, and crash on deep texts. Events are flat: what is open stands on
a list here, and whatever is not plain data is refused as soon as it is seen. ``null`` stays ``None``.
"""

import re
from typing import Any, Final

import attrs
import yaml

from zest.io.guards import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY
from zest.io.hints import clipped
from zest.io.places import FaultError, Node
from zest.io.yaml_scalars import plain

# The parser compares each directive with all those before it: some tens of thousands would hang it.
_DIRECTIVE: Final = re.compile(r"^%", re.MULTILINE)

_FAST: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def build(text: str, loader: Any = _FAST) -> tuple[Any, Node]:
    """Give the data and the places of a YAML text.

    Args:
        text: a text that `check_text` accepted: the parser's reader has nothing left to refuse.
        loader: a PyYAML loader; by default the compiled one where there is one.

    Raises:
        FaultError: The text breaks the syntax, or uses what the subset leaves out.
    """
    if found := _DIRECTIVE.search(text):
        raise FaultError("Une directive YAML (%) n'est pas acceptée ; ôtez la ligne.", found.start())
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        from zest.io import yaml_faults

        raise yaml_faults.explain(error, text) from None
    return builder.data, builder.root


@attrs.define
class _Opened:
    """A list or a table that is not closed yet, and the key that waits for its value."""

    data: dict[str, Any] | list[Any]
    node: Node
    key: str | None = None


class _Builder:
    def __init__(self) -> None:
        self.data: Any = None
        self.root = Node(value=0)
        self._opened: list[_Opened] = []
        self._documents = 0
        self._values = 0

    def take(self, event: yaml.Event) -> None:
        offset = _offset(event)
        if isinstance(event, yaml.NodeEvent):
            _require_plain(event, offset)
        match event:
            case yaml.DocumentStartEvent():
                self._document(offset)
            case yaml.MappingStartEvent():
                self._open({}, offset)
            case yaml.SequenceStartEvent():
                self._open([], offset)
            case yaml.CollectionEndEvent():
                self._opened.pop()
            case yaml.ScalarEvent() if self._wants_key():
                self._key(event, offset)
            case yaml.ScalarEvent():
                self._attach(_value(event, offset), offset)
            case _:
                pass

    def _document(self, offset: int) -> None:
        self._documents += 1
        if self._documents > 1:
            raise FaultError("Un fichier ne contient qu'un document YAML ; ôtez le second « --- ».", offset)

    def _wants_key(self) -> bool:
        return bool(self._opened) and isinstance(self._opened[-1].data, dict) and self._opened[-1].key is None

    def _open(self, data: dict[str, Any] | list[Any], offset: int) -> None:
        if self._wants_key():
            raise FaultError("Une clé est un simple nom ; ni une liste ni une table.", offset)
        if len(self._opened) >= MAX_DEPTH:
            raise FaultError(TOO_DEEP, offset)
        self._opened.append(_Opened(data, self._attach(data, offset)))

    def _key(self, event: yaml.ScalarEvent, offset: int) -> None:
        container, name = self._opened[-1], event.value
        if name == "<<" and not event.style:
            raise FaultError("La fusion de tables (<<) n'est pas acceptée ; recopiez les clés.", offset)
        node = container.node.child(name, offset)
        if node.key < offset:
            raise FaultError(
                f"La clé « {clipped(name)} » est donnée deux fois ; gardez une seule des deux.", offset
            )
        container.key = name

    def _attach(self, value: Any, offset: int) -> Node:
        """Put a value where it belongs, and give its node."""
        self._values += 1
        if self._values > MAX_NODES:
            raise FaultError(TOO_MANY, offset)
        node = self._place(value, offset)
        node.value = offset
        return node

    def _place(self, value: Any, offset: int) -> Node:
        if not self._opened:
            self.data = value
            return self.root
        container = self._opened[-1]
        if isinstance(container.data, list):
            container.data.append(value)
            return container.node.child(len(container.data) - 1, offset)
        name, container.key = str(container.key), None
        container.data[name] = value
        return container.node.child(name)


def _require_plain(event: yaml.NodeEvent, offset: int) -> None:
    if event.anchor is not None:
        raise FaultError("Les ancres (&) et les alias (*) ne sont pas acceptés ; recopiez la valeur.", offset)
    if getattr(event, "tag", None) is not None:
        raise FaultError("Les étiquettes de type (!) ne sont pas acceptées ; ôtez-la.", offset)


def _value(event: yaml.ScalarEvent, offset: int) -> Any:
    # A plain scalar has the style "" under libyaml and None under the Python parser.
    if event.style:
        return event.value
    try:
        return plain(event.value)
    except ValueError:
        raise FaultError(
            "Cette date n'existe pas ; vérifiez l'année, le mois et le jour, "
            "ou mettez-la entre guillemets si c'est un texte.",
            offset,
        ) from None


def _offset(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0
