"""The walk over a dossier: every object that a rule may look at, with its path and its names."""

from collections.abc import Iterator
from typing import Any

import attrs

from zest.model.activity import Mission, Order
from zest.model.dossier import Dossier, KeyPath
from zest.model.offer import SectorOffer
from zest.model.structure import Structure
from zest.personal_data import designates

_NAMES = ("name", "title", "partner", "key", "employee", "commitment", "rule", "mission")
_KEYS = (
    "key",
    "rule",
    "commitment",
    "structure",
    "quarter",
    "title",
    "partner",
    "mission",
    "employee",
    "held_on",
    "start",
)


@attrs.frozen
class Subject:
    """One object.

    Attributes:
        value: the object.
        path: from the root of the dossier.
        names: for people, from the collective down.
        identity: for machines, the same when the file is re-ordered.
        sectors: slugs of the sectors whose rules may judge it.
    """

    value: Any
    path: KeyPath
    names: tuple[str, ...]
    identity: tuple[str, ...]
    sectors: tuple[str, ...] = ()


def subjects(dossier: Dossier) -> Iterator[Subject]:
    """Yield the dossier itself and every object of its collections, in the order of the file."""
    root = (dossier.name,)
    yield Subject(dossier, (), root, (), dossier.sectors)
    for field in attrs.fields(Dossier):
        value = getattr(dossier, field.name)
        if isinstance(value, tuple) and not field.metadata.get("omit"):
            for rank, item in enumerate(value):
                yield _subject(dossier, item, (field.name, rank), root)
        elif attrs.has(type(value)) and not field.metadata.get("omit"):
            names = root if field.name == "collective" else (*root, "parcours")
            yield Subject(value, (field.name,), names, (field.name,), dossier.sectors)


def _subject(dossier: Dossier, item: Any, path: KeyPath, root: tuple[str, ...]) -> Subject:
    label = next((_label(n, v) for n in _NAMES if (v := getattr(item, n, ""))), str(path[0]))
    keys = (str(getattr(item, n)) for n in _KEYS if getattr(item, n, None))
    return Subject(item, path, (*root, label), (str(path[0]), *keys), tuple(_sectors(dossier, item)))


def _label(field: str, value: object) -> str:
    # A reference that names a person is at fault, and no finding repeats it.
    return "référence masquée" if field == "employee" and designates(str(value)) else str(value)


def _sectors(dossier: Dossier, item: Any) -> Iterator[str]:
    if isinstance(item, SectorOffer):
        yield item.sector or ""
    elif isinstance(item, Mission | Order):
        offer = dossier.offer(item.offer)
        yield (offer.sector or "") if offer else ""
    elif isinstance(item, Structure):
        yield from (offer.sector or "" for offer in dossier.offers if dossier.carries(item, offer))
    else:
        yield from dossier.sectors
