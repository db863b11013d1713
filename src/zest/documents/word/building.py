"""A Word model built from code, so that it can be reviewed: one page layout, a few styles, pieces to put together."""

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from zest.documents.ooxml.drawing import mixed
from zest.documents.ooxml.packing import normalised
from zest.documents.word.band import band_xml
from zest.documents.word.faces import NAME, embed
from zest.documents.word.opening import require
from zest.model.charter import Charter

_HEADER = 8
_EDGE = 20
_STILL = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""Day that a model bears: it changes with its code, not with the clock."""


class Page:
    """A document under construction; ``built`` gives its bytes."""

    def __init__(  # noqa: PLR0913  # what a page is, each by its name
        self,
        charter: Charter,
        slug: str,
        title: str,
        kicker: str,
        *,
        height: float = 50.0,
        foot: str = "",
        heading: str = "",
    ) -> None:
        """Lay out an A4 page.

        Args:
            charter: the colours.
            slug: of the document; it stays in the file, so that an edited model is known again.
            title: title property, and running head from the second page on.
            kicker: small line above the title.
            height: of the band, millimetres.
            foot: what the foot of the page says.
            heading: large words in the band; the title where they are none.
        """
        require()
        import docx

        self.charter: Charter = charter
        self.document: Any = docx.Document()
        self._properties(slug, title)
        _styles(self.document, charter)
        self._layout(height, kicker, heading or title, title)
        self._foot(foot)
        embed(self.document)

    def _properties(self, slug: str, title: str) -> None:
        told = self.document.core_properties
        told.author, told.title, told.keywords, told.language = "zest", title, f"zest:{slug}", "fr-FR"
        told.comments = told.subject = told.category = ""
        told.created = told.modified = _STILL.replace(tzinfo=None)
        told.revision, told.last_modified_by = 1, "zest"

    def _layout(self, height: float, kicker: str, heading: str, title: str) -> None:
        from docx.shared import Mm

        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(_EDGE)
        section.top_margin, section.bottom_margin = Mm(22), Mm(18)
        section.header_distance, section.footer_distance = Mm(_HEADER), Mm(8)
        section.different_first_page_header_footer = True
        self._band(section.first_page_header, height, kicker, heading)
        running = section.header.paragraphs[0]
        running.style = self.document.styles["Note"]
        running.add_run(title)
        rule(running, self.charter.accent, "bottom")

    def _band(self, header: Any, height: float, kicker: str, heading: str) -> None:
        from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
        from docx.oxml import parse_xml
        from docx.shared import Mm

        anchor = header.paragraphs[0]
        anchor._p.append(parse_xml(band_xml(self.charter, height)))  # noqa: SLF001  # no public way
        table = header.add_table(1, 1, Mm(138))
        row = table.rows[0]
        # The paragraph that holds the drawing stands above: about one line of the smallest size.
        row.height, row.height_rule = Mm(height - _HEADER - 4), WD_ROW_HEIGHT_RULE.EXACTLY
        cell = row.cells[0]
        cell.width, cell.vertical_alignment = Mm(138), WD_ALIGN_VERTICAL.BOTTOM
        bare(table)
        cell.paragraphs[0].style = self.document.styles["Surtitre"]
        cell.paragraphs[0].add_run(kicker)
        cell.add_paragraph(heading, style=self.document.styles["Title"])
        # The header ends below the band, so that the text of the page begins with some air.
        small(header.add_paragraph("", style=self.document.styles["Filet"]), 9)
        small(anchor)

    def _foot(self, words: str) -> None:
        section = self.document.sections[0]
        for foot in (section.footer, section.first_page_footer):
            line = foot.paragraphs[0]
            line.style = self.document.styles["Note"]
            rule(line, self.charter.accent, "top")
            tab_right(line, 170)
            line.add_run(f"{words}\t")
            page_number(line)

    def text(self, words: str = "", style: str = "Normal", *, into: Any = None) -> Any:
        """Add a paragraph; ``**`` around words makes them bold."""
        line = (into or self.document).add_paragraph("", style=self.document.styles[style])
        for rank, piece in enumerate(words.split("**")):
            if piece:
                line.add_run(piece).bold = True if rank % 2 else None
        return line

    def heading(self, words: str, level: int = 1) -> Any:
        """Add a title within the page."""
        return self.text(words, f"Heading {level}")

    def each(self, loop: str, *lines: tuple[str, str]) -> None:
        """Add paragraphs once for each item of a list: ``each("one in jobs", ("{{ one.title }}", "List Bullet"))``."""
        self.text(f"{{%p for {loop} %}}")
        for words, style in lines:
            self.text(words, style)
        self.text("{%p endfor %}")

    def when(self, field: str, *lines: tuple[str, str]) -> None:
        """Add paragraphs where a field says something."""
        self.text(f"{{%p if {field} %}}")
        for words, style in lines:
            self.text(words, style)
        self.text("{%p endif %}")

    def table(self, widths: Sequence[float]) -> Any:
        """Add a table without edges, its columns in millimetres; rows are added to it."""
        from docx.shared import Mm

        made = self.document.add_table(0, len(widths))
        made.autofit = False
        bare(made)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        return made

    def row(self, table: Any, *cells: str, widths: Sequence[float], styles: Sequence[str] = ()) -> Any:
        """Add a row of texts, one style a cell."""
        from docx.shared import Mm

        row = table.add_row()
        _whole(row)
        for rank, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = Mm(widths[rank])
            first, *others = words.split("\n")
            line = cell.paragraphs[0]
            line.style = self.document.styles[styles[rank] if styles else "Normal"]
            _bold(line, first)
            for one in others:
                label, _, rest = one.rpartition("|")
                self.text(rest, label or "Normal", into=cell)
        return row

    def blanks(self, *labels: tuple[str, float], height: float = 8) -> None:
        """Add a line of zones to fill, each with its label and its share of the line."""
        from docx.enum.table import WD_ROW_HEIGHT_RULE
        from docx.shared import Mm

        whole = sum(share for _, share in labels)
        widths = [170 * share / whole for _, share in labels]
        table = self.table(widths)
        self.row(table, *(label for label, _ in labels), styles=["Étiquette"] * len(labels), widths=widths)
        row = table.add_row()
        _whole(row)
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, width, (label, _) in zip(row.cells, widths, labels, strict=True):
            cell.width = Mm(width)
            shade(cell, self.charter.light)
            edge(cell, self.charter.accent)
            writable(cell.paragraphs[0], label)
        self.text("", "Filet")

    def built(self) -> bytes:
        """Return the bytes; the same ones at each build."""
        out = io.BytesIO()
        self.document.save(out)
        return normalised(out.getvalue())


def _whole(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))  # noqa: SLF001  # no public way


def _bold(line: Any, words: str) -> None:
    for rank, piece in enumerate(words.split("**")):
        if piece:
            line.add_run(piece).bold = True if rank % 2 else None


def _styles(document: Any, charter: Charter) -> None:
    """Give the styles that people see in Word's list, in the colours of the sector."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    _trimmed(document)
    colours = {"ink": charter.ink, "primary": charter.primary, "white": "#ffffff", "soft": charter.soft}
    for name, size, bold, colour, before, after, lines in (
        ("Normal", 10.5, False, "ink", 0, 5, 1.2), ("Title", 24, True, "white", 0, 0, 1.0),
        ("Heading 1", 14, True, "primary", 9, 3, 1.05), ("Heading 2", 11.5, True, "primary", 7, 2, 1.1),
        ("List Bullet", 10.5, False, "ink", 0, 2, 1.15), ("Chapeau", 12.5, True, "primary", 0, 4, 1.2),
        ("Adresse", 10.5, False, "ink", 0, 0, 1.2), ("Surtitre", 11, False, "soft", 0, 3, 1.0),
        ("Étiquette", 8, True, "primary", 5, 1, 1.0), ("Citation", 15, True, "primary", 2, 4, 1.2),
        ("Note", 8, False, "ink", 0, 3, 1.15), ("Fait", 10.5, True, "ink", 0, 2, 1.15),
        ("Grand", 20, True, "primary", 0, 0, 1.0), ("Filet", 3, False, "ink", 0, 0, 1.0),
    ):  # fmt: skip
        known = [one.name for one in document.styles]
        style = (
            document.styles[name]
            if name in known
            else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        )
        style.quick_style, style.hidden = True, False
        style.font.name, style.font.size, style.font.bold, style.font.italic = NAME, Pt(size), bold, False
        style.font.color.rgb = RGBColor.from_string(colours[colour][1:].upper())
        told = style.paragraph_format
        told.space_before, told.space_after, told.line_spacing = Pt(before), Pt(after), lines
        told.widow_control = True
        told.keep_with_next = name.startswith(("Heading", "Étiquette"))
        _faces(style)


def _faces(style: Any) -> None:
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), NAME)
    for line in style.element.iter(qn("w:pBdr")):
        line.getparent().remove(line)
    for name in ("w:spacing", "w:kern"):
        for one in properties.findall(qn(name)):
            properties.remove(one)


def _trimmed(document: Any) -> None:
    """Take out of python-docx's own template the styles of tables and the copy of them all that no model uses."""
    from docx.oxml.ns import qn

    root = document.styles.element
    for style in list(root.iter(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in (
            "TableNormal",
            "TableGrid",
        ):
            root.remove(style)
    for key, one in list(document.part.rels.items()):
        if one.reltype.endswith(("/stylesWithEffects", "/customXml")):
            del document.part.rels[key]
    for lang in root.iter(qn("w:lang")):
        lang.set(qn("w:val"), "fr-FR")


def shade(cell: Any, colour: str) -> None:
    """Give a cell its background."""
    told = {"val": "clear", "color": "auto", "fill": colour[1:]}
    cell._tc.get_or_add_tcPr().append(_element("w:shd", told))  # noqa: SLF001  # no public way


def edge(cell: Any, colour: str) -> None:
    """Give a cell a line below."""
    borders = _element("w:tcBorders", {})
    borders.append(_element("w:bottom", {"val": "single", "sz": "8", "space": "0", "color": colour[1:]}))
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001  # idem


def rule(line: Any, colour: str, side: str) -> None:
    """Give a paragraph a line above or below."""
    borders = _element("w:pBdr", {})
    borders.append(
        _element(
            f"w:{side}", {"val": "single", "sz": "6", "space": "5", "color": mixed(colour, "#ffffff", 0.85)}
        )
    )
    line._p.get_or_add_pPr().append(borders)  # noqa: SLF001  # idem


def bare(table: Any) -> None:
    """Take the edges of a table away, and set its cells flush with the text."""
    properties = table._tbl.tblPr  # noqa: SLF001  # idem
    borders = _element("w:tblBorders", {})
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", {"val": "nil"}))
    properties.append(borders)
    layout = properties.find(borders.tag.replace("tblBorders", "tblLayout"))
    if layout is None:
        properties.append(_element("w:tblLayout", {"type": "fixed"}))


def small(line: Any, height: float = 0.7) -> None:
    """Make an empty paragraph exactly so many millimetres high."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Mm, Pt

    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Mm(height)


def tab_right(line: Any, at: float) -> None:
    """Set a tab at the right edge."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    line.paragraph_format.tab_stops.add_tab_stop(Mm(at), WD_TAB_ALIGNMENT.RIGHT)


def page_number(line: Any) -> None:
    """Add « 1 / 3 »."""
    for rank, field in enumerate(("PAGE", "NUMPAGES")):
        if rank:
            line.add_run(" / ")
        simple = _element("w:fldSimple", {"instr": field})
        run = _element("w:r", {})
        text = _element("w:t", {})
        text.text = "1"
        run.append(text)
        simple.append(run)
        line._p.append(simple)  # noqa: SLF001  # idem


def writable(line: Any, label: str) -> None:
    """Make a zone that Word lets one click and fill (a content control)."""
    from docx.oxml import parse_xml

    space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    safe = label.replace("&", "&amp;").replace("'", "’").replace("<", "")
    line._p.append(parse_xml(  # noqa: SLF001  # idem
        f"<w:sdt {space}><w:sdtPr><w:alias w:val='{safe}'/><w:text w:multiLine='1'/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t xml:space='preserve'>            </w:t></w:r></w:sdtContent></w:sdt>"
    ))  # fmt: skip


def tick(line: Any, words: str) -> None:
    """Add a box that Word lets one tick, and its words."""
    from docx.oxml import parse_xml

    spaces = (
        "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
        " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"
    )
    font = "<w:rFonts w:ascii='Segoe UI Symbol' w:hAnsi='Segoe UI Symbol'/>"
    line._p.append(parse_xml(  # noqa: SLF001  # idem
        f"<w:sdt {spaces}><w:sdtPr><w14:checkbox><w14:checked w14:val='0'/><w14:checkedState w14:val='2612'"
        " w14:font='Segoe UI Symbol'/><w14:uncheckedState w14:val='2610' w14:font='Segoe UI Symbol'/></w14:checkbox>"
        f"</w:sdtPr><w:sdtContent><w:r><w:rPr>{font}</w:rPr><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"
    ))  # fmt: skip
    line.add_run(f"\u00a0{words}    ")


def _element(name: str, told: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in told.items():
        made.set(qn(f"w:{key}"), value)
    return made
