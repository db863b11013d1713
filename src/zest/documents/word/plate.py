"""A model made ready once, from which documents are printed: its parts compiled, what never changes packed already.

docxtpl opens, patches, parses and packs the whole model again for each document. Its own pieces are used here, each of
them when it is needed: what patches a part and what is handed to Jinja once a model, what mends tables once a document.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from zest.documents.document import Data
from zest.documents.ooxml.packing import packed, packed_on, unpacked
from zest.documents.word.grammar import cleaned, environment, parsed
from zest.documents.word.opening import Source, opened, sources
from zest.documents.word.printing import Printer, printer, properties_printer

if TYPE_CHECKING:
    from jinja2 import Template

_TAGS = ("{{", "{%", "{#")


@attrs.frozen
class _Piece:
    """One part: its name, what prints it, and whether it holds a tag."""

    name: str
    print: Printer
    tagged: bool


class Plate:
    """A model from which documents are printed; the same data give the same bytes."""

    def __init__(self, model: bytes, *, trusted: bool, finish: Callable[[bytes], bytes] = bytes) -> None:
        """Compile a model.

        Args:
            model: a Word file.
            trusted: whether zest built it: its language is not looked at.
            finish: what is done to each part at last.

        Raises:
            MissingExtraError: docxtpl is not installed.
            Refusal: the model says what its language does not have.
        """
        template = opened(model)
        # Two relations may lead to one part.
        pieces = {one.name: one for one in _pieces(template, list(sources(template)), trusted=trusted)}
        self._finish = finish
        self._pieces: Sequence[_Piece] = [one for one in pieces.values() if one.tagged]
        still = {name: one.print({}) for name, one in pieces.items() if not one.tagged}
        changing = {one.name for one in self._pieces}
        kept = {name: part for name, part in _saved(template).items() if name not in changing}
        self._still: bytes = packed({name: finish(part) for name, part in (kept | still).items()})

    def printed(self, data: Data) -> bytes:
        """Return a document.

        Raises:
            jinja2.UndefinedError: the data lack a field of the model.
        """
        told = cleaned(data)
        return packed_on(self._still, {one.name: self._finish(one.print(told)) for one in self._pieces})


def _saved(template: Any) -> dict[str, bytes]:
    out = io.BytesIO()
    template.save(out)
    return unpacked(out.getvalue())


def _pieces(template: Any, given: Sequence[Source], *, trusted: bool) -> Iterator[_Piece]:
    parts, properties = environment(), environment(escaping=False)
    told: list[Template] = []
    for one in given:
        within = parts if one.holder else properties
        compiled = within.from_string(one.text if trusted else parsed(one.text))
        if one.holder:
            yield _Piece(one.part, printer(template, one.holder, compiled), _tagged(one))
        else:
            told.append(compiled)
    name, printed = properties_printer(template, told)
    yield _Piece(name, printed, any(_tagged(one) for one in given if not one.holder))


def _tagged(source: Source) -> bool:
    return any(one in source.text for one in _TAGS)
