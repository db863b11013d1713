"""Where a field of a document is written."""

from pathlib import Path

import attrs
import pytest

from zest.documents.document import Subject
from zest.documents.inventory import take
from zest.documents.making import Refused
from zest.documents.origins import place_of
from zest.documents.screen import missing_blocks
from zest.findings import Place
from zest.model.dossier import Dossier

from .conftest import Remade, document


@pytest.mark.parametrize(
    "field, line", [("collective.phone", 'phone = "02 61 91 00 00"'), ("structures.1.email", "nacre")]
)
def test_a_field_is_found_at_its_line(field: str, line: str, offered: list[Subject]) -> None:
    """What the collective says, and what the structures that carry the offer say, in their order."""
    place = place_of(field, offered[0])

    written = Path(place.file).read_text("utf-8").splitlines()[place.line - 1]

    assert line in written


def test_a_structure_is_found_by_itself(offered: list[Subject]) -> None:
    """Of a document per structure, its own; without one, and for what the dossier does not write, no place."""
    second = attrs.evolve(offered[0], structure=offered[0].dossier.structures[1])

    assert place_of("structures.1.phone", offered[0]) == place_of("structure.phone", second)
    assert Place() == place_of("structure.phone", offered[0])
    assert Place() == place_of("sector.words.cover", offered[0])


def test_nothing_is_named_ready_where_all_wait(offered: list[Subject]) -> None:
    """The line of what can be made is left out when nothing can."""
    first, *others = offered[0].dossier.structures
    dossier = attrs.evolve(offered[0].dossier, structures=(attrs.evolve(first, phone=""), *others))
    subject = attrs.evolve(offered[0], dossier=dossier)
    some = take([document("depliant-individuel"), document("fiche-segment")], [subject])
    none = take([document("depliant-individuel")], [subject])

    assert (("fiche-segment",), ()) == (some.ready, none.ready)
    assert 1 == len(list(missing_blocks(some))) - len(list(missing_blocks(none)))


def test_too_many_structures_are_told_by_their_number(remade: Remade) -> None:
    """Where no one of them makes the list too long, the offer that they carry is blamed, and none of them."""

    def crowded(dossier: Dossier) -> Dossier:
        many = tuple(
            attrs.evolve(one, key=f"{one.key}-{rank}") for rank in range(8) for one in dossier.structures
        )
        offers = tuple(attrs.evolve(one, structures=None) for one in dossier.offers)
        return attrs.evolve(dossier, structures=many, offers=offers)

    [refused] = remade("depliant-collectif", crowded)
    assert isinstance(refused, Refused)

    assert refused.message.startswith("120 structures, c'est trop pour la zone « la liste des structures »")
    assert "[[offers]]" == line_of(refused.place)


def line_of(place: Place) -> str:
    """The line of a place."""
    return Path(place.file).read_text("utf-8").splitlines()[place.line - 1]
