"""The sheets of a workbook and their columns, read off the model: a field added there needs no line here."""

import functools
from collections.abc import Iterator
from typing import Any

import attrs

from zest.console.helping import field_title, field_words, plain_type, title, words
from zest.model.dossier import Dossier

NUMBER = "N°"
"""Title of the column by which other sheets cite a row that has no key."""


@attrs.frozen(kw_only=True)
class Column:
    """One column of a sheet.

    Attributes:
        path: attributes that lead to the value, from the object of the row.
        title: French, unique in its sheet.
        words: French sentences: what to write.
        kind: type of one value.
        several: whether a cell holds a list of them.
        default: what a blank cell means; ``attrs.NOTHING`` when it must be filled.
        optional: whether « not told » is another thing than an empty text or list.
    """

    path: tuple[str, ...]
    title: str
    words: str
    kind: Any
    several: bool
    default: Any
    optional: bool

    @property
    def required(self) -> bool:
        """Whether an object without it means nothing."""
        # Below an object that may be absent, nothing is required of the row.
        return self.default is attrs.NOTHING and len(self.path) == 1


@attrs.frozen(kw_only=True)
class Sheet:
    """One sheet.

    Attributes:
        title: French, at most 31 signs.
        words: French sentences: what a row is.
        kind: class of the objects, one a row.
        path: attributes that lead to its objects from the dossier.
        columns: those of its objects; the column that names the row above, if any, stands before them.
        single: whether the dossier has at most one such object.
        parent: sheet of the objects that these belong to; ``None`` below the dossier or below its only object.
        numbered: whether its rows have a number, for others to cite.
        optional: whether « not told » is another thing than « there is none ».
    """

    title: str
    words: str
    kind: Any
    path: tuple[str, ...]
    columns: tuple[Column, ...]
    single: bool
    parent: "Sheet | None"
    numbered: bool
    optional: bool

    @property
    def ahead(self) -> int:
        """Number of columns before those of the objects."""
        return (self.parent is not None) + self.numbered

    @property
    def keyed(self) -> bool:
        """Whether its objects have a key."""
        return "key" in attrs.fields_dict(self.kind)


@functools.cache
def sheets() -> tuple[Sheet, ...]:
    """Return every sheet, in the order of a workbook: a sheet comes after the one that it belongs to."""
    return tuple(_below(Dossier, (), None))


def _below(kind: Any, path: tuple[str, ...], parent: Sheet | None) -> Iterator[Sheet]:
    for field in _told(kind):
        inner, several = plain_type(field.type)
        if not attrs.has(inner) or (parent is not None and not several):
            continue
        made = _sheet(inner, (*path, field.name), parent, field, single=not several)
        yield made
        yield from _below(inner, made.path, made)


def _sheet(
    kind: Any, path: tuple[str, ...], parent: Sheet | None, field: "attrs.Attribute[Any]", *, single: bool
) -> Sheet:
    has_below = any(_is_list_of_objects(one) for one in _told(kind))
    return Sheet(
        title=title(kind),
        words=words(kind),
        kind=kind,
        path=path,
        columns=tuple(_columns(kind)),
        single=single,
        parent=None if parent is None or parent.single else parent,
        numbered=has_below and not single and "key" not in attrs.fields_dict(kind),
        optional=field.default is None,
    )


def _columns(kind: Any, path: tuple[str, ...] = (), begin: str = "") -> Iterator[Column]:
    for field in _told(kind):
        inner, several = plain_type(field.type)
        name = field_title(kind, field.name)
        if attrs.has(inner):
            if not several:
                yield from _columns(inner, (*path, field.name), f"{begin}{name} – ")
            continue
        yield Column(
            path=(*path, field.name),
            title=f"{begin}{name[0].lower() if begin and name[1:2].islower() else name[0]}{name[1:]}",
            words=field_words(kind, field),
            kind=inner,
            several=several,
            default=field.default,
            optional=field.default is None,
        )


def _told(kind: Any) -> list["attrs.Attribute[Any]"]:
    return [field for field in attrs.fields(kind) if not field.metadata.get("omit")]


def _is_list_of_objects(field: "attrs.Attribute[Any]") -> bool:
    inner, several = plain_type(field.type)
    return several and attrs.has(inner)
