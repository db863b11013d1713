"""The kit of the sound example, made through the real compiler."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from zest.catalogue import Catalogue
from zest.documents.document import Document, Format, Subject
from zest.documents.inventory import Copy
from zest.documents.making import Made, Refused, make
from zest.documents.registry import DOCUMENTS
from zest.documents.subjects import copies, offers
from zest.io.dossier import load
from zest.model.dossier import Dossier
from zest.plugins.assembly import Assembly, assemble

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 23)
Run = Callable[..., tuple[int, str, str]]
Remade = Callable[..., list[Made | Refused]]


@pytest.fixture(scope="session")
def sound() -> Dossier:
    """The dossier whose kit is whole."""
    pytest.importorskip("typst")
    pytest.importorskip("zest_hotellerie_restauration")
    return load(ROOT / "examples/caen-exemplaire")


@pytest.fixture(scope="session")
def assembly(sound: Dossier) -> Assembly:
    """Its sectors."""
    return assemble(sound.sectors)


@pytest.fixture(scope="session")
def offered(sound: Dossier, assembly: Assembly) -> list[Subject]:
    """Its offers."""
    return offers(sound, assembly.catalogue, folders(assembly), DAY)


def folders(assembly: Assembly) -> dict[str, Path | None]:
    """Where the files of each sector are."""
    return {one.origin.slug: one.sector.folder for one in assembly.loaded}


def document(slug: str) -> Document:
    """The document of that name."""
    return next(one for one in DOCUMENTS if one.slug == slug)


def copies_of(slug: str, offered: list[Subject]) -> list[Copy]:
    """Every copy of a document."""
    one = document(slug)
    return [Copy(document=one, subject=subject, name=slug) for subject in copies(one, offered)]


@pytest.fixture
def remade(sound: Dossier, assembly: Assembly) -> Remade:
    """Make the first copy of a document after a change of the dossier."""

    def made(
        slug: str, change: Callable[[Dossier], Dossier] = lambda one: one, *forms: Format, day: dt.date = DAY
    ) -> list[Made | Refused]:
        catalogue: Catalogue = assembly.catalogue
        offered = offers(change(sound), catalogue, folders(assembly), day)
        return list(make(copies_of(slug, offered)[0], forms or (Format.PDF,)))

    return made


def first_structure(**told: Any) -> Callable[[Dossier], Dossier]:
    """Change the first structure of a dossier."""

    def change(dossier: Dossier) -> Dossier:
        first, *others = dossier.structures
        return attrs.evolve(dossier, structures=(attrs.evolve(first, **told), *others))

    return change


@pytest.fixture
def run(run: Run) -> Run:
    """Return what runs a command, where documents can be made."""
    pytest.importorskip("typst")
    pytest.importorskip("zest_hotellerie_restauration")
    return run
