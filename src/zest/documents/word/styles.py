"""The styles that people see in Word's list, in the colours of the sector."""

from typing import Any

import attrs

from zest.documents.word.faces import NAME
from zest.model.charter import Charter


@attrs.frozen
class Style:
    """One style of paragraph.

    Attributes:
        name: as Word's list has it.
        size: of the letters, points.
        bold: whether they are.
        colour: attribute of the charter, or ``white``.
        before: space above, points.
        after: space below, points.
        lines: height of a line, in that of the letters.
    """

    name: str
    size: float
    bold: bool
    colour: str
    before: float
    after: float
    lines: float


STYLES = (
    Style("Normal", 10.5, False, "ink", 0, 5, 1.2),
    Style("Title", 24, True, "white", 0, 0, 1.0),
    Style("Heading 1", 14, True, "primary", 9, 3, 1.05),
    Style("Heading 2", 11.5, True, "primary", 7, 2, 1.1),
    Style("List Bullet", 10.5, False, "ink", 0, 2, 1.15),
    Style("Chapeau", 12.5, True, "primary", 0, 4, 1.2),
    Style("Adresse", 10.5, False, "ink", 0, 0, 1.2),
    Style("Surtitre", 11, False, "soft", 0, 3, 1.0),
    Style("Étiquette", 8, True, "primary", 5, 1, 1.0),
    Style("Citation", 15, True, "primary", 2, 4, 1.2),
    Style("Note", 8, False, "ink", 0, 3, 1.15),
    Style("Fait", 10.5, True, "ink", 0, 2, 1.15),
    Style("Grand", 20, True, "primary", 0, 0, 1.0),
    Style("Filet", 3, False, "ink", 0, 0, 1.0),
)
_KEPT_WITH_NEXT = ("Heading", "Étiquette")
_KEPT_TABLES = ("TableNormal", "TableGrid")


def dress(document: Any, charter: Charter) -> None:
    """Give a document these styles, and none of those that no model uses."""
    _trim(document)
    for one in STYLES:
        colour = "#ffffff" if one.colour == "white" else getattr(charter, one.colour)
        _set(_style(document, one.name), one, colour)


def _style(document: Any, name: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    known = name in [one.name for one in document.styles]
    return document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


def _set(style: Any, wanted: Style, colour: str) -> None:
    from docx.shared import Pt, RGBColor

    style.quick_style, style.hidden = True, False
    font, told = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = NAME, Pt(wanted.size), wanted.bold, False
    font.color.rgb = RGBColor.from_string(colour[1:].upper())
    told.space_before, told.space_after = Pt(wanted.before), Pt(wanted.after)
    told.line_spacing, told.widow_control = wanted.lines, True
    told.keep_with_next = wanted.name.startswith(_KEPT_WITH_NEXT)
    _undress(style)


def _undress(style: Any) -> None:
    """Take away what a style of python-docx's template has beyond ours: faces of the theme, lines, spacing of letters."""
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


def _trim(document: Any) -> None:
    """Take out of python-docx's own template the styles of tables, and the copy of all styles, that no model uses."""
    from docx.oxml.ns import qn

    root = document.styles.element
    for style in list(root.iter(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _KEPT_TABLES:
            root.remove(style)
    for key, one in list(document.part.rels.items()):
        if one.reltype.endswith(("/stylesWithEffects", "/customXml")):
            del document.part.rels[key]
    for lang in root.iter(qn("w:lang")):
        lang.set(qn("w:val"), "fr-FR")
