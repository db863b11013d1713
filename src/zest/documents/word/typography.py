"""French typography of what a Word model says itself: data are set when they are prepared, its own words here."""

import re

from zest.documents.ooxml.packing import packed, unpacked
from zest.documents.words import typeset

_WRITTEN = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(?=</w:t>)")
_TAGS = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")


def set_in_french(model: bytes) -> bytes:
    """Return a model whose own words have curly apostrophes and no-break spaces; its tags stay as they are."""
    parts = unpacked(model)
    for name, content in parts.items():
        if _PARTS.fullmatch(name):
            parts[name] = _WRITTEN.sub(_set, content.decode()).encode()
    return packed(parts)


def _set(found: "re.Match[str]") -> str:
    pieces = _TAGS.split(found[2])
    return found[1] + "".join(piece if rank % 2 else typeset(piece) for rank, piece in enumerate(pieces))
