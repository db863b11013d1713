"""The face of the kit embedded in a Word file, as Word does it (ECMA-376, part 4, 2.8.1: obfuscated fonts)."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NAME = "Figtree"
_FONTS = Path(__file__).parent / "fonts"
_CUTS = (("Regular", "5A455354-0000-4000-8000-000000000001"), ("Bold", "5A455354-0000-4000-8000-000000000002"),
         ("Italic", "5A455354-0000-4000-8000-000000000003"))  # fmt: skip
_HEAD = 32
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def embed(document: "WordDocument") -> None:
    """Put the face into the table of fonts of a document, and say so in its settings."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import OxmlElement

    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    told = []
    for rank, (cut, key) in enumerate(_CUTS, start=1):
        part = Part(
            PackURI(f"/word/fonts/font{rank}.odttf"), _KIND, obfuscated(cut, key), document.part.package
        )
        name = table.relate_to(part, _RELATION)
        told.append(f'<w:embed{cut} r:id="{name}" w:fontKey="{{{key}}}"/>')
    face = f'<w:font w:name="{NAME}"><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>{"".join(told)}</w:font>'
    table._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {_SPACES}>{face}</w:fonts>'.encode()  # noqa: SLF001  # a part that python-docx keeps as bytes
    settings = document.settings.element
    for place, name in enumerate(("w:embedTrueTypeFonts", "w:saveSubsetFonts")):
        settings.insert(place, OxmlElement(name))


def obfuscated(cut: str, key: str) -> bytes:
    """Return a cut with its first bytes crossed with its key, read backwards."""
    content = (_FONTS / f"{NAME}-{cut}.ttf").read_bytes()
    mask = bytes.fromhex(key.replace("-", ""))[::-1]
    head = bytes(one ^ mask[rank % len(mask)] for rank, one in enumerate(content[:_HEAD]))
    return head + content[_HEAD:]
