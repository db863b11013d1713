"""The Word documents of the kit."""

import hashlib
import io
import zipfile
from typing import Any

import attrs
import pytest

pytest.importorskip("docxtpl")

import docx

from zest.documents.document import Data, Document, Format, Subject
from zest.documents.facts import contracts
from zest.documents.ooxml.guard import guarded
from zest.documents.preparing import prepared
from zest.documents.registry import DOCUMENTS
from zest.documents.subjects import copies
from zest.documents.word.fields import paths, shape_of
from zest.documents.word.models import COMMON, MODELS, model
from zest.model.contract import LendingMention, WorkMention
from zest.model.structure import StructureKind
from zest.readings.formalities.mentions import mention_lists

WORD = [one for one in DOCUMENTS if Format.DOCX in one.renderers]
SLUGS = [one.slug for one in WORD]
LISTS = {
    "contrat-travail-temporaire": ("temporary-work", "temporary-work-guarantor"),
    "contrat-association-intermediaire": ("intermediary",),
    "contrat-mission": ("mission-contract",),
}


def first(document: Document, offered: list[Subject]) -> Subject:
    """The first copy; of a loan, with a structure that may lend at cost alone."""
    found = next(copies(document, offered), None)
    if found:
        return found
    own = attrs.evolve(offered[0].dossier.structures[0], kind=StructureKind.ACI)
    return attrs.evolve(offered[0], structure=own)


def data_of(slug: str, offered: list[Subject]) -> Data:
    """What a document shows."""
    document = next(one for one in WORD if one.slug == slug)
    return prepared(document.facts(first(document, offered)))


def made(slug: str, offered: list[Subject]) -> bytes:
    """Its bytes."""
    document = next(one for one in WORD if one.slug == slug)
    content = document.renderers[Format.DOCX](data_of(slug, offered), offered[0].profile.charter)
    assert isinstance(content, bytes)
    return content


def whole_text(content: bytes) -> str:
    """All that a document says, tables and headers too."""
    document = docx.Document(io.BytesIO(content))
    parts = [document.element.body, document.sections[0].first_page_header._element]  # no public way
    return " ".join(node.text or "" for part in parts for node in part.iter() if str(node.tag).endswith("}t"))


def test_every_model_is_a_document_of_the_kit() -> None:
    """None is built that nobody can get."""
    assert sorted(MODELS) == sorted(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_each_document_is_whole(slug: str, offered: list[Subject]) -> None:
    """It reopens, says who it is of, holds no tag any more, and passes the guard; twice it is the same."""
    content = made(slug, offered)
    text = whole_text(content)

    assert [] == [tag for tag in ("{{", "{%", "}}", "%}") if tag in text]
    assert "[Content_Types].xml" in guarded(content)
    assert hashlib.sha256(content).digest() == hashlib.sha256(made(slug, offered)).digest()
    assert f"zest:{slug}" == docx.Document(io.BytesIO(content)).core_properties.keywords


@pytest.mark.parametrize("slug", LISTS)
def test_a_contract_has_every_mention_of_its_regime(slug: str, offered: list[Subject]) -> None:
    """Each key of the lists of mentions is in the document, in the words of the law's own enumeration."""
    kind = WorkMention if slug == "contrat-mission" else LendingMention
    asked = [one.key for key in LISTS[slug] for one in mention_lists()[key].asked]
    text = whole_text(made(slug, offered)).replace("’", "'").replace("\u00a0", " ").casefold()

    assert [] == [key for key in asked if kind(key).label.casefold() not in text]
    assert [] == [key for key in LISTS[slug] if mention_lists()[key].source.reference.casefold() not in text]


def test_every_list_of_mentions_has_its_model() -> None:
    """A list that is added to the law asks for a model."""
    assert sorted(mention_lists()) == sorted(key for keys in LISTS.values() for key in keys)


def test_a_contract_is_made_for_those_who_may_sign_it(offered: list[Subject]) -> None:
    """An AI has its own contract, a temporary-work firm both of its own, an ACI the loan at cost; a GEIQ none."""
    by_kind = {}
    for kind in (StructureKind.AI, StructureKind.ETTI, StructureKind.ACI, StructureKind.GEIQ):
        own = attrs.evolve(offered[0].dossier.structures[0], kind=kind)
        subject = attrs.evolve(offered[0], structure=own)
        by_kind[kind.value] = [
            one.slug
            for one in WORD
            if one.slug.startswith(("contrat", "convention-pret")) and one.suits(subject)
        ]

    assert {
        "AI": ["contrat-association-intermediaire"],
        "ETTI": ["contrat-travail-temporaire", "contrat-mission"],
        "ACI": ["convention-pret"],
        "GEIQ": [],
    } == by_kind
    assert not contracts.intermediary(offered[0])


@pytest.mark.parametrize("slug", SLUGS)
def test_the_list_of_fields_is_that_of_the_facts(slug: str, offered: list[Subject]) -> None:
    """Every value that a document's facts hold may be named by a model."""
    unknown = []
    for path in paths(data_of(slug, offered)):
        shape: Any = shape_of(slug)
        for step in path.split("."):
            shape = shape.get(step.removesuffix("[]"), "?") if isinstance(shape, dict) else "?"
            shape = shape[0] if isinstance(shape, list) else shape
        unknown += [path] if shape == "?" else []

    assert [] == unknown


@pytest.mark.parametrize("slug", SLUGS)
def test_a_model_is_built_the_same_twice(slug: str) -> None:
    """Part by part: deflated bytes hang on the machine."""
    one, other = model(slug, COMMON), MODELS[slug](COMMON)

    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in package.infolist()}
        assert "word/fonts/font1.odttf" in package.namelist()
    assert () == COMMON.failures()


@pytest.mark.parametrize("slug", SLUGS)
def test_the_foot_keeps_room_for_its_number(slug: str) -> None:
    """Words that fill the line wrap before it: the number stands beyond them, at the edge of the text."""
    section = docx.Document(io.BytesIO(model(slug, COMMON))).sections[0]
    for foot in (section.footer, section.first_page_footer):
        edge, line = foot.paragraphs
        [stop] = line.paragraph_format.tab_stops

        assert "" == edge.text
        assert (15, 170) == (round(line.paragraph_format.right_indent.mm), round(stop.position.mm))
        assert "1 / 1" == "".join(one.text for one in line._p.iter() if one.tag.endswith("}t"))[-5:]


@pytest.mark.parametrize("slug", SLUGS)
def test_what_follows_the_last_table_takes_no_page(slug: str) -> None:
    """The empty paragraph that Word wants there is as good as nothing high."""
    last = docx.Document(io.BytesIO(model(slug, COMMON))).paragraphs[-1:]

    assert [] == [one for one in last if not one.text and one.paragraph_format.line_spacing.mm > 0.2]
