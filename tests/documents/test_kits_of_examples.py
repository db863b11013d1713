"""The kit of each example: whole, or refused with what is missing and what can be made already."""

import datetime as dt
from pathlib import Path

import attrs
import page
import pytest

from zest.documents.document import Format
from zest.documents.inventory import Copy
from zest.documents.making import Made, make
from zest.documents.subjects import copies, offers
from zest.model.dossier import Dossier
from zest.plugins.assembly import assemble

from .conftest import Run, document, folders

READY = {
    "basse-normandie": "fiche-segment,guide-metiers,convention-collective,fiche-de-poste",
    "bretagne-btp": "convention-collective",
    "midi-pyrenees": "convention-collective",
    "fautif": "fiche-segment,guide-metiers,convention-collective,fiche-de-poste",
}
"""Examples that say no more than the slides of 2014, or that are faulty on purpose."""


@pytest.mark.parametrize("name", READY)
def test_what_an_example_lacks_is_told_with_what_it_can_make(name: str, run: Run, tmp_path: Path) -> None:
    """Nothing is invented for the slides' collectives: the kit is refused, and the documents that lack nothing are named."""
    pytest.importorskip("zest_btp")
    words = ("kit", f"examples/{name}", "-o", str(tmp_path / "kit"), "--as-of", "2026-11-23")
    code, out, _ = run(*words)
    made, _, _ = run(*words, "--only", READY[name])

    assert (1, True) == (
        code,
        f"Rien ne manque à ceux-ci : --only {READY[name]}\n" in out.replace("\u00a0", " "),
    )
    assert 0 == made
    assert (tmp_path / "kit/index.html").is_file()


def test_a_story_told_under_four_laws_has_its_whole_kit(run: Run, tmp_path: Path) -> None:
    """Two structures, an association and a temporary work firm, each with its contracts."""
    words = ("kit", "examples/histoire-ai", "-o", str(tmp_path), "--as-of", "2026-06-18", "--force")
    code, out, _ = run(*words, "--format", "pdf,txt")

    assert (0, False) == (code, "À ajouter" in out)


@pytest.mark.parametrize("slug", ["hotellerie-restauration", "btp", "nettoyage"])
def test_no_page_is_left_with_one_line(sound: Dossier, slug: str) -> None:
    """With nine jobs of any of our sectors, the segment sheet has two pages, and the guide one more than its jobs."""
    pytest.importorskip(f"zest_{slug.replace('-', '_')}")
    told = assemble([slug])
    jobs = tuple(told.catalogue.sectors[slug].jobs)[:9]
    offer = attrs.evolve(sound.offers[0], sector=slug, jobs=jobs, agreements=None)
    offered = offers(
        attrs.evolve(sound, offers=(offer,)), told.catalogue, folders(told), dt.date(2026, 11, 23)
    )
    counted = {}
    for name in ("fiche-segment", "guide-metiers"):
        one = document(name)
        [made] = make(Copy(document=one, subject=next(copies(one, offered)), name=name), (Format.PDF,))
        assert isinstance(made, Made)
        report = page.validate_pdf_bytes(made.content, profile=page.ValidationProfile.PDF_UA_1)
        counted[name] = (report.document.page_count, list(report.failures))

    assert {"fiche-segment": (2, []), "guide-metiers": (1 + len(jobs), [])} == counted
