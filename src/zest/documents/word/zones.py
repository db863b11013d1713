"""What somebody fills or Word itself: zones to click, boxes to tick, the number of the page."""

from typing import Any

from zest.documents.word.strokes import element

_W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
_W14 = "xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"
_SYMBOL = "Segoe UI Symbol"


def writable(line: Any, label: str) -> None:
    """Make a zone that Word lets one click and fill (a content control)."""
    safe = label.replace("&", "&amp;").replace("'", "’").replace("<", "")
    _add(
        line,
        f"<w:sdt {_W}><w:sdtPr><w:alias w:val='{safe}'/><w:text w:multiLine='1'/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t xml:space='preserve'>            </w:t></w:r></w:sdtContent></w:sdt>",
    )


def tick(line: Any, words: str) -> None:
    """Add a box that Word lets one tick, and its words."""
    font = f"<w:rFonts w:ascii='{_SYMBOL}' w:hAnsi='{_SYMBOL}'/>"
    _add(
        line,
        f"<w:sdt {_W} {_W14}><w:sdtPr><w14:checkbox><w14:checked w14:val='0'/>"
        f"<w14:checkedState w14:val='2612' w14:font='{_SYMBOL}'/>"
        f"<w14:uncheckedState w14:val='2610' w14:font='{_SYMBOL}'/></w14:checkbox>"
        f"</w:sdtPr><w:sdtContent><w:r><w:rPr>{font}</w:rPr><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>",
    )
    line.add_run(f"\u00a0{words}    ")


def _add(line: Any, xml: str) -> None:
    from docx.oxml import parse_xml

    line._p.append(parse_xml(xml))  # noqa: SLF001  # no public way


def page_number(line: Any) -> None:
    """Add « 1 / 3 »."""
    for rank, field in enumerate(("PAGE", "NUMPAGES")):
        if rank:
            line.add_run(" / ")
        simple, run, text = element("w:fldSimple", {"instr": field}), element("w:r"), element("w:t")
        text.text = "1"
        run.append(text)
        simple.append(run)
        line._p.append(simple)  # noqa: SLF001  # idem


def tab_right(line: Any, at: float) -> None:
    """Set a tab at the right edge, millimetres from the left one."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    line.paragraph_format.tab_stops.add_tab_stop(Mm(at), WD_TAB_ALIGNMENT.RIGHT)
