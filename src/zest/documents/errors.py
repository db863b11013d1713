"""What a document is refused for: told whole, with its place and its cure, before anything is written."""

import attrs

from zest.errors import ZestError


class KitError(ZestError):
    """You asked for documents that cannot be made of this dossier; the message tells which value, where, and why."""


@attrs.frozen
class Overflow(Exception):  # never leaves the package
    """A text is too long for its zone.

    Attributes:
        zone: French name of the zone.
        field: key of the value in the document's data.
        measured: height that the text takes, in millimetres.
        limit: height of the zone, in millimetres.
    """

    zone: str
    field: str
    measured: float
    limit: float


@attrs.frozen
class Unprintable(Exception):  # idem
    """A sign that no font of the kit has.

    Attributes:
        sign: the characters.
    """

    sign: str


@attrs.frozen
class Unfit(Exception):
    """A value that a format cannot carry.

    Attributes:
        field: key of the value in the document's data.
        words: French; what is wrong with it.
    """

    field: str
    words: str


def unbroken(word: str, measured: float, zone: str, limit: float) -> str:
    """Say in French that a word has no place where a line may break, beside its width and that of its zone."""
    shown = word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"
    return (
        f"a un mot sans coupure, « {shown} », trop large pour la zone « {zone} » :"
        f" {measured:.0f} mm, et {limit:.0f} au plus"
    )


_SHOWN = 24
