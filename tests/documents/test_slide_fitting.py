"""Texts that must fit their frames on a slide: measured, set smaller, then refused."""

import io
from collections.abc import Callable

import attrs
import pytest

pytest.importorskip("pptx")

import pptx

from zest.documents.document import Format
from zest.documents.errors import Overflow, Unfit
from zest.documents.making import Made, Refused
from zest.documents.ooxml.metrics import POINT, broken, width_of
from zest.documents.slides.fitting import Line, Zone, scale_of
from zest.model.dossier import Dossier
from zest.model.offer import Tariff

from .conftest import Remade, first_structure

ZONE = Zone("la carte", "jobs.0")
SENTENCE = "Chaque mission est suivie aux dates convenues. "


def lines(*texts: str) -> list[Line]:
    """Texts of one size."""
    return [(text, 12, False, "tx1") for text in texts]


def stated(length: int) -> Callable[[Dossier], Dossier]:
    """Make the first promise so long."""

    def change(dossier: Dossier) -> Dossier:
        assert dossier.offers[0].commitments
        first, *others = dossier.offers[0].commitments
        told = attrs.evolve(first, statement=(SENTENCE * 100)[:length])
        offer = attrs.evolve(dossier.offers[0], commitments=(told, *others))
        return attrs.evolve(dossier, offers=(offer,))

    return change


@pytest.mark.parametrize("bold", [False, True])
def test_widths_are_those_of_the_face(bold: bool) -> None:
    """A text is as wide as the cut that Word files embed draws it; an unknown sign takes a whole em, a thin space a space."""
    image_font = pytest.importorskip("PIL.ImageFont")
    from zest.documents.word import faces

    cut = f"fonts/Figtree-{'Bold' if bold else 'Regular'}.ttf"
    face = image_font.truetype(faces.__file__.replace("faces.py", cut), 1000)
    text = "« Où est l’hôtel ? » : 21,50\u00a0€, ÇÉŒ@-·"
    alone = sum(face.getlength(sign) for sign in text)

    assert pytest.approx(alone / 1000 * 10 * POINT) == width_of(text, 10, bold=bold)
    assert face.getlength(text) <= alone
    assert 10 * POINT == width_of("字", 10, bold=bold)
    assert width_of(" ", 10, bold=bold) == width_of("\u202f", 10, bold=bold)


@pytest.mark.parametrize(
    "text, room, expected",
    [
        ("", 10, 1),
        ("court", 100, 1),
        ("deux mots", width_of("deux mots", 10), 1),
        ("deux mots", width_of("deux mots", 10) - 0.01, 2),
        ("deux\u00a0mots et", width_of("deux\u00a0mots ", 10), 2),
        ("petit-déjeuner", width_of("déjeuner", 10), 2),
        ("un\ndeux", 100, 2),
        ("i" * 100, width_of("i" * 40, 10), 3),
    ],
)
def test_lines_break_where_a_printer_breaks_them(text: str, room: float, expected: int) -> None:
    """Spaces and hyphens let a line end, no-break spaces do not; a word that is too wide is cut."""
    assert expected == broken(text, room, 10).lines


def test_the_widest_piece_is_told() -> None:
    """An address without a hyphen is one piece."""
    told = broken("écrire à contact@bocage.example", 50, 10)

    assert ("contact@bocage.example", width_of("contact@bocage.example", 10)) == (told.widest, told.width)


def test_a_text_is_set_smaller_then_refused() -> None:
    """What fits is set as asked; what does not is set smaller, never below nine points; the rest is refused."""
    with pytest.raises(Overflow) as refused:
        scale_of(ZONE, lines(SENTENCE * 20), 60, 30)

    assert 1.0 == scale_of(ZONE, lines(SENTENCE), 60, 30)
    assert 0.9 > scale_of(ZONE, lines(SENTENCE * 4), 60, 30) >= 0.75
    assert ("la carte", "jobs.0", 30) == (refused.value.zone, refused.value.field, refused.value.limit)
    assert refused.value.measured > refused.value.limit
    assert 1.0 == scale_of(ZONE, [], 60, 30)


def test_a_word_without_a_break_is_refused() -> None:
    """Its beginning is shown, with its width and that of the frame."""
    with pytest.raises(Unfit) as refused:
        scale_of(ZONE, lines("Voici", "x" * 60), 60, 30)
    with pytest.raises(Unfit) as short:
        scale_of(ZONE, lines("anticonstitutionnellement"), 20, 30)

    assert "jobs.0" == refused.value.field
    assert f"« {'x' * 24}… », trop large pour la zone « la carte » :" in refused.value.words
    assert "« anticonstitutionnellemen… »" in short.value.words


def test_the_kit_says_which_text_overflows_its_slide(remade: Remade) -> None:
    """A promise of one sentence is made; one of a page is refused with its place in the dossier."""
    (made,) = remade("presentation", stated(300), Format.PPTX)
    (refused,) = remade("presentation", stated(1500), Format.PPTX)

    assert isinstance(made, Made)
    assert isinstance(refused, Refused)
    assert "zone « Nos engagements, carte 1 »" in refused.message
    assert "(commitments.0.statement)" in refused.message
    assert "zest.toml" in refused.place.file


def test_a_name_without_a_break_is_refused(remade: Remade) -> None:
    """A structure whose name no line breaks is told, with its place."""
    (refused,) = remade("presentation", first_structure(name="Solidarité" * 9), Format.PPTX)

    assert isinstance(refused, Refused)
    assert "a un mot sans coupure, « SolidaritéSolidaritéSoli… »" in refused.message
    assert "(structures.0.name)" in refused.message


def test_a_name_of_the_collective_is_told_with_its_place(remade: Remade) -> None:
    """What no one finds by its text is found by its field."""

    def named(dossier: Dossier) -> Dossier:
        assert dossier.collective is not None
        return attrs.evolve(dossier, collective=attrs.evolve(dossier.collective, name="Bocage" * 40))

    (refused,) = remade("presentation", named, Format.PPTX)

    assert isinstance(refused, Refused)
    assert "zest.toml" in refused.place.file
    assert refused.place.line > 0


def test_a_name_longer_than_a_property_is_refused_where_it_stands(remade: Remade) -> None:
    """PowerPoint takes 255 signs of an author; what is told is the slide that the name does not fit."""

    def named(dossier: Dossier) -> Dossier:
        assert dossier.collective is not None
        name = "Collectif du pays de Caen " * 11
        return attrs.evolve(dossier, collective=attrs.evolve(dossier.collective, name=name))

    (refused,) = remade("presentation", named, Format.PPTX)

    assert isinstance(refused, Refused)
    assert "(collective.name) est trop long pour la zone" in refused.message


def test_a_price_is_shown_on_a_slide(remade: Remade) -> None:
    """Two at most, each with its label."""

    def priced(dossier: Dossier) -> Dossier:
        told = tuple(Tariff(label=label, hourly_cents=2150) for label in ("Semaine", "", "Nuit"))
        return attrs.evolve(dossier, offers=(attrs.evolve(dossier.offers[0], tariffs=told),))

    (made,) = remade("presentation", priced, Format.PPTX)
    assert isinstance(made, Made)
    shown = pptx.Presentation(io.BytesIO(made.content)).slides[2].shapes
    text = "\n".join(one.text_frame.text for one in shown if one.has_text_frame)

    assert "Semaine\n21,50\u00a0€ l’heure" in text
    assert "Tarif\n21,50\u00a0€ l’heure" in text
    assert "Nuit" not in text
