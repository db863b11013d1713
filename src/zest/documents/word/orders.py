"""The order form (*prise de commande*), to be filled in Word: its pieces are told in ``orders.toml``."""

import functools
from pathlib import Path

import attrs

from zest.datafiles import build, read_table
from zest.documents.word.building import Page
from zest.documents.word.zones import tick
from zest.model.charter import Charter

_WIDTHS = (122, 48)


@attrs.frozen(kw_only=True)
class Piece:
    """One piece of the form: a heading, a text with its boxes, a line of zones, or a table of questions.

    Attributes:
        heading: title within the page.
        new_page: whether it begins a page.
        text: words; of a question, as ``Page.row`` takes them.
        style: of the words.
        boxes: words of the boxes to tick, behind the text.
        each: list of the data, one row for each of its items.
        zones: label of each zone, and its share of the line.
        height: of the zones, millimetres.
    """

    heading: str = ""
    new_page: bool = False
    text: str = ""
    style: str = "Normal"
    boxes: tuple[str, ...] = ()
    each: str = ""
    zones: tuple[tuple[str, float], ...] = ()
    height: float = 8


@attrs.frozen(kw_only=True)
class _Form:
    pieces: tuple[Piece, ...]


@functools.cache
def pieces() -> tuple[Piece, ...]:
    """Return the pieces of the form, from top to bottom.

    Raises:
        DataFileError: the file does not hold what it must.
    """
    file = Path(__file__).with_suffix(".toml")
    return build(_Form, read_table(file), file).pieces


def order(charter: Charter) -> bytes:
    """Return the model of the order form."""
    page = Page(
        charter, "prise-de-commande", "Prise de commande", "{{ sector.title }} · {{ structure.name }}",
        height=46, foot="{{ structure.name }} · {{ structure.phone }} · {{ structure.email }}",
    )  # fmt: skip
    for piece in pieces():
        _put(page, piece)
    return page.built()


def _put(page: Page, piece: Piece) -> None:
    if piece.heading:
        page.heading(piece.heading).paragraph_format.page_break_before = piece.new_page or None
    elif piece.zones:
        page.blanks(*piece.zones, height=piece.height)
    elif piece.each:
        _questions(page, piece)
    else:
        line = page.text(piece.text, piece.style)
        for words in piece.boxes:
            tick(line, words)


def _questions(page: Page, piece: Piece) -> None:
    """Add a table of one row a question, its boxes beside it."""
    table = page.table(_WIDTHS)
    page.row(table, f"{{%tr for one in {piece.each} %}}", "", widths=_WIDTHS)
    row = page.row(table, piece.text, "", widths=_WIDTHS)
    for cell in row.cells:
        page.filled(cell)
    for words in piece.boxes:
        tick(row.cells[1].paragraphs[0], words)
    page.row(table, "{%tr endfor %}", "", widths=_WIDTHS)
    page.text("", "Filet")
