"""Where a field of a document is written in the dossier."""

from collections.abc import Sequence
from typing import Any

from zest.documents.document import Subject
from zest.findings import Place
from zest.model.dossier import KeyPath


def place_of(field: str, subject: Subject) -> Place:
    """Return the place of a field that a document shows; empty where the dossier has none for it.

    Args:
        field: key of the value in the document's data, « structure.email », « structures.3.name » or « structures ».
        subject: what the document is made from.
    """
    path = _path(field.split("."), subject)
    return subject.dossier.sources.place(path) if path else Place()


def _path(steps: Sequence[str], subject: Subject) -> KeyPath:
    dossier = subject.dossier
    match steps:
        case ["collective", name]:
            return ("collective", name)
        case [("structures" | "jobs" | "commitments") as name]:
            return ("offers", rank_of(dossier.offers, subject.offer), name)
        case ["structure", name] if subject.structure:
            return ("structures", rank_of(dossier.structures, subject.structure), name)
        case ["structures", number, name]:
            return (
                "structures",
                rank_of(dossier.structures, dossier.carriers(subject.offer)[int(number)]),
                name,
            )
        case _:
            return ()


def rank_of(items: Sequence[Any], wanted: Any) -> int:
    """Return the rank of an object itself, not of its equal.

    Raises:
        StopIteration: it is not there.
    """
    return next(rank for rank, one in enumerate(items) if one is wanted)
