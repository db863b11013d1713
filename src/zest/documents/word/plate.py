"""A model made ready once, from which documents are printed: its parts compiled, what never changes packed already.

docxtpl opens, patches, parses and packs the whole model again for each document. Its own pieces are used here, each of
them when it is needed: what patches a part and what is handed to Jinja once a model, what mends tables once a document.
"""

import copy
import io
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from zest.documents.document import Data
from zest.documents.ooxml.packing import packed, packed_on, unpacked
from zest.documents.word.grammar import cleaned, environment, parsed
from zest.documents.word.opening import PROPERTIES, Source, opened, sources

if TYPE_CHECKING:
    from jinja2 import Template

Piece = tuple[str, Callable[[Data], bytes]]
"""Name of a part, and what gives its bytes."""
_TAGS = ("{{", "{%", "{#")
_LISTING = ("\n", "\t", "\a", "\f")
_ESCAPES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWN = 1001


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
        given = list(sources(template))
        pieces = {name: (tagged, piece) for name, tagged, piece in _pieces(template, given, trusted=trusted)}
        self._finish = finish
        self._pieces: Sequence[Piece] = [(name, one) for name, (tagged, one) in pieces.items() if tagged]
        still = {name: one({}) for name, (tagged, one) in pieces.items() if not tagged}
        kept = {name: part for name, part in _saved(template).items() if name not in dict(self._pieces)}
        self._still: bytes = packed({name: finish(part) for name, part in (kept | still).items()})

    def printed(self, data: Data) -> bytes:
        """Return a document.

        Raises:
            jinja2.UndefinedError: the data lack a field of the model.
        """
        told = cleaned(data)
        return packed_on(self._still, {name: self._finish(piece(told)) for name, piece in self._pieces})


def _saved(template: Any) -> dict[str, bytes]:
    out = io.BytesIO()
    template.save(out)
    return unpacked(out.getvalue())


def _pieces(
    template: Any, given: Sequence[Source], *, trusted: bool
) -> Iterator[tuple[str, bool, Callable[[Data], bytes]]]:
    """Yield the name of each part, whether it holds a tag, and what prints it."""
    parts, properties = environment(), environment(escaping=False)
    told: list[Template] = []
    for one in given:
        within = parts if one.holder else properties
        compiled = within.from_string(one.text if trusted else parsed(one.text))
        if one.holder:
            yield one.part, _tagged(one.text), _printer(template, compiled, _closing(template, one.holder))
        else:
            told.append(compiled)
    tagged = any(_tagged(one.text) for one in given if not one.holder)
    yield _core(template, told, tagged=tagged)


def _tagged(text: str) -> bool:
    return any(one in text for one in _TAGS)


def _printer(template: Any, compiled: "Template", close: Callable[[str], bytes]) -> Callable[[Data], bytes]:
    """Return what docxtpl's ``render_xml_part`` does once Jinja has read a part."""

    def printed(data: Data) -> bytes:
        made = compiled.render(data).replace("\n<w:p", "<w:p")
        for written, meant in _ESCAPES:
            made = made.replace(written, meant)
        return close(template.resolve_listing(made) if any(one in made for one in _LISTING) else made)

    return printed


def _closing(template: Any, part: Any) -> Callable[[str], bytes]:
    """Return what makes the bytes of a part of its rendered XML."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    if part is template.docx.part:
        return _body(template)
    if hasattr(part, "element"):
        return lambda xml: serialize_part_xml(parse_xml(xml.encode()))
    return str.encode


def _body(template: Any) -> Callable[[str], bytes]:
    from docx.opc.oxml import serialize_part_xml

    frame = copy.deepcopy(template.docx.element)
    place = frame.index(frame.body)
    frame.remove(frame.body)

    def closed(xml: str) -> bytes:
        tree = template.fix_tables(xml)
        for number, drawn in enumerate(tree.iter(_DRAWN), _FIRST_DRAWN):
            drawn.set("id", str(number))
        root = copy.deepcopy(frame)
        root.insert(place, tree)
        return serialize_part_xml(root)

    return closed


def _core(
    template: Any, compiled: Sequence["Template"], *, tagged: bool
) -> tuple[str, bool, Callable[[Data], bytes]]:
    """Return what prints the properties; docxtpl escapes them, then python-docx again: « L&#39;hôtel »."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.coreprops import CoreProperties
    from docx.opc.oxml import serialize_part_xml

    part = template.docx.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)

    def printed(data: Data) -> bytes:
        root = copy.deepcopy(part.element)
        told = CoreProperties(root)
        for name, one in zip(PROPERTIES, compiled, strict=True):
            setattr(told, name, one.render(data))
        return serialize_part_xml(root)

    return str(part.partname).lstrip("/"), tagged, printed
