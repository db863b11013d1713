"""The coloured band at the head of a Word page, drawn in its header behind the text."""

from collections.abc import Iterable, Iterator

from zest.documents.ooxml.drawing import Shape, citrus, cut, mixed, path_xml, placed, wordmark
from zest.model.charter import Charter

EMU = 36_000
"""Units of a drawing in one millimetre."""
_SPACES = (
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
    " xmlns:wpg='http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'"
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
)
WIDTH = 210.0


def band_xml(charter: Charter, height: float) -> str:
    """Return the run that draws the band, ``height`` millimetres high.

    Args:
        charter: the colours.
        height: of the band.
    """
    layers = list(_layers(charter, height))
    shapes = "".join(_shape(rank, colour, drawn, height) for rank, (colour, drawn) in enumerate(layers, 1))
    w, h = round(WIDTH * EMU), round(height * EMU)
    # Decoration: hidden from those who hear the page (``decorative``).
    return (
        f"<w:r {_SPACES}><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires='wpg'><w:drawing>"
        "<wp:anchor distT='0' distB='0' distL='0' distR='0' simplePos='0' relativeHeight='1' behindDoc='1'"
        " locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>"
        "<wp:positionH relativeFrom='page'><wp:posOffset>0</wp:posOffset></wp:positionH>"
        "<wp:positionV relativeFrom='page'><wp:posOffset>0</wp:posOffset></wp:positionV>"
        f"<wp:extent cx='{w}' cy='{h}'/><wp:effectExtent l='0' t='0' r='0' b='0'/><wp:wrapNone/>"
        "<wp:docPr id='1' name='Bandeau' descr='Bandeau décoratif de la marque zest'/><wp:cNvGraphicFramePr/>"
        "<a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'>"
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{w}' cy='{h}'/>"
        f"<a:chOff x='0' y='0'/><a:chExt cx='{w}' cy='{h}'/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _layers(charter: Charter, height: float) -> Iterator[tuple[str, list[Shape]]]:
    yield charter.primary[1:], _rectangle(0, 0, WIDTH, height)
    big = placed(citrus(), 124, -38 - (60 - height) / 3, 120)
    yield mixed("#ffffff", charter.primary, 0.09), cut(big, WIDTH, height)
    yield charter.accent[1:], placed(citrus(), 172, height - 24, 17)
    yield charter.soft[1:], cut(placed(citrus(), 187.5, height - 14, 7.6), WIDTH, height)
    size = 11.5
    width, letters = wordmark()
    yield "ffffff", placed(letters, 20, 17.5, size)
    yield charter.accent[1:], placed(citrus(), 20 + width * size + 0.4, 9.2, size * 0.36)


def _rectangle(left: float, top: float, right: float, bottom: float) -> list[Shape]:
    return [[(left, top), (right, top), (right, bottom), (left, bottom)]]


def _shape(rank: int, colour: str, drawn: Iterable[Shape], height: float) -> str:
    w, h = round(WIDTH * EMU), round(height * EMU)
    return (
        f"<wps:wsp><wps:cNvPr id='{rank + 1}' name='Bandeau {rank}'/><wps:cNvSpPr/><wps:spPr>"
        f"<a:xfrm><a:off x='0' y='0'/><a:ext cx='{w}' cy='{h}'/></a:xfrm>{path_xml(drawn, WIDTH, height, 100)}"
        f"<a:solidFill><a:srgbClr val='{colour}'/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )
