"""What passes the measure stands on one page: LibreOffice counts the pages of Word documents."""

import datetime as dt
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

pytest.importorskip("docxtpl")

from zest.documents.document import Document, Format, Subject
from zest.documents.errors import Overflow
from zest.documents.preparing import prepared
from zest.documents.registry import DOCUMENTS
from zest.documents.subjects import copies, offers
from zest.model.dossier import Dossier
from zest.plugins.assembly import assemble

Draw = Callable[..., None]
pytestmark = pytest.mark.skipif("ZEST_OFFICE" not in os.environ, reason="LibreOffice : nox -s office")

SENTENCE = (
    "Trois cents repas par jour, une équipe de six, et une absence qui laissait la cantine sans personne. "
)
SECTORS = ("hotellerie-restauration", "btp", "nettoyage")


def document(slug: str) -> Document:
    """The document of that name."""
    return next(one for one in DOCUMENTS if one.slug == slug)


def written(folder: Path, name: str, subject: Subject, one: Document) -> Path:
    """Write a copy of a document."""
    content = one.renderers[Format.DOCX](prepared(one.facts(subject)), subject.profile.charter)
    assert isinstance(content, bytes)
    file = folder / f"{name}.docx"
    file.write_bytes(content)
    return file


def pages(draw: Draw, *files: Path) -> dict[str, int]:
    """Pages of each file."""
    draw(files)
    told = {}
    for file in files:
        said = subprocess.run(
            ["pdfinfo", str(file.with_suffix(".pdf"))], check=True, capture_output=True, text=True
        )
        found = re.search(r"Pages:\s+(\d+)", said.stdout)
        told[file.stem] = int(found[1]) if found else 0
    return told


@pytest.mark.parametrize("slug", SECTORS)
def test_every_job_of_a_sector_is_on_one_page(sound: Dossier, slug: str, tmp_path: Path, draw: Draw) -> None:
    """None of the jobs that our sectors describe is refused, and none needs a second page."""
    pytest.importorskip(f"zest_{slug.replace('-', '_')}")
    catalogue = assemble([slug]).catalogue
    offer = attrs.evolve(sound.offers[0], sector=slug, jobs=tuple(catalogue.sectors[slug].jobs))
    dossier = attrs.evolve(sound, offers=(offer,))
    job = document("fiche-de-poste")
    made = list(copies(job, offers(dossier, catalogue, {}, dt.date(2026, 11, 23))))
    files = [written(tmp_path, one.job, one, job) for one in made]

    assert dict.fromkeys((one.job for one in made), 1) == pages(draw, *files)


def test_the_longest_stories_that_pass_are_on_one_page(
    offered: list[Subject], tmp_path: Path, draw: Draw
) -> None:
    """An experience sheet is refused a little before it needs a second page, never after."""
    one = document("retour-experience")
    sheet = next(copies(one, offered))
    assert sheet.experience is not None
    files: list[Path] = []
    for count in range(1, 40):
        told = attrs.evolve(sheet.experience, context=SENTENCE * count)
        try:
            files.append(written(tmp_path, f"{count:02d}", attrs.evolve(sheet, experience=told), one))
        except Overflow:
            break
    longest = files[-5:]

    assert 6 < len(files) < 39
    assert dict.fromkeys((one.stem for one in longest), 1) == pages(draw, *longest)
