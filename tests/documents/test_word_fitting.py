"""What a Word page must hold: words in their cells, titles in their band, one page where one is promised."""

import io
import re
from collections.abc import Callable
from typing import Any

import attrs
import pytest

pytest.importorskip("docxtpl")

import docx

from zest.documents.document import Format, Subject
from zest.documents.making import Made, Refused, make
from zest.documents.registry import DOCUMENTS
from zest.documents.word.fitting import PAGES
from zest.model.dossier import Dossier

from .conftest import Remade, copies_of, first_structure

WORD = Format.DOCX
LONG = "contact@associationintermediaire.example"


def sized(content: bytes, text: str) -> "set[float | None]":
    """Sizes of the runs that say a text, in the body and in the head of the first page."""
    shown = docx.Document(io.BytesIO(content))
    head = shown.sections[0].first_page_header
    cells = [cell for table in (*shown.tables, *head.tables) for row in table.rows for cell in row.cells]
    lines = [*shown.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    return {
        run.font.size.pt if run.font.size else None for line in lines for run in line.runs if text in run.text
    }


def told(**changes: Any) -> Callable[[Dossier], Dossier]:
    """Change the first experience sheet."""

    def change(dossier: Dossier) -> Dossier:
        first, *others = dossier.experiences
        return attrs.evolve(dossier, experiences=(attrs.evolve(first, **changes), *others))

    return change


def emailed(email: str) -> Callable[[Dossier], Dossier]:
    """Give every structure an address."""

    def change(dossier: Dossier) -> Dossier:
        return attrs.evolve(
            dossier, structures=tuple(attrs.evolve(one, email=email) for one in dossier.structures)
        )

    return change


def test_what_fits_is_left_as_it_is(offered: list[Subject]) -> None:
    """No size is set where nothing overflows: the styles of the model rule."""
    for slug in (one.slug for one in DOCUMENTS if WORD in one.renderers and copies_of(one.slug, offered)):
        [made] = make(copies_of(slug, offered)[0], (WORD,))
        assert isinstance(made, Made)

        assert {None} == sized(made.content, " ")


def test_an_address_wider_than_its_column_is_set_smaller(remade: Remade) -> None:
    """An address has no place where a line may break: it keeps whole, in smaller letters."""
    (made,) = remade("retour-experience", emailed(LONG), WORD)
    assert isinstance(made, Made)
    [size] = sized(made.content, LONG)

    assert size is not None
    assert 5 <= size < 8


def test_a_word_that_is_still_too_wide_is_refused(remade: Remade) -> None:
    """The field is told, the word, its width and that of the column."""
    (refused,) = remade("retour-experience", emailed("a" * 60 + "@exemple.example"), WORD)
    assert isinstance(refused, Refused)

    assert "(structure.email)" in refused.message
    assert refused.place.line > 0
    assert f"« {'a' * 24}… », trop large pour la zone « la colonne »" in refused.message
    assert "zest.toml" in refused.place.file


def test_a_title_taller_than_its_band_is_set_smaller_then_refused(remade: Remade) -> None:
    """The band is cut where it ends: a title is never."""
    title = "Une équipe de cantine au complet malgré trois absences le même jour de rentrée"
    (made,) = remade("retour-experience", told(title=title), WORD)
    (refused,) = remade("retour-experience", told(title=f"{title} " * 4), WORD)
    assert isinstance(made, Made)
    assert isinstance(refused, Refused)
    [size] = sized(made.content, title)

    assert size is not None
    assert 16 < size < 24
    assert "zone « le bandeau »" in refused.message
    assert "(experience.title)" in refused.message


@pytest.mark.parametrize("slug", ["papier-a-lettres", "lettre-prospection", "attestation-formation"])
def test_a_band_blames_what_fills_it(slug: str, remade: Remade) -> None:
    """Above a short title, the long name of the collective is told, with the heights of all and of the band."""

    def named(dossier: Dossier) -> Dossier:
        assert dossier.collective is not None
        name = "Collectif du pays de Caen " * 15
        return attrs.evolve(dossier, collective=attrs.evolve(dossier.collective, name=name))

    refused = remade(slug, named, WORD)[0]
    assert isinstance(refused, Refused)
    heights = re.search(r"([-\d,]+) mm de haut, et ([-\d,]+) au plus", refused.message)
    assert heights is not None
    measured, limit = (float(one.replace(",", ".")) for one in heights.groups())

    assert "(collective.name)" in refused.message
    assert 0 < limit < measured


def test_a_sheet_that_needs_a_second_page_is_refused(remade: Remade) -> None:
    """An experience sheet is one sheet of paper; a contract has the pages that it needs."""
    (refused,) = remade("retour-experience", told(context="Une histoire qui n'en finit pas. " * 100), WORD)
    (contract,) = remade(
        "contrat-association-intermediaire", first_structure(address="12 rue du Bourg " * 60), WORD
    )
    assert isinstance(refused, Refused)

    assert "zone « la page »" in refused.message
    assert "contrat-association-intermediaire" not in PAGES
    assert isinstance(contract, Made)
    assert {None} == sized(contract.content, "12 rue du Bourg")


def test_words_of_a_model_are_set_in_french(offered: list[Subject]) -> None:
    """Apostrophes are curly and guillemets do not stand alone, in what a model says itself too."""
    [letter] = make(copies_of("papier-a-lettres", offered)[0], (WORD,))
    assert isinstance(letter, Made)
    text = "\n".join(line.text for line in docx.Document(io.BytesIO(letter.content)).paragraphs)

    assert "'" not in text
    assert "« Titre 1 »," in text.replace("\u00a0", " ")
    assert "«\u00a0Titre 1\u00a0»," in text
    assert "Objet\u00a0:" in text
