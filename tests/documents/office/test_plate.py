"""A model is compiled once; what comes out is what docxtpl would have made, part by part."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest

pytest.importorskip("docxtpl")

import docx
from docx.shared import Mm
from docxtpl import DocxTemplate
from jinja2 import UndefinedError

from zest.documents.ooxml.packing import normalised, packed, unpacked
from zest.documents.word.filling import fill
from zest.documents.word.grammar import environment
from zest.documents.word.models import COMMON, model
from zest.documents.word.opening import opened

DATA = {"a": "L'été & <fini>", "rows": ["x", "y"], "title": "L'hôtel & Cie"}
NOTES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="1"><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def edited() -> bytes:
    """A model with a table, a list, a head, a picture and a title that holds a tag."""
    document = docx.Document()
    document.add_paragraph("{{ a }}, {_{ a }_}")
    for line in ("{%p for one in rows %}", "{{ one }}", "{%p endfor %}"):
        document.add_paragraph(line, style="List Bullet")
    table = document.add_table(0, 2)
    for line in ("{%tr for one in rows %}", "{{ one }}", "{%tr endfor %}"):
        table.add_row().cells[0].text = line
    document.sections[0].header.paragraphs[0].text = "{{ a }}"
    document.sections[0].footer.paragraphs[0].text = "pied"
    picture = next(part for name, part in unpacked(saved(document)).items() if name.endswith("jpeg"))
    document.add_picture(io.BytesIO(picture), Mm(10))
    document.core_properties.title = "{{ title }}"
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def by_docxtpl(content: bytes, data: Mapping[str, object]) -> dict[str, bytes]:
    """The parts that docxtpl's own rendering gives, its properties not escaped twice."""
    template: Any = DocxTemplate(io.BytesIO(content))
    template.render(dict(data), jinja_env=environment())
    template.docx.core_properties.title = str(data["title"])
    return unpacked(saved(template))


@pytest.mark.parametrize("trusted", [True, False])
def test_each_part_is_what_docxtpl_makes(*, trusted: bool) -> None:
    """Lists, rows, heads, feet, pictures, properties: the same bytes in every part, and twice the same file."""
    content = edited()
    made = fill(content, DATA, trusted=trusted)

    assert by_docxtpl(content, DATA) == unpacked(made)
    assert made == fill(content, DATA, trusted=trusted)


def test_one_copy_leaves_nothing_in_the_next() -> None:
    """The order of the copies changes none of them."""
    content, other = edited(), {**DATA, "a": "z", "rows": ["1", "2", "3"], "title": ""}
    first = fill(content, DATA)
    fill(content, other)

    assert first == fill(content, DATA)


def test_what_never_changes_is_packed_once() -> None:
    """Faces and styles stand first in the file, as they were deflated; what was filled in comes behind."""
    content = model("papier-a-lettres", COMMON)
    letter = dict.fromkeys(("name", "address", "phone", "email", "city"), "x")
    data = {"structure": letter, "sector": {"title": "s"}, "collective": {"name": "c"},
            "edition": {"words": "d"}, "texts": {"text": "t"}}  # fmt: skip
    names = zipfile.ZipFile(io.BytesIO(fill(content, data))).namelist()

    assert "[Content_Types].xml" == names[0]
    assert ["word/document.xml", "word/footer1.xml", "word/footer2.xml", "word/header1.xml"] == names[-4:]
    assert sorted(unpacked(content)) == sorted(names)


def test_a_missing_field_is_an_error() -> None:
    """Nothing is left blank in silence."""
    with pytest.raises(UndefinedError):
        fill(edited(), {"a": "x"})


def test_text_that_looks_like_the_mark_of_a_drawing_stays_text() -> None:
    """No data can put the band of the page anywhere."""
    content = model("papier-a-lettres", COMMON)
    parts = unpacked(content)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"Madame, Monsieur,", b"{{ a }}")
    mark = "\u200bzest-drawing-0"
    data = {"a": mark, "structure": dict.fromkeys(("name", "address", "phone", "email", "city"), mark),
            "sector": {"title": mark}, "collective": {"name": mark}, "edition": {"words": mark}, "texts": {"text": mark}}  # fmt: skip
    made = unpacked(fill(packed(parts), data))

    assert b"AlternateContent" not in made["word/document.xml"]
    assert 1 == made["word/header1.xml"].count(b"<mc:AlternateContent>")


def test_an_end_of_line_in_a_constant_breaks_the_line() -> None:
    """As docxtpl does; in the XML itself it is the space that Word shows."""
    document = docx.Document()
    document.add_paragraph("{{ 'a\\nb' }}")
    parts = unpacked(saved(document))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"{{", b"c\nd {{")
    [line] = docx.Document(io.BytesIO(fill(packed(parts), {}))).paragraphs

    assert "c d a\nb" == line.text


def with_notes() -> bytes:
    """A model of two sections with a note that holds a tag."""
    document = docx.Document()
    document.add_section()
    parts = unpacked(saved(document))
    kinds = parts["[Content_Types].xml"].decode()
    told = f'<Override PartName="/word/footnotes.xml" ContentType="{KIND}"/></Types>'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = parts["word/_rels/document.xml.rels"].decode()
    added = f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'
    return packed({
        **parts,
        "[Content_Types].xml": kinds.replace("</Types>", told).encode(),
        "word/_rels/document.xml.rels": relations.replace("</Relationships>", added).encode(),
        "word/footnotes.xml": NOTES.encode(),
    })  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False])
def test_a_note_is_filled_once(*, trusted: bool) -> None:
    """Docxtpl fills notes once for each section: the second time, what data say would be run."""
    made = unpacked(fill(with_notes(), {"a": "{{ 7 * 7 }}"}, trusted=trusted))

    assert b"<w:t>{{ 7 * 7 }}</w:t>" in made["word/footnotes.xml"].replace(b' xml:space="preserve"', b"")


def test_a_model_without_properties_is_still_repeatable() -> None:
    """Python-docx would write the second of the clock into it."""
    parts = unpacked(edited())
    del parts["docProps/core.xml"]
    relations = parts["_rels/.rels"].decode()
    before, _, rest = relations.partition('<Relationship Id="rId3"')
    parts["_rels/.rels"] = (before + rest.partition("/>")[2]).encode()
    content = packed(parts)

    assert b"core-properties" not in parts["_rels/.rels"]
    assert 1980 == opened(content).docx.core_properties.modified.year
    assert normalised(fill(content, DATA)) == normalised(fill(content, DATA, trusted=False))
