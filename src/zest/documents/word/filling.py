"""A model filled: docxtpl does the work, in the closed language of ``grammar`` and with plain data only."""

import functools
import re

from zest.documents.document import Data
from zest.documents.ooxml.packing import packed, unpacked
from zest.documents.word.opening import require
from zest.documents.word.plate import Plate


def fill(model: bytes, data: Data, *, trusted: bool = True) -> bytes:
    """Return the document that a model gives with some data; the same input gives the same bytes.

    Args:
        model: a Word file; one that zest did not build was looked at by ``guard`` before.
        data: JSON values.
        trusted: whether zest built the model: its language is not looked at.

    Raises:
        MissingExtraError: docxtpl is not installed.
        Refusal: the model says what its language does not have.
        jinja2.UndefinedError: the data lack a field of the model.
    """
    require()
    return (_ours(model) if trusted else _foreign(model)).printed(data)


@functools.lru_cache(maxsize=64)
def _ours(model: bytes) -> Plate:
    """Return the plate of a model of zest, made without its faces and drawings, in which no tag is.

    docxtpl reads every sign of a part seven times.
    """
    parts = unpacked(model)
    drawings: list[bytes] = []

    def marked(found: "re.Match[bytes]") -> bytes:
        drawings.append(found[0])
        return _MARK % (len(drawings) - 1)

    light = {name: _DRAWING.sub(marked, content) for name, content in parts.items()}

    def drawn(content: bytes) -> bytes:
        for rank, drawing in enumerate(drawings):
            content = content.replace(_MARK % rank, drawing)
        return content

    return Plate(packed(light), trusted=True, finish=drawn)


@functools.lru_cache(maxsize=1)
def _foreign(model: bytes) -> Plate:
    return Plate(model, trusted=False)


_DRAWING = re.compile(rb"<mc:AlternateContent>.*?</mc:AlternateContent>", re.DOTALL)
_MARK = "<w:t>\u200bzest-drawing-%d</w:t>".encode()
"""The first sign of its text is one that ``cleaned`` takes out of the data: no text of theirs is taken for a mark."""
