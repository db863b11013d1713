"""Each document, compiled: accessible, the same twice, on the number of pages that it is made for."""

import importlib.util
from pathlib import Path

import attrs
import page
import pytest

from zest.documents.document import Format, Subject
from zest.documents.making import Made, Refused, make
from zest.documents.registry import DOCUMENTS
from zest.documents.typesetting import TEMPLATES
from zest.model.charter import contrast

from .conftest import Remade, copies_of, first_structure

PRINTED = [one.slug for one in DOCUMENTS if Format.PDF in one.renderers]
PAGES = {
    "depliant-individuel": 1,
    "depliant-collectif": 2,
    "retour-experience": 1,
    "fiche-de-poste": 1,
    "fiche-segment": 2,
    "prise-de-commande": 2,
    "argumentaire-telephonique": 2,
}


def pdf(slug: str, offered: list[Subject]) -> bytes:
    """The first copy of a document, as PDF."""
    [made] = make(copies_of(slug, offered)[0], (Format.PDF,))
    assert isinstance(made, Made)
    return made.content


@pytest.mark.parametrize("slug", PRINTED)
def test_a_document_is_accessible_and_the_same_twice(slug: str, offered: list[Subject]) -> None:
    """Another program than the one that wrote it finds PDF/UA-1 respected; no warning came; two runs give the same bytes."""
    content = pdf(slug, offered)
    report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)

    assert [] == [(one.rule_id, one.message) for one in report.failures]
    assert PAGES.get(slug, report.document.page_count) == report.document.page_count
    assert content == pdf(slug, offered)


def test_every_job_of_the_example_has_its_sheet_on_one_page(offered: list[Subject]) -> None:
    """A job sheet is made to be handed over: it is one sheet of paper."""
    counts = []
    for copy in copies_of("fiche-de-poste", offered):
        [made] = make(copy, (Format.PDF,))
        assert isinstance(made, Made)
        counts.append(
            page.validate_pdf_bytes(made.content, profile=page.ValidationProfile.PDF_UA_1).document.page_count
        )

    assert [1] * len(counts) == counts


def test_images_are_one_a_page_and_the_same_twice(remade: Remade) -> None:
    """PNG and SVG give a file a page, numbered, without the part that is cut away."""
    told = [
        one
        for one in remade("depliant-collectif", lambda one: one, Format.PNG, Format.SVG)
        if isinstance(one, Made)
    ]
    again = [
        one
        for one in remade("depliant-collectif", lambda one: one, Format.PNG, Format.SVG)
        if isinstance(one, Made)
    ]

    assert [f"depliant-collectif-{n}.{form}" for form in ("png", "svg") for n in (1, 2)] == [
        one.path for one in told
    ]
    assert [b"\x89PNG", b"\x89PNG", b"<svg", b"<svg"] == [one.content[:4] for one in told]
    assert [one.content for one in told] == [one.content for one in again]


def test_the_leaflet_bleeds_and_is_cut_to_its_size(offered: list[Subject]) -> None:
    """The box of the cut is an A4 across, three millimetres inside the paper."""
    content = pdf("depliant-collectif", offered)

    assert b"/TrimBox[8.503937 8.503906 850.3937 603.77954]" in content


def test_a_sign_that_the_font_lacks_is_refused_in_every_form(remade: Remade) -> None:
    """An image of a document would show an empty box in its place: it is refused as its PDF is."""
    from .conftest import first_structure

    for form in (Format.PDF, Format.PNG, Format.SVG):
        [refused] = remade("depliant-individuel", first_structure(name="Bocage 中 Emploi"), form)

        assert isinstance(refused, Refused)
        assert "« 中 », que la police du kit ne sait pas écrire" in refused.message


def test_templates_neither_evaluate_nor_fetch() -> None:
    """No template makes source out of data, nor names a package or a file that is not a template."""
    for file in sorted(TEMPLATES.glob("*.typ")):
        text = file.read_text("utf-8")

        assert not [word for word in ("eval(", "@preview", "read(", "plugin(") if word in text], file.name


def test_text_on_the_watermark_is_readable(offered: list[Subject]) -> None:
    """The big slice is nine parts of white in a hundred on the main colour: soft text on it keeps its contrast."""
    charter = offered[0].profile.charter
    channels = [round(0.91 * int(charter.primary[i : i + 2], 16) + 0.09 * 255) for i in (1, 3, 5)]
    mixed = type(charter.primary)("#" + "".join(f"{one:02x}" for one in channels))

    assert contrast(charter.soft, mixed) >= 4.5


def test_a_fault_of_a_template_is_not_taken_for_a_fault_of_the_data(tmp_path: Path) -> None:
    """What is neither an overflow nor a missing sign goes up as it is."""
    import datetime as dt

    from zest.documents.typesetting import compiled

    pytest.importorskip("typst")
    broken = tmp_path / "broken.typ"
    broken.write_text("#unknown", "utf-8")
    warned = tmp_path / "warned.typ"
    warned.write_text('#set document(title: "T")\n#set text(font: "Absent")\nMot', "utf-8")
    for file in (broken, warned):
        with pytest.raises(RuntimeError):
            compiled(file, {}, Format.PDF, dt.date(2026, 11, 23))


def test_a_title_stays_below_the_wordmark(remade: Remade) -> None:
    """A long name is set smaller in a low band; a longer one is refused before it covers the mark."""
    [sound] = remade(
        "prise-de-commande", first_structure(name="Association de solidarité et d'emploi du Bocage")
    )
    [refused] = remade("prise-de-commande", first_structure(name="Association de solidarité " * 5))

    assert isinstance(sound, Made)
    assert isinstance(refused, Refused)
    assert "« le titre »" in refused.message
    assert refused.message.endswith("et 14 au plus.")


def test_the_extra_is_asked_for_in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Typst, one sentence says what to install."""
    from zest.documents import typesetting
    from zest.errors import MissingExtraError

    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)

    with pytest.raises(MissingExtraError, match=r"pip install 'zest-coorace\[kit\]'"):
        typesetting.require()


def test_a_document_is_of_its_sector_alone(offered: list[Subject]) -> None:
    """A document that a sector brings is not made for the offers of the others."""
    from zest.documents.subjects import copies

    from .conftest import document

    assert [] == list(copies(attrs.evolve(document("fiche-segment"), sector="btp"), offered))
