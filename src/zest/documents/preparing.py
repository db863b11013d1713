"""From facts to what is printed: every text looked at once, set as a printer sets it, and nothing else changed."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from zest.documents.document import Data
from zest.documents.words import typeset

Steps = tuple[str | int, ...]
LONGEST = 4_000
"""Signs that one text of a document may have."""
_RAW = frozenset(
    {"key", "slug", "email", "website", "logo", "logo_file", "date", "family", "idcc", "edition"}
)
"""Fields that are addresses or names of things, not sentences."""
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def prepared(data: Data) -> Data:
    """Return the data of a document with French typography applied to every sentence."""
    made: Data = _walk(data, "")
    return made


def _walk(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: _walk(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_walk(one, name) for one in value]
    if isinstance(value, str):
        clean = unicodedata.normalize("NFC", value)
        return clean if name in _RAW else typeset(clean)
    return value


def texts_of(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Yield each text of the data with its path."""
    if isinstance(data, dict):
        for key, one in data.items():
            yield from texts_of(one, (*path, key))
    elif isinstance(data, list):
        for rank, one in enumerate(data):
            yield from texts_of(one, (*path, rank))
    elif isinstance(data, str):
        yield path, data


def trouble(text: str) -> str:
    """Say in French why a text may not be printed; empty when it may."""
    if found := _HIDDEN.search(text):
        return f"contient un caractère invisible (U+{ord(found[0]):04X}) : retapez le texte sans lui"
    if len(text) > LONGEST:
        return f"a {len(text)} signes, et {LONGEST} au plus tiennent dans un document : raccourcissez-le"
    return ""
