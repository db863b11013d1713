"""The theme of a presentation: colours and faces of the sector, so that what people add looks like the rest."""

import re
from typing import TYPE_CHECKING, Any

from zest.model.charter import Charter

if TYPE_CHECKING:
    from pptx.presentation import Presentation

FACE = "Figtree"
_ROLES = (
    ("dk1", "ink"), ("lt1", "white"), ("dk2", "primary"), ("lt2", "light"), ("accent1", "primary"),
    ("accent2", "accent"), ("accent3", "soft"), ("accent4", "ink"), ("accent5", "accent"), ("accent6", "primary"),
    ("hlink", "primary"), ("folHlink", "ink"),
)  # fmt: skip


def themed(presentation: "Presentation", charter: Charter) -> None:
    """Rewrite the theme, and take away the settings of a printer that python-pptx's own template carries."""
    master = presentation.slide_master
    for relation in list(master.part.rels.values()):
        if relation.reltype.endswith("/theme"):
            part = relation.target_part
            part._blob = _rewritten(part.blob.decode(), charter).encode()  # noqa: SLF001  # python-pptx keeps it as bytes
    for key, relation in list(presentation.part.rels.items()):
        if relation.reltype.endswith("/printerSettings"):
            presentation.part.drop_rel(key)
    _restyled(master)


def _rewritten(xml: str, charter: Charter) -> str:
    for name, role in _ROLES:
        colour = "FFFFFF" if role == "white" else getattr(charter, role)[1:].upper()
        xml = re.sub(
            rf"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>',
            xml,
            flags=re.DOTALL,
        )
    xml = re.sub(r'(<a:(?:majorFont|minorFont)>\s*<a:latin typeface=")[^"]*', rf"\g<1>{FACE}", xml)
    return re.sub(r'(<a:theme [^>]*name=")[^"]*', r"\g<1>zest", xml)


def _restyled(master: Any) -> None:
    """Set titles to the left, bold and in the main colour: the stock master is centred and dull."""
    from pptx.oxml.ns import qn

    styles = master.element.find(qn("p:txStyles"))
    level = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    level.set("algn", "l")
    properties = level.find(qn("a:defRPr"))
    properties.set("sz", "2800")
    properties.set("b", "1")
    for colour in properties.iter(qn("a:schemeClr")):
        colour.set("val", "tx2")


def keep_layouts(presentation: "Presentation", names: dict[str, str]) -> None:
    """Keep some layouts, each under a French name; the others go."""
    for layout in list(presentation.slide_layouts):
        if layout.name in names:
            layout.element.cSld.set("name", names[layout.name])
        else:
            presentation.slide_layouts.remove(layout)
