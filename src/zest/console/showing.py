"""An object as an aligned tree: French label, key to write, value, and where the value comes from."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from zest.console.blocks import Block, Fit, Grid, Line, Prose, Span, bare, text
from zest.console.labels import label, said
from zest.console.origins import Origins
from zest.console.typography import french
from zest.errors import UnreadableFileError
from zest.model.dossier import KeyPath
from zest.structuring import suggest

Row = tuple[Line, ...]
NAMES = ("name", "title", "label", "feminine", "statement", "partner", "acronym", "text", "reference")
"""What an object is called by, the first that it has."""


def follow(root: Any, path: str, what: str) -> tuple[Any, KeyPath]:
    """Walk from ``root`` along a path of attributes, ranks and keys: ``structures.actif``, ``jobs[0]``.

    Raises:
        UnreadableFileError: a step leads nowhere; the message names what is there.
    """
    value: Any = root
    taken: KeyPath = ()
    named = [step for step in re.split(r"[./\[\]]+", path) if step]
    if path and not named:
        raise UnreadableFileError(f"« {path} » ne nomme rien dans {what}{suggest(path, steps(root))}")
    for step in named:
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
        keyed = {item.key: (item, rank) for rank, item in enumerate(value) if getattr(item, "key", "")}
        return keyed | {str(rank): (item, rank) for rank, item in enumerate(value)}
    return {}


def show_blocks(value: Any, path: KeyPath, name: str, origins: Origins | None) -> Iterator[Block]:
    """Yield a title, then one row for each value told; what was not told is left out.

    A whole dossier or sector tells its collections in one row each, a collection its objects.
    """
    yield Prose((Span(name, "strong"), Span(f" · {called(value)}" if called(value) else "", "dim")), indent=0)
    if is_collection(value):
        rows = tuple(_listed(value, path, 0, origins))
    else:
        rows = tuple(_rows(value, path, 0, origins, whole=bool(path)))
    if not rows:
        yield Prose(text(french(NOTHING if _is_empty(value) else said(value))))
    elif origins is None:
        yield Grid(rows=rows, flexible=2)
    else:
        narrow = tuple(line for row in rows for line in _folded(row))
        yield Fit(wide=Grid(rows=rows, flexible=2), narrow=(Grid(rows=narrow, flexible=1),))


NOTHING = "rien n'y est dit"


def _is_empty(value: Any) -> bool:
    return value is None or attrs.has(type(value)) or value in ((), {}, "")


def _folded(row: Row) -> Iterator[Row]:
    """Put the key and the origin under the value."""
    name, key, value, origin = row
    if bare(value):
        yield name, value
        name = text("")
    if bare(origin):
        yield name, (*key, Span(" · ", "dim"), *origin) if bare(key) else origin


def _rows(value: Any, path: KeyPath, depth: int, origins: Origins | None, *, whole: bool) -> Iterator[Row]:
    for name, item in _told(value):
        below = (*path, name)
        if not _is_tree(item):
            yield from _value(name, item, below, depth, origins)
            continue
        yield _row(label(name), name, _summary(item), below, depth, origins)
        if not is_collection(item):
            yield from _rows(item, below, depth + 1, origins, whole=whole)
        elif whole:
            yield from _items(item, below, depth + 1, origins)


def _items(value: Any, path: KeyPath, depth: int, origins: Origins | None) -> Iterator[Row]:
    for key, item, step in _objects(value):
        below = (*path, step)
        yield _row(_title(key, item), key, "", below, depth, origins)
        yield from _rows(item, below, depth + 1, origins, whole=True)


def _listed(value: Any, path: KeyPath, depth: int, origins: Origins | None) -> Iterator[Row]:
    for key, item, step in _objects(value):
        title = _title(key, item)
        # A long name, such as a promise, tells more than any fact.
        told = _facts(item, key) if title != key else called(item) or _facts(item, key)
        yield _row(title, key, told, (*path, step), depth, origins)


def _objects(value: Any) -> Iterator[tuple[str, Any, str | int]]:
    """Yield the objects of a collection with the key that leads to them: their own, or their rank."""
    if isinstance(value, Mapping):
        yield from ((str(key), item, str(key)) for key, item in value.items())
    else:
        yield from ((getattr(item, "key", "") or str(rank), item, rank) for rank, item in enumerate(value))


def _told(value: Any) -> Iterator[tuple[str, Any]]:
    for name, (item, _) in steps(value).items():
        if item is not None and item not in ("", ()):
            yield name, item


def _value(name: str, item: Any, path: KeyPath, depth: int, origins: Origins | None) -> Iterator[Row]:
    """Yield one row, and one more for each further value of a list that is too long for it."""
    words = [said(one) for one in (item if isinstance(item, tuple) else (item,))]
    first, *others = [joined] if len(joined := ", ".join(words)) <= _SHORT else words
    yield _row(label(name), name, first, path, depth, origins)
    for other in others:
        yield _row("", "", other, path, depth, origins)


def _row(words: str, key: str, value: str, path: KeyPath, depth: int, origins: Origins | None) -> Row:
    # What has no name of its own goes by its key, told once.
    name = text("  " * depth + words, "strong" if not value else "")
    row = (name, text(key if key != words else "", "dim"), text(french(value)))
    told = origins.of(path) if origins and words else ""
    return (*row, text(told, "dim")) if origins else row


def is_collection(value: Any) -> bool:
    """Whether ``value`` holds several objects."""
    return isinstance(value, Mapping) or (isinstance(value, tuple) and any(attrs.has(type(i)) for i in value))


def _is_tree(value: Any) -> bool:
    return is_collection(value) or attrs.has(type(value))


def _summary(value: Any) -> str:
    """Name the objects of a collection, without reading those that are read one by one."""
    if not is_collection(value):
        return ""
    names = [str(key) for key in value] if isinstance(value, Mapping) else [k for k, _, _ in _objects(value)]
    if all(name.isdigit() for name in names) and not isinstance(value, Mapping):
        return f"{len(names)}, de 0 à {len(names) - 1}" if names[1:] else "1 : 0"
    return f"{len(names)} : {', '.join(names)}"


def called(value: Any) -> str:
    """Return what an object is called, empty when nothing names it."""
    if isinstance(value, tuple | Mapping):
        return ""
    return next((said(v) for name in NAMES if isinstance(v := getattr(value, name, None), str) and v), "")


def _title(key: str, item: Any) -> str:
    name = called(item)
    return name if 0 < len(name) <= _SHORT else key


def _facts(item: Any, key: str) -> str:
    """Say the first short facts of an object, besides its key and what it is called."""
    short = [
        said(value)
        for name, value in _told(item)
        if name not in ("key", *NAMES) and not _is_tree(value) and not isinstance(value, tuple | bool)
    ]
    first = [words for words in short if len(words) <= _SHORT][:_FACTS]
    return " · ".join([words for words in first if words != key])


_SHORT, _FACTS = 48, 3
