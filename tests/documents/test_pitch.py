"""The phone pitch of each structure."""

import attrs

from zest.documents.document import Subject
from zest.documents.inventory import take
from zest.documents.making import Made, Refused
from zest.documents.preparing import texts_of

from .conftest import Remade, copies_of, document, first_structure


def test_each_structure_has_its_own(offered: list[Subject]) -> None:
    """Who calls says the name of the structure and leaves its number; nothing is left to replace by hand."""
    for copy in copies_of("argumentaire-telephonique", offered):
        told = copy.document.facts(copy.subject)
        own = copy.subject.structure
        assert own is not None

        assert f"je vous appelle de {own.name}," in told["texts"]["who"]
        assert told["structure"]["phone"] in told["texts"]["close"]
        assert [] == [text for _, text in texts_of(told) if "[votre" in text]


def test_its_number_is_asked_for(offered: list[Subject]) -> None:
    """Without the telephone of a structure, nothing is made, and the inventory says where to add it."""
    first, *others = offered[0].dossier.structures
    dossier = attrs.evolve(offered[0].dossier, structures=(attrs.evolve(first, phone=""), *others))
    subject = attrs.evolve(offered[0], dossier=dossier)
    found = take([document("argumentaire-telephonique")], [subject])

    assert [("phone", 1)] == [(one.field, len(one.documents)) for one in found.missing]
    assert first.name in found.missing[0].owner


def test_a_long_name_is_set_smaller_then_refused(remade: Remade) -> None:
    """The card at the head of the page holds two lines; what does not fit is told with its zone."""
    (made,) = remade("argumentaire-telephonique", first_structure(name="Association intermédiaire du Bocage"))
    (refused,) = remade("argumentaire-telephonique", first_structure(name="Un nom bien trop long " * 9))

    assert isinstance(made, Made)
    assert isinstance(refused, Refused)
    assert "zone « le nom de la structure »" in refused.message
