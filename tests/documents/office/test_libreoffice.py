"""Every Word and PowerPoint document, opened by LibreOffice: asked for by ``nox -s office``."""

import os
import re
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("docxtpl")
pytest.importorskip("pptx")

from zest.documents.document import Format, Subject
from zest.documents.ooxml.guard import guarded
from zest.documents.preparing import prepared
from zest.documents.registry import DOCUMENTS
from zest.documents.subjects import copies

pytestmark = pytest.mark.skipif("ZEST_OFFICE" not in os.environ, reason="LibreOffice : nox -s office")

PAGES = {"presentation": 7, "prise-de-commande": 2}
"""Pages of what is not on one alone."""


def converted(folder: Path, form: str, *files: Path) -> None:
    """Convert files within a folder, with a profile of its own."""
    home = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", home, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)


def test_every_page_is_there(offered: list[Subject], tmp_path: Path) -> None:
    """Each document has its pages and its words; the name of who it is for is on the first."""
    expected, files = {}, []
    for document in DOCUMENTS:
        for form in (Format.DOCX, Format.PPTX):
            subject = next(copies(document, offered), None)
            if form in document.renderers and subject:
                data = prepared(document.facts(subject))
                file = tmp_path / f"{document.slug}.{form.value}"
                content = document.renderers[form](data, subject.profile.charter)
                assert isinstance(content, bytes)
                file.write_bytes(content)
                files.append(file)
                expected[document.slug] = (
                    subject.structure.name if subject.structure else data["sector"]["title"]
                )
    converted(tmp_path, "pdf", *files)
    told = {}
    for slug, name in expected.items():
        pdf = str(tmp_path / f"{slug}.pdf")
        pages = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
        words = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
        found = re.search(r"Pages:\s+(\d+)", pages)
        told[slug] = (
            int(found[1]) if found else 0,
            name.casefold() in " ".join(words.split()).casefold(),
        )

    assert {slug: (PAGES.get(slug, 1), True) for slug in expected} == told


def test_what_libreoffice_writes_is_not_refused(offered: list[Subject], tmp_path: Path) -> None:
    """A model that somebody saved from LibreOffice passes the guard."""
    for slug, form in (("papier-a-lettres", Format.DOCX), ("presentation", Format.PPTX)):
        document = next(one for one in DOCUMENTS if one.slug == slug)
        subject = next(copies(document, offered))
        content = document.renderers[form](prepared(document.facts(subject)), subject.profile.charter)
        assert isinstance(content, bytes)
        file = tmp_path / f"{slug}.{form.value}"
        file.write_bytes(content)
        out = tmp_path / "saved"
        out.mkdir(exist_ok=True)
        converted(out, form.value, file)

        assert "[Content_Types].xml" in guarded((out / file.name).read_bytes())
