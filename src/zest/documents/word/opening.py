"""A Word model opened by docxtpl: what of it is handed to Jinja, part by part."""

import datetime as dt
import importlib
import io
import re
from collections.abc import Iterator
from typing import Any

import attrs

from zest.documents.extras import require_library
from zest.documents.word.grammar import bounded

PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""Those that docxtpl renders too."""
CORE = "docProps/core.xml"
"""Part that holds them, as faults tell it."""
_NOTES = "wordprocessingml.footnotes+xml"
_STILL = dt.datetime(1980, 1, 1)  # noqa: DTZ001  # as python-docx writes it


@attrs.frozen
class Source:
    """What Jinja reads of a part: one line a paragraph.

    Attributes:
        part: its name in the file.
        text: the XML, its tags joined as docxtpl joins them.
        holder: the part itself, as python-docx has it; ``None`` for a property.
    """

    part: str
    text: str
    holder: Any = None


def require() -> None:
    """Refuse in French where docxtpl is missing.

    Raises:
        MissingExtraError: it is not installed.
    """
    require_library("docxtpl", "docxtpl", "Word", "word")


def opened(model: bytes) -> Any:
    """Return the template of a model.

    Raises:
        MissingExtraError: docxtpl is not installed.
    """
    require()
    # Without types of its own.
    made: Any = importlib.import_module("docxtpl").DocxTemplate(io.BytesIO(model))
    made.init_docx()
    package = made.docx.part.package
    if not any(one.reltype.endswith("/core-properties") for one in package.rels.values()):
        # python-docx gives such a file properties of this very second.
        made.docx.core_properties.modified = _STILL
    return made


def sources(template: Any) -> Iterator[Source]:
    """Yield each part that docxtpl renders, then each property.

    Raises:
        Refusal: a part is too large to be read.
    """
    for part, xml in _rendered(template):
        bounded(xml)
        # Word shows the end of a line within a text as a space; docxtpl would break the line there.
        joined = template.patch_xml(xml.replace("\n", " "))
        yield Source(str(part.partname).lstrip("/"), re.sub(r"<w:p([ >])", r"\n<w:p\1", joined), part)
    for name in PROPERTIES:
        value = getattr(template.docx.core_properties, name)
        bounded(value)
        yield Source(f"{CORE}, {name}", value)


def _rendered(template: Any) -> Iterator[tuple[Any, str]]:
    """Yield the body, the heads and feet of pages, the notes, and their XML."""
    own = template.docx.part
    yield own, template.get_xml()
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield part, template.get_part_xml(part)
    for part in own.package.parts:
        if part.content_type.endswith(_NOTES):
            yield part, part.blob.decode()
