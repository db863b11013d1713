"""The edition keeps the contract, and says what the slide of 2014 says."""

from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import Any, ClassVar

import zest_hotellerie_restauration_midi_pyrenees
from zest.findings import Severity
from zest.source import Status
from zest.testing.editions import EditionConformance
from zest.testing.samples import findings_of

SLIDE = {
    "reponse-48h": "Réactivité : traitement de la demande dans les 48h",
    "presentation-avant": "La structure s'engage à présenter au donneur d'ordre le salarié retenu avant la première mise à disposition",
    "suivi-planifie": "La structure s'engage à effectuer un suivi régulier et planifié des missions",
    "formalites": (
        "La structure s'engage à assurer l'ensemble des formalités administratives nécessaires"
        " à la mise en place de la mission"
    ),
    "tarif-homogene": "Travail sur une tarification homogène dans les départements",
}


class TestEdition(EditionConformance):
    """The whole kit; an offer says by itself which hours are meant, for the slide does not."""

    slug = "hotellerie-restauration-midi-pyrenees"
    told: ClassVar[Mapping[str, Any]] = {"offers.0.commitments.0.clock": "clock-hours"}

    def test_it_promises_the_words_of_the_slide(self) -> None:
        """Five commitments, and not one more."""
        profile = self.edition.sector.profile

        assert SLIDE == {
            change.item: profile.commitments[change.item].statement for change in profile.changes
        }

    def test_every_change_was_read_on_the_slide(self) -> None:
        """The day of the meeting, the present wording read."""
        changes = self.edition.sector.profile.changes

        assert {"2014-06-16"} == {change.on.isoformat() for change in changes}
        assert {Status.VERIFIED} == {change.source.status for change in changes}

    def test_the_hours_are_not_told(self) -> None:
        """Without its own word an offer is asked which hours its 48 are."""
        made = self.assembly
        silent = {"offers.0.commitments.0": {"key": "reponse-48h"}}
        (found,) = findings_of(made.catalogue.rules["Z125"], silent, made, self.sample)

        assert Severity.WARNING is found.severity

    def test_what_the_slide_does_not_say_is_the_sector_s(self) -> None:
        """Share of the cases, proof, owner; and every promise that the slide does not name."""
        mine, theirs = self.edition.sector.profile, self.national.profile

        assert mine.commitments["reponse-48h"].target == theirs.commitments["reponse-48h"].target
        assert mine.commitments["securite-accueil"] == theirs.commitments["securite-accueil"]
        assert (mine.jobs, mine.charter) == (theirs.jobs, theirs.charter)


def test_the_edition_is_found_under_its_slug() -> None:
    """The entry point that dossiers name leads to this package."""
    [found] = entry_points(group="zest.sectors.v1", name="hotellerie-restauration-midi-pyrenees")

    assert zest_hotellerie_restauration_midi_pyrenees is found.load()
