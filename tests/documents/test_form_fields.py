"""The order form is filled in on a screen, by whoever sees it and whoever hears it."""

import importlib.util
import io

import page
import pytest

from zest.documents.document import Format, Subject
from zest.documents.form_fields import with_fields
from zest.documents.making import Made, make
from zest.errors import MissingExtraError

from .conftest import Remade, copies_of, first_structure

pikepdf = pytest.importorskip("pikepdf")


def test_every_question_is_a_field_with_its_words(offered: list[Subject]) -> None:
    """Each zone and each box has a name of its own and what a screen reader says; the compulsory ones twice, yes and no."""
    [made] = make(copies_of("prise-de-commande", offered)[0], (Format.PDF,))
    assert isinstance(made, Made)
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        fields = [(str(one.FT), str(one.T), str(one.TU)) for one in pdf.Root.AcroForm.Fields]
        links = [one for sheet in pdf.pages for one in sheet.get("/Annots", []) if one.Subtype == "/Link"]
    asked = [words for kind, _, words in fields if kind == "/Btn" and words.endswith((" oui", " non"))]

    assert [] == links
    assert len(fields) == len({name for _, name, _ in fields})
    assert ("/Tx", "5. Raison sociale ou nom", "Raison sociale ou nom") in fields
    assert 8 == len(asked)
    assert "Une grève est-elle en cours dans l’établissement\u202f? oui" in asked


def test_a_form_that_was_filled_in_is_still_accessible(offered: list[Subject]) -> None:
    """A ticked box and a typed text leave the file as PDF/UA-1 has it."""
    [made] = make(copies_of("prise-de-commande", offered)[0], (Format.PDF,))
    assert isinstance(made, Made)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        box = next(one for one in pdf.Root.AcroForm.Fields if one.FT == "/Btn")
        box.V = box.AS = pikepdf.Name("/Oui")
        pdf.Root.AcroForm.Fields[4].V = pikepdf.String("Hôtel du Port")
        pdf.save(out)
    report = page.validate_pdf_bytes(out.getvalue(), profile=page.ValidationProfile.PDF_UA_1)

    assert [] == list(report.failures)


def test_images_of_the_form_have_no_mark(remade: Remade) -> None:
    """A mark is for the PDF alone; a link of anyone's is left as it is."""
    told = remade("prise-de-commande", first_structure(city="Caen"), Format.SVG)

    assert [] == [one for one in told if isinstance(one, Made) and b"zest-field" in one.content]


def test_a_link_that_is_no_mark_stays_a_link(offered: list[Subject]) -> None:
    """The trade guide links to its pages: nothing of it becomes a field."""
    [made] = make(copies_of("guide-metiers", offered)[0], (Format.PDF,))
    assert isinstance(made, Made)
    with pikepdf.open(io.BytesIO(with_fields(made.content))) as pdf:
        kinds = {str(one.Subtype) for sheet in pdf.pages for one in sheet.get("/Annots", [])}
        fields = len(pdf.Root.AcroForm.Fields)

    assert ({"/Link"}, 0) == (kinds, fields)


def test_the_extra_is_asked_for_in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pikepdf, one sentence says what to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)

    with pytest.raises(MissingExtraError, match="demande pikepdf"):
        with_fields(b"")
