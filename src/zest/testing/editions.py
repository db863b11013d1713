"""What a regional edition owes its users, as tests: ``class TestMine(EditionConformance): slug = "mine"``."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from zest.findings import Verdict
from zest.plugins.origin import Loaded
from zest.sector import Sector
from zest.testing.samples import AS_OF, changed, dossier_of, findings_of, sector_sample
from zest.testing.sector_under_test import SectorUnderTest
from zest.validation import check

SENTENCE = re.compile(r"[A-ZÀÂÉÈÊÎÔŒ«0-9].*[.?…]", re.DOTALL)


class EditionConformance(SectorUnderTest):
    """Subclass it in the tests of an edition and give its slug.

    Attributes:
        slug: name of the entry point.
        told: what an offer must tell by itself for the sector's sound sample to be sound under the edition.
        loosened: keys of what the edition loosens on purpose; each gives every offer a finding.
    """

    told: ClassVar[Mapping[str, Any]] = {}
    loosened: ClassVar[frozenset[str]] = frozenset()

    @property
    def edition(self) -> Loaded:
        """The edition, laid over its sector."""
        made = self.assembly
        assert not made.refused, made.refused[0].cause
        return next(one for one in made.loaded if one.origin.slug == self.slug)

    @property
    def national(self) -> Sector:
        """The sector that it extends."""
        found = self.edition.sector.national
        assert found is not None
        return found

    @property
    def sample(self) -> dict[str, Any]:
        """The sound sample of the sector, its offers built on the edition."""
        sample = sector_sample(self.national)
        mine = [offer for offer in sample["offers"] if offer.get("sector") == self.national.profile.slug]
        for offer in mine:
            offer["sector"] = self.slug
        return changed(sample, self.told)

    def test_the_sound_sample_of_its_sector_is_sound_under_it(self) -> None:
        """Nothing is found but what it loosens on purpose; without that every ground is conforming."""
        report = check(dossier_of(self.sample), self.assembly.catalogue, AS_OF)
        found = {one.identity[-1].rpartition(" ")[2] for one in report.findings}

        assert {"Z127"} >= {one.code for one in report.findings}, report.findings
        assert self.loosened == found
        assert self.loosened or Verdict.CONFORMING is report.verdict

    def test_it_loosens_nothing_but_what_it_says(self) -> None:
        """A national commitment that asks less is a decision, never an accident."""
        assert self.loosened == {one.item for one in self.edition.sector.profile.changes if one.loosens}

    def test_every_change_says_who_when_why_and_after_which_text(self) -> None:
        """Author, day, reason as a French sentence, text; decided before it was last reviewed."""
        profile = self.edition.sector.profile
        for change in profile.changes:
            assert change.author, change.item
            assert SENTENCE.fullmatch(change.reason), change.item
            assert change.source.reference, change.item
            assert change.on <= profile.reviewed_on, change.item

    def test_every_promise_can_be_read(self) -> None:
        """Family and statement, whether they are its own or the sector's."""
        promises = self.edition.sector.profile.commitments

        assert promises
        assert all(one.family and one.statement for one in promises.values())

    def test_the_rules_of_its_sector_judge_its_offers(self) -> None:
        """Each on its own bad example; what it promises otherwise is no way round them."""
        made, sample = self.assembly, self.sample
        for rule in self.national.rules:
            found = findings_of(made.catalogue.rules[rule.code], rule.bad, made, sample)
            assert {rule.code} == {one.code for one in found}, rule.code

    def test_its_own_rules_speak_on_their_bad_example_alone(self) -> None:
        """Those that it adds, under its own prefix."""
        made, sample = self.assembly, self.sample
        for rule in self.edition.sector.rules:
            assert not findings_of(rule, rule.good, made, sample), rule.code
            assert {rule.code} == {one.code for one in findings_of(rule, rule.bad, made, sample)}, rule.code
