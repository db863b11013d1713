"""Word flows on, so that a page overflows in its own ways: a word wider than its cell, a band that cuts, a page too many.

What is too wide or too tall is set smaller within bounds; what still does not fit is refused.
"""

import functools
import importlib
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from zest.documents.document import Data
from zest.documents.errors import Overflow, Unfit, unbroken
from zest.documents.ooxml.packing import packed, unpacked
from zest.documents.preparing import texts_of
from zest.documents.word.flow import Block, Line, Row, blocks_of, height_of, lines_in
from zest.documents.word.looks import TWIP, Style, W, styles_of

PAGES: Mapping[str, int] = MappingProxyType(
    dict.fromkeys(
        ("fiche-de-poste", "retour-experience", "papier-a-lettres", "lettre-prospection", "attestation-formation"),
        1,
    )
)  # fmt: skip
"""Pages that a document is promised on; a contract has as many as it needs."""
SCALES = (1.0, 0.9, 0.8, 0.7)
"""Sizes that are tried, in shares of the style's."""
_BODY, _HEADER, _STYLES = "word/document.xml", "word/header1.xml", "word/styles.xml"
_WIDTH = 170.0
"""Between the margins of the page, millimetres."""
_A_LITTLE = 0.8
_MARK = 10.5
"""What the wordmark takes of the band, millimetres."""
_DRAWING, _DRAWN = b"<mc:AlternateContent>", b"</mc:AlternateContent>"


def fitted(content: bytes, slug: str, data: Data) -> bytes:
    """Return a document whose words stay in their cells, its band and its page.

    Args:
        content: a filled model of zest.
        slug: of its document.
        data: what it was filled with, to say which field is too long.

    Raises:
        Overflow: a title is too long for its band, or the whole for its page.
        Unfit: a word is wider than its cell.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        told = {name: package.read(name) for name in (_BODY, _HEADER, _STYLES)}
    styles = _styles(told[_STYLES])
    body, head = _root(told[_BODY])[0], _root(_undrawn(told[_HEADER]))
    parts = {_BODY: (body, blocks_of(body, styles, _WIDTH)), _HEADER: (head, blocks_of(head, styles, _WIDTH))}
    if slug in PAGES:
        _on_one_page(body, parts[_BODY][1], parts[_HEADER][1])
    changes = {name: dict(_changes(root, blocks, data)) for name, (root, blocks) in parts.items()}
    return _resized(content, changes) if any(changes.values()) else content


def _root(content: bytes) -> Any:
    # Without types of its own.
    etree: Any = importlib.import_module("lxml.etree")
    return etree.fromstring(content)


def _undrawn(header: bytes) -> bytes:
    """Return a header without its drawing, which is most of it and says nothing."""
    before, _, rest = header.partition(_DRAWING)
    return before + rest.rpartition(_DRAWN)[2]


@functools.lru_cache(maxsize=8)
def _styles(content: bytes) -> Mapping[str, Style]:
    return styles_of(_root(content))


def _on_one_page(body: Any, said: Sequence[Block], head: Sequence[Block]) -> None:
    margins = body.find(f"{W}sectPr/{W}pgMar")
    told = {side: int(margins.get(f"{W}{side}")) * TWIP for side in ("top", "bottom", "header")}
    high = int(body.find(f"{W}sectPr/{W}pgSz").get(f"{W}h")) * TWIP
    limit = high - max(told["top"], told["header"] + height_of(head)) - told["bottom"]
    last = said[-1]
    # What follows the last line may hang over the edge.
    measured = height_of(said) - (last.style.after if isinstance(last, Line) else 0)
    if measured > limit:
        raise Overflow("la page", "", round(measured, 1), round(limit, 1))


def _changes(root: Any, blocks: Sequence[Block], data: Data) -> Iterator[tuple[int, float]]:
    """Yield rank and size, in shares of its own, of each paragraph that must be smaller."""
    ranks = {one: rank for rank, one in enumerate(root.iter(f"{W}p"))}
    for line in lines_in(blocks):
        if (scale := _narrowed(line, data)) < 1:
            yield ranks[line.element], scale
    for row in blocks:
        if isinstance(row, Row) and row.exact and (scale := _lowered(row, data)) < 1:
            yield ranks[list(lines_in([row]))[-1].element], scale


def _narrowed(line: Line, data: Data) -> float:
    """Return the size at which no word of a paragraph is wider than its column."""
    for scale in SCALES:
        if line.breaks(scale).width <= line.room:
            return scale
    told = line.breaks(SCALES[-1])
    words = unbroken(told.widest, told.width, "la colonne", line.room)
    raise Unfit(_field(data, told.widest), words)


def _lowered(row: Row, data: Data) -> float:
    """Return the size of the title of a band at which nothing of it is cut."""
    *first, title = lines_in([row])
    high = row.least - _MARK
    above = sum(one.height() + one.style.before + one.style.after for one in first)
    limit = high - above
    # A title on one line where a size a little smaller allows it, so that no last word stands alone.
    alone = [scale for scale in SCALES if scale >= _A_LITTLE and title.breaks(scale).lines == 1]
    for scale in (*alone, *SCALES):
        if title.height(scale) <= limit:
            return scale
    # The title may be short, below a line that takes all the room.
    last = title.height(SCALES[-1])
    tallest = max((*((one.height(), one.text) for one in first), (last, title.text)))
    raise Overflow("le bandeau", _field(data, tallest[1]), round(above + last, 1), round(high, 1))


def _resized(content: bytes, changes: Mapping[str, Mapping[int, float]]) -> bytes:
    """Return a document some of whose paragraphs are smaller."""
    etree: Any = importlib.import_module("lxml.etree")

    parts = unpacked(content)
    styles = _styles(parts[_STYLES])
    for name, told in changes.items():
        root = _root(parts[name])
        for rank, one in enumerate(root.iter(f"{W}p")):
            if rank in told:
                [line] = lines_in(blocks_of([one], styles, _WIDTH))
                _resize(one, line.style.size * told[rank])
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return packed(parts)


def _resize(paragraph: Any, size: float) -> None:
    """Set the size of the runs of a paragraph, in half-points."""
    for run in paragraph.iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = run.makeelement(f"{W}rPr", {})
            run.insert(0, properties)
        properties.append(properties.makeelement(f"{W}sz", {f"{W}val": str(int(size * 2))}))


def _field(data: Data, text: str) -> str:
    """Return the field that a text of the page shows: the longest that is in it, or that has it."""
    shown = [(path, one) for path, one in texts_of(data) if one and (one in text or text in one)]
    path = max(shown, key=lambda told: len(told[1]), default=((), ""))[0]
    return ".".join(map(str, path))
