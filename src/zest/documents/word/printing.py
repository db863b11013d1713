"""What prints one part of a document: Jinja's text made the XML that python-docx would have written."""

import copy
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from zest.documents.document import Data
from zest.documents.word.opening import PROPERTIES

if TYPE_CHECKING:
    from jinja2 import Template

Printer: TypeAlias = Callable[[Data], bytes]
_LISTING = ("\n", "\t", "\a", "\f")
_ESCAPES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWN = 1001


def printer(template: Any, part: Any, compiled: "Template") -> Printer:
    """Return what prints a part: what docxtpl's ``render_xml_part`` does once Jinja has read it."""
    close = _closing(template, part)

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


def properties_printer(template: Any, compiled: Sequence["Template"]) -> tuple[str, Printer]:
    """Return the name of the part of properties, and what prints it.

    docxtpl escapes them, then python-docx again: « L&#39;hôtel ».
    """
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

    return str(part.partname).lstrip("/"), printed
