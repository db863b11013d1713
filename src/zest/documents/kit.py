"""A whole kit: taken stock of, made beside its place, put there at once."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from zest.console.typography import day
from zest.documents.contents import page
from zest.documents.document import Document, Format, Subject
from zest.documents.inventory import Inventory
from zest.documents.making import Made, Refused, make
from zest.documents.preparing import prepared
from zest.documents.registry import DOCUMENTS
from zest.documents.shelving import Shelf

_SMALL = 40
"""Pixels per inch of a thumbnail."""


@attrs.frozen(kw_only=True)
class Outcome:
    """What became of a kit.

    Attributes:
        files: those of the kit, by path, when it was written; title, size in bytes and digest.
        fresh: how many were made this time.
        refused: why it was not written; empty when it was.
    """

    files: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)
    fresh: int = 0
    refused: tuple[Refused, ...] = ()


def write(
    found: Inventory, formats: Sequence[Format], shelf: Shelf, done: Callable[[int], None], as_of: dt.date
) -> Outcome:
    """Make every copy of an inventory that lacks nothing, and put the kit in place; all of it, or nothing.

    Args:
        found: the inventory.
        formats: those wanted, of those that each document has.
        shelf: where.
        done: told each time that one copy is made.
        as_of: the day of the kit.

    Raises:
        MissingExtraError: the library of a format is not installed.
        OSError: the system refuses to write; what was there is untouched.
    """
    refused: list[Refused] = []
    with shelf:
        for copy in found.copies:
            for one in make(copy, formats):
                if isinstance(one, Made):
                    shelf.add(one)
                else:
                    refused.append(one)
            done(1)
        if refused:
            return Outcome(refused=tuple(refused))
        fresh = len(shelf.entries)
        shelf.keep_others([one.title for one in DOCUMENTS])
        first = found.copies[0].subject
        told = page(first.dossier.name, day(as_of), first.profile.charter, shelf.entries, _thumbnails(found))
        shelf.close(first.dossier.name, told)
        return Outcome(files=shelf.entries, fresh=fresh)


def _thumbnails(found: Inventory) -> dict[str, bytes]:
    """Return the first page of the first copy of each document that has an image."""
    made: dict[str, bytes] = {}
    for copy in found.copies:
        if copy.document.title not in made and Format.PNG in copy.document.renderers:
            made[copy.document.title] = thumbnail(copy.document, copy.subject)
    return made


def thumbnail(document: Document, subject: Subject) -> bytes:
    """Return a small image of the first page of a document."""
    data = prepared(document.facts(subject)) | {"ppi": _SMALL}
    pages = document.renderers[Format.PNG](data, subject.profile.charter)
    return pages if isinstance(pages, bytes) else pages[0]
