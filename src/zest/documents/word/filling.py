"""A model filled: docxtpl does the work, in the closed language of ``grammar`` and with plain data only."""

import functools
import importlib
import importlib.util
import io
import re
from typing import Any

from zest.documents.document import Data
from zest.documents.ooxml.packing import packed, unpacked
from zest.documents.word.grammar import bounded, cleaned, environment, parsed
from zest.errors import MissingExtraError

PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""Those that docxtpl renders too."""


def require() -> None:
    """Refuse in French where docxtpl is missing.

    Raises:
        MissingExtraError: it is not installed.
    """
    if importlib.util.find_spec("docxtpl") is None:
        raise MissingExtraError(
            "Les documents Word demandent docxtpl, qui n'est pas installé : « pip install 'zest-coorace[word]' »."
        )


def fill(model: bytes, data: Data, *, trusted: bool = True) -> bytes:
    """Return the document that a model gives with some data; the same input gives the same bytes.

    Args:
        model: a Word file; one that zest did not build was looked at by ``guard`` before.
        data: JSON values.
        trusted: whether zest built the model: its language is not looked at again each time.

    Raises:
        MissingExtraError: docxtpl is not installed.
        Refusal: the model says what its language does not have.
    """
    require()
    light, heavy, drawings = _lightened(model) if trusted else (model, {}, ())
    template = opened(light)
    if not trusted:
        for _, source in sources(template):
            parsed(source)
    template.render(cleaned(data), jinja_env=environment())
    out = io.BytesIO()
    template.save(out)
    parts = unpacked(out.getvalue()) | heavy
    return packed({name: _drawn(content, drawings) for name, content in parts.items()})


_DRAWING = re.compile(rb"<mc:AlternateContent>.*?</mc:AlternateContent>", re.DOTALL)
_MARK = b"<w:t>zest-drawing-%d</w:t>"


@functools.lru_cache(maxsize=64)
def _lightened(model: bytes) -> tuple[bytes, dict[str, bytes], tuple[bytes, ...]]:
    """Return a model of ours without its faces and drawings, in which no tag is: docxtpl reads every sign seven times."""
    parts = unpacked(model)
    heavy = {name: content for name, content in parts.items() if name.endswith(".odttf")}
    drawings: list[bytes] = []

    def marked(found: "re.Match[bytes]") -> bytes:
        drawings.append(found[0])
        return _MARK % (len(drawings) - 1)

    light = {name: _DRAWING.sub(marked, content) for name, content in parts.items() if name not in heavy}
    return packed(light | dict.fromkeys(heavy, b"")), heavy, tuple(drawings)


def _drawn(content: bytes, drawings: tuple[bytes, ...]) -> bytes:
    """Put the drawings back where their marks are."""
    for rank, drawing in enumerate(drawings):
        content = content.replace(_MARK % rank, drawing)
    return content


def opened(model: bytes) -> Any:
    """Return a template whose properties are rendered as they are, and not escaped twice."""
    require()
    # Without types of its own.
    made: Any = importlib.import_module("docxtpl").DocxTemplate(io.BytesIO(model))
    # docxtpl escapes properties, then python-docx escapes them again: « L&#39;hôtel ».
    rendered = made.render_properties
    made.render_properties = lambda told, _=None: rendered(told, environment(escaping=False))
    made.init_docx()
    return made


def sources(template: Any) -> list[tuple[str, str]]:
    """Return each part that docxtpl renders, as it gives it to Jinja: one line a paragraph.

    Raises:
        Refusal: a part is too large to be read.
    """
    found = [("word/document.xml", template.get_xml())]
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            found.append((str(part.partname).lstrip("/"), template.get_part_xml(part)))
    notes = (
        part
        for part in template.docx.part.package.parts
        if part.content_type.endswith("wordprocessingml.footnotes+xml")
    )
    found += [(str(part.partname).lstrip("/"), part.blob.decode()) for part in notes]
    made = []
    for name, xml in found:
        bounded(xml)
        made.append((name, re.sub(r"<w:p([ >])", r"\n<w:p\1", template.patch_xml(xml.replace("\n", " ")))))
    for name in PROPERTIES:
        value = getattr(template.docx.core_properties, name)
        bounded(value)
        made.append((f"docProps/core.xml, {name}", value))
    return made
