"""What the detailed converter raised, as located French sentences."""

from collections.abc import Iterator

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from zest.model.identifiers import clip
from zest.structuring.refusals import WrongType
from zest.structuring.spelling import suggest

GUESSED = 1_000
"""Unknown keys of one table whose meaning is guessed: beyond, they are misspelt by no hand."""

KeyPath = tuple[str | int, ...]


@attrs.frozen(kw_only=True)
class Misfitting:
    """One thing that does not fit, as found.

    Attributes:
        path: keys and indices from the root.
        message: French sentence.
        kind: ``"unknown-key"``, ``"missing-key"``, ``"wrong-type"`` or ``"malformed"``.
    """

    path: KeyPath
    message: str
    kind: str


def misfits(error: BaseException, raw: object, at: KeyPath = ()) -> Iterator[Misfitting]:
    """Walk the exceptions that the detailed converter gathered; yield one located sentence each."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            yield from misfits(inner, _below(raw, inner), (*at, *_step(inner)))
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from _unknown_keys(error, at)
    elif isinstance(error, KeyError):
        yield Misfitting(path=at, message=f"Il manque la clé « {error.args[0]} ».", kind="missing-key")
    elif isinstance(error, WrongType):
        yield Misfitting(path=at, message=str(error), kind="wrong-type")
    elif isinstance(error, ValueError):
        yield Misfitting(path=at, message=str(error), kind="malformed")
    else:
        raise error


def _step(error: BaseException) -> KeyPath:
    notes = (n for n in getattr(error, "__notes__", ()) if isinstance(n, _NOTES))
    steps = [note.name if isinstance(note, AttributeValidationNote) else note.index for note in notes]
    return tuple(steps[:1])


_NOTES = (AttributeValidationNote, IterableValidationNote)


def _below(raw: object, error: BaseException) -> object:
    for step in _step(error):
        raw = raw.get(step) if isinstance(raw, dict) else raw
    return raw


def _unknown_keys(error: ForbiddenExtraKeysError, at: KeyPath) -> Iterator[Misfitting]:
    known = [a.name for a in attrs.fields(error.cl) if not a.metadata.get("omit")]
    for rank, key in enumerate(sorted(error.extra_fields)):
        words = f"La clé {clip(key)} n'est pas connue ici{suggest(key, known) if rank < GUESSED else '.'}"
        yield Misfitting(path=(*at, key), message=words, kind="unknown-key")
