"""What stands around the text of a Word page: its size and margins, the band at its head, its foot, its properties."""

import datetime as dt
from typing import Any

from zest.documents.word.band import band_xml
from zest.documents.word.strokes import bare, rule, small
from zest.documents.word.zones import page_number, tab_right
from zest.model.charter import Charter

WIDTH = 170
"""Of the text, millimetres."""
_HEADER = 8
_EDGE = 20
_HEAD_WIDTH = 138
_NUMBER = 15
"""Kept for the number of the page at the end of the foot."""
_STILL = dt.datetime(2026, 1, 1)  # noqa: DTZ001  # as python-docx writes it
"""Day that a model bears: it changes with its code, not with the clock."""


def identify(document: Any, slug: str, title: str) -> None:
    """Say in the properties what a document is; the slug is how an edited model is known again."""
    told = document.core_properties
    told.author, told.title, told.keywords, told.language = "zest", title, f"zest:{slug}", "fr-FR"
    told.comments = told.subject = told.category = ""
    told.created = told.modified = _STILL
    told.revision, told.last_modified_by = 1, "zest"


def measure(section: Any) -> None:
    """Give a section the size of an A4 sheet and its margins; its first page has a head of its own."""
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_EDGE)
    section.top_margin, section.bottom_margin = Mm(22), Mm(18)
    section.header_distance, section.footer_distance = Mm(_HEADER), Mm(8)
    section.different_first_page_header_footer = True


def band(document: Any, charter: Charter, height: float, kicker: str, heading: str) -> None:
    """Draw the band at the head of the first page, with its words.

    Args:
        document: whose first section it is.
        charter: the colours.
        height: of the band, millimetres.
        kicker: small line above.
        heading: large words.
    """
    from docx.oxml import parse_xml
    from docx.shared import Mm

    header = document.sections[0].first_page_header
    anchor = header.paragraphs[0]
    anchor._p.append(parse_xml(band_xml(charter, height)))  # noqa: SLF001  # no public way
    # The paragraph that holds the drawing stands above: about one line of the smallest size.
    cell = _cell(header.add_table(1, 1, Mm(_HEAD_WIDTH)), height - _HEADER - 4)
    cell.paragraphs[0].style = document.styles["Surtitre"]
    cell.paragraphs[0].add_run(kicker)
    cell.add_paragraph(heading, style=document.styles["Title"])
    # The header ends below the band, so that the text of the page begins with some air.
    small(header.add_paragraph("", style=document.styles["Filet"]), 9)
    small(anchor)


def _cell(table: Any, height: float) -> Any:
    """Return the one cell of a table of that height, its words at its foot."""
    from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
    from docx.shared import Mm

    row = table.rows[0]
    row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.EXACTLY
    cell = row.cells[0]
    cell.width, cell.vertical_alignment = Mm(_HEAD_WIDTH), WD_ALIGN_VERTICAL.BOTTOM
    bare(table)
    return cell


def running_head(document: Any, charter: Charter, title: str) -> None:
    """Write the title at the head of the pages after the first."""
    line = document.sections[0].header.paragraphs[0]
    line.style = document.styles["Note"]
    line.add_run(title)
    rule(line, charter.accent, "bottom")


def foot(document: Any, charter: Charter, words: str) -> None:
    """Write the foot of every page, with its number."""
    from docx.shared import Mm

    section = document.sections[0]
    for one in (section.footer, section.first_page_footer):
        edge = one.paragraphs[0]
        edge.style = document.styles["Filet"]
        rule(edge, charter.accent, "top")
        small(edge)
        line = one.add_paragraph("", style=document.styles["Note"])
        # Words that take two lines leave the number its place, whole, at the end of the second.
        line.paragraph_format.right_indent = Mm(_NUMBER)
        tab_right(line, WIDTH)
        line.add_run(f"{words}\t")
        page_number(line)
