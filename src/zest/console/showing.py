"""An object as a tree of names and values, each with its place when asked for."""

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from zest.console.blocks import Block, Grid, Line, Prose, text
from zest.console.typography import count, day, number
from zest.errors import UnreadableFileError
from zest.model.dossier import KeyPath, Sources
from zest.structuring import suggest


def follow(root: Any, path: str, what: str) -> tuple[Any, KeyPath]:
    """Walk from ``root`` along a dotted path of attributes, ranks and keys.

    Raises:
        UnreadableFileError: a step leads nowhere; the message names what is there.
    """
    value: Any = root
    taken: KeyPath = ()
    for step in filter(None, path.replace("/", ".").split(".")):
        known = steps(value)
        if step not in known:
            raise UnreadableFileError(f"« {step} » n'est pas dans {what}{suggest(step, known)}")
        value, taken = known[step][0], (*taken, known[step][1])
    return value, taken


def steps(value: Any) -> Mapping[str, tuple[Any, str | int]]:
    """Return what may follow: by attribute, by key, by rank, or by the key of an object in a list."""
    if isinstance(value, Mapping):
        return {str(key): (value[key], str(key)) for key in value}
    if attrs.has(type(value)):
        names = [f.name for f in attrs.fields(type(value)) if not f.metadata.get("omit")]
        return {name: (getattr(value, name), name) for name in names}
    if isinstance(value, tuple):
        ranked = {str(rank): (item, rank) for rank, item in enumerate(value)}
        return ranked | {
            item.key: (item, rank) for rank, item in enumerate(value) if getattr(item, "key", "")
        }
    return {}


def show_blocks(value: Any, path: KeyPath, name: str, origin: Sources | str | None) -> Iterator[Block]:
    """Yield a title, then one line for each value told; what was not told is left out."""
    yield Prose(text(name, "strong"), indent=0)
    rows = tuple(_rows(value, path, 0, origin))
    yield Grid(rows=rows, flexible=1) if rows else Prose(text(said(value)))


def _rows(value: Any, path: KeyPath, depth: int, origin: Sources | str | None) -> Iterator[tuple[Line, ...]]:
    for name, (item, step) in _told(value):
        below = (*path, step)
        if _is_tree(item):
            yield _row(
                name,
                count(len(item), "élément") if isinstance(item, tuple | Mapping) else "",
                below,
                depth,
                origin,
            )
            if depth < _DEPTH:
                yield from _rows(item, below, depth + 1, origin)
        else:
            yield _row(name, said(item), below, depth, origin)


_DEPTH = 2


def _told(value: Any) -> Iterator[tuple[str, tuple[Any, str | int]]]:
    for name, (item, step) in steps(value).items():
        by_key = isinstance(value, tuple) and not name.isdigit()
        if item not in (None, "", ()) and not by_key:
            yield getattr(item, "key", "") or name if isinstance(value, tuple) else name, (item, step)


def _is_tree(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(attrs.has(type(item)) for item in value)
    return attrs.has(type(value)) or isinstance(value, Mapping)


def _row(name: str, words: str, path: KeyPath, depth: int, origin: Sources | str | None) -> tuple[Line, ...]:
    row = (text("  " * depth + name, "code"), text(words))
    return (*row, text(_origin(path, origin), "dim")) if origin is not None else row


def _origin(path: KeyPath, origin: Sources | str) -> str:
    """Say where a value was written; a key that stands nowhere has the place of what it is in."""
    if isinstance(origin, str):
        return origin
    place = origin.place(path, key=True)
    return "par défaut" if place == origin.place(path[:-1], key=True) else str(place)


def said(value: Any) -> str:
    """Say one value."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, enum.Enum):
        label = getattr(value, "label", "")
        return f"{value.value} ({label})" if label else str(value.value)
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return day(value)
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, tuple):
        return ", ".join(said(item) for item in value)
    return " ".join(str(value).split())
