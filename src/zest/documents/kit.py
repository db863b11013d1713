"""A whole kit: taken stock of, made beside its place, put there at once."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from zest.console.typography import day
from zest.documents.contents import page
from zest.documents.document import Document, Format, Subject
from zest.documents.inventory import Copy, Inventory
from zest.documents.making import Made, Refused, make
from zest.documents.preparing import prepared
from zest.documents.registry import DOCUMENTS
from zest.documents.shelving import Shelf
from zest.pages.charter import COMMON

_SMALL = 40
"""Pixels per inch of a thumbnail."""


@attrs.frozen(kw_only=True)
class Outcome:
    """What became of a kit.

    Attributes:
        files: those of the kit, by path, when it was written; title, size in bytes and digest.
        fresh: how many were made this time.
        refused: why it was not written; empty when it was.
        untried: how many copies were not even tried, those of structures where what they share is refused.
    """

    files: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)
    fresh: int = 0
    refused: tuple[Refused, ...] = ()
    untried: int = 0


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
    # What may be refused for the number of structures comes first: their own copies take all the time.
    shared = [one for one in found.copies if one.subject.structure is None]
    own = [one for one in found.copies if one.subject.structure is not None]
    with shelf:
        if refused := _made(shared, formats, shelf, done):
            return Outcome(refused=refused, untried=len(own))
        if refused := _made(own, formats, shelf, done):
            return Outcome(refused=refused)
        fresh = len(shelf.entries)
        shelf.keep_others([one.title for one in DOCUMENTS])
        first = found.copies[0].subject
        charter = first.profile.charter if len(first.dossier.sectors) == 1 else COMMON
        told = page(first.dossier.name, day(as_of), charter, shelf.entries, _thumbnails(found))
        shelf.close(first.dossier.name, told)
        return Outcome(files=shelf.entries, fresh=fresh)


def _made(
    copies: Iterable[Copy], formats: Sequence[Format], shelf: Shelf, done: Callable[[int], None]
) -> tuple[Refused, ...]:
    """Put the files of some copies on a shelf, and return those that are refused."""
    refused: list[Refused] = []
    for copy in copies:
        for one in make(copy, formats):
            if isinstance(one, Made):
                shelf.add(one)
            else:
                refused.append(one)
        done(1)
    return tuple(refused)


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
