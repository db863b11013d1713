"""The presentation."""

import io

import attrs
import pytest

pytest.importorskip("pptx")

import pptx

from zest.documents.document import Data, Subject
from zest.documents.facts import office
from zest.documents.ooxml.guard import guarded
from zest.documents.preparing import prepared
from zest.documents.slides.deck import deck
from zest.model.dossier import Dossier


def data_of(subject: Subject) -> Data:
    """What the slides show."""
    return prepared(office.deck(subject))


def text_of(content: bytes) -> list[str]:
    """What each slide says."""
    shown = pptx.Presentation(io.BytesIO(content))
    return [
        " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for slide in shown.slides
    ]


def test_the_slides_tell_the_offer(offered: list[Subject]) -> None:
    """Seven slides, promises with their cases, results with their denominator; the same bytes twice."""
    content = deck(data_of(offered[0]), offered[0].profile.charter)
    slides = text_of(content)

    assert 7 == len(slides)
    assert "cas sur" in slides[3]
    assert "31 sur 44 sorties" in slides[5].replace("\u00a0", " ")
    assert content == deck(data_of(offered[0]), offered[0].profile.charter)
    assert [] == [name for name in guarded(content) if "printerSettings" in name]


def test_the_theme_is_the_sector_s(offered: list[Subject]) -> None:
    """Colours and face are in the theme, so that what people add looks like the rest; three layouts are kept."""
    content = deck(data_of(offered[0]), offered[0].profile.charter)
    theme = next(body for name, body in guarded(content).items() if "theme/theme" in name).decode()
    shown = pptx.Presentation(io.BytesIO(content))

    assert offered[0].profile.charter.primary[1:].upper() in theme
    assert 2 == theme.count('latin typeface="Figtree"')
    assert ["Couverture", "Titre et contenu", "Titre seul"] == [one.name for one in shown.slide_layouts]


def test_what_is_not_known_is_said_so(offered: list[Subject], sound: Dossier) -> None:
    """Without a denominator there is no rate, without a measure no standing, without hours no number."""
    bare = attrs.evolve(sound.results[0], exits=None, hours=None, note="", start=None, positive=None)
    dossier = attrs.evolve(sound, results=(bare,), measures=())
    subject = attrs.evolve(offered[0], dossier=dossier)
    slides = text_of(deck(data_of(subject), subject.profile.charter))

    assert "Pas de taux" in slides[5]
    assert "Non connu" in slides[5]
    assert "Pas encore mesuré" in slides[3]


def test_a_large_collective_goes_on_over_slides(offered: list[Subject]) -> None:
    """Sixteen structures a slide; none is left out, and a real collective bears no mark of fiction."""
    data = data_of(offered[0])
    many = [{**data["structures"][0], "name": f"Structure {rank}"} for rank in range(40)]
    told = {**data, "structures": many, "collective": {**data["collective"], "fictional": False}}
    slides = text_of(deck(told, offered[0].profile.charter))

    assert 9 == len(slides)
    assert "Structure 39" in slides[3]
    assert "exemple" not in slides[-1].replace(".example", "")
