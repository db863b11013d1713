"""Files of Word and PowerPoint, looked at before anything opens them."""

import io
import os
import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("docx")
pytest.importorskip("pptx")

import docx
import pptx
from pptx.util import Inches

from zest.documents.ooxml import guard
from zest.documents.ooxml.errors import UnsafeFile
from zest.documents.ooxml.guard import guarded, read_file
from zest.documents.ooxml.packing import packed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Parts = dict[str, bytes]


def plain() -> Parts:
    """The parts of a document of python-docx."""
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Bonjour")
    document.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def body(xml: str) -> Callable[[Parts], Parts]:
    """Put XML at the beginning of the body."""

    def changed(parts: Parts) -> Parts:
        text = parts["word/document.xml"].decode().replace("<w:body>", f"<w:body>{xml}")
        return parts | {"word/document.xml": text.encode()}

    return changed


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> Callable[[Parts], Parts]:
    """Add a relation of the document."""

    def changed(parts: Parts) -> Parts:
        one = f'<Relationship Id="rId900" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/></Relationships>'
        name = "word/_rels/document.xml.rels"
        return parts | {name: parts[name].decode().replace("</Relationships>", one).encode()}

    return changed


def put(name: str, content: bytes) -> Callable[[Parts], Parts]:
    """Add or replace a part."""
    return lambda parts: parts | {name: content}


def field(*pieces: str) -> str:
    """A field, its instruction split over runs."""
    told = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces)
    begin, end = ("<w:r><w:fldChar w:fldCharType='" + one + "'/></w:r>" for one in ("begin", "end"))
    return f"<w:p>{begin}{told}{end}</w:p>"


HOSTILE: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "doctype": (put("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "entité"),
    "utf-16": (put("word/document.xml", "<a/>".encode("utf-16")), "UTF-8"),
    "other encoding": (put("word/document.xml", b'<?xml version="1.0" encoding="utf-7"?><a/>'), "UTF-8"),
    "no xml": (put("word/document.xml", b"<a"), "lisible"),
    "external picture": (related("image", "http://pirate.example/a.png"), "externe"),
    "attached template": (related("attachedTemplate", "http://pirate.example/a.dotm"), "attachedTemplate"),
    "file link": (related("hyperlink", "file:///etc/passwd"), "lien"),
    "javascript link": (related("hyperlink", "javascript:alert(1)"), "lien"),
    "broken link": (related("hyperlink", "http://[a"), "lien"),
    "traversal in a relation": (related("image", "../../../etc/passwd", ""), "sort"),
    "scheme in a relation": (related("image", "file:///etc/passwd", ""), "sort"),
    "altChunk": (body("<w:altChunk/>"), "altChunk"),
    "OLE": (body("<w:p><w:r><w:object><w:OLEObject/></w:object></w:r></w:p>"), "OLE"),
    "action": (body("<w:p action='ppaction://program'/>"), "programme"),
    "DDE split over runs": (body(field(" DDE", "AUTO c:\\\\a ", "b")), "DDEAUTO"),
    "picture by a field": (body(field(' INCLUDEPICTURE "http://pirate.example/a.png"')), "INCLUDEPICTURE"),
    "simple field": (body('<w:p><w:fldSimple w:instr="INCLUDETEXT a"/></w:p>'), "INCLUDETEXT"),
    "field never ended": (body(field(" DDE a b").replace("end", "separate")), "DDE"),
    "instruction out of a field": (body("<w:p><w:r><w:instrText>DDE a</w:instrText></w:r></w:p>"), "DDE"),
    "field inside a field": (body(field(" PAGE ")[:-6] + field(" LINK a")[5:]), "LINK"),
    "link by a field": (body(field(' HYPERLINK "file:///etc/passwd"')), "lien"),
    "macro": (put("word/vbaProject.bin", b"x"), "macros"),
    "macro announced": (
        lambda parts: parts | {"[Content_Types].xml": parts["[Content_Types].xml"].replace(
            b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")},
        "annoncé",
    ),
    "zip bomb": (put("word/media/a.png", b"\0" * 30_000_000), "démesuré"),
    "no document": (lambda _: {"a.txt": b"a"}, "n'est pas un fichier Word"),
    "traversal": (put("../a.xml", b"<a/>"), "sort de l'archive"),
    "same name twice": (put("WORD/document.xml", b"<a/>"), "deux fois"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_at_once(name: str) -> None:
    """Each attack is told with its part, in less than two seconds."""
    change, words = HOSTILE[name]
    content = packed(change(plain()))
    begun = time.monotonic()

    with pytest.raises(UnsafeFile) as caught:
        guarded(content)

    assert words in str(caught.value)
    assert time.monotonic() - begun < 2


def test_archives_that_lie_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """No archive, too many entries, a link, a locked entry."""
    link, locked = zipfile.ZipInfo("word/a.xml"), zipfile.ZipInfo("word/b.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    locked.flag_bits = 0x1

    with pytest.raises(UnsafeFile, match="PowerPoint lisible") as refused:
        guarded(b"bonjour")
    assert "zip" not in str(refused.value)
    for entry, words in ((link, "lien"), (locked, "chiffré")):
        with pytest.raises(UnsafeFile, match=words):
            guard._sound(entry, set())  # zipfile cannot write a locked entry
    monkeypatch.setattr(guard, "MOST_PARTS", 3)
    with pytest.raises(UnsafeFile, match="plus de 3"):
        guarded(packed(plain()))


def test_only_ordinary_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link is not followed, a pipe is not waited for, a large file is not read."""
    file, link, pipe = tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx"
    file.write_bytes(b"abc")
    link.symlink_to(file)
    os.mkfifo(pipe)

    assert b"abc" == read_file(file)
    for one in (link, pipe, tmp_path):
        with pytest.raises(UnsafeFile, match="ordinaire"):
            read_file(one)
    monkeypatch.setattr(guard, "MOST_FILE", 2)
    with pytest.raises(UnsafeFile, match="plus de"):
        read_file(file)


def test_what_people_really_have_is_not_refused() -> None:
    """Documents of python-docx and python-pptx pass: links, images, fields, charts with their sheet."""
    document = docx.Document()
    document.part.relate_to("https://zest.example", f"{RELATIONS}/hyperlink", is_external=True)
    document.part.relate_to("mailto:a@zest.example", f"{RELATIONS}/hyperlink", is_external=True)
    document.add_table(2, 2)
    out, shown = io.BytesIO(), io.BytesIO()
    document.save(out)
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Bonjour"
    slide.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    deck.save(shown)
    kept = packed(body(field(' HYPERLINK "https://zest.example" ') + field("  ") + field(" PAGE "))(plain()))
    with_mark = packed(put("word/a.xml", b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><a/>")(plain()))

    folder = io.BytesIO(out.getvalue())
    with zipfile.ZipFile(folder, "a") as package:
        package.mkdir("word/media")

    for content in (out.getvalue(), shown.getvalue(), kept, with_mark, folder.getvalue()):
        assert "[Content_Types].xml" in guarded(content)
