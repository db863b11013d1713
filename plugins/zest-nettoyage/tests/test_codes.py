"""Every code of the sector is one of the public tables, for every qualification."""

from zest.model.job import RomeEdition
from zest.testing.codes import CodesConformance, in_use, rome_of
from zest.testing.reference_tables import fap_2009


class TestCodes(CodesConformance):
    """Jobs, agreements and segment."""

    slug = "nettoyage"

    def test_survey_codes_before_2024_are_told_for_every_qualification(self) -> None:
        """None is left out: the cleaner who has a qualification is counted under another code."""
        for job in self.profile.jobs.values():
            given = fap_2009(self.folder, rome_of(job, RomeEdition.V3), low=False)
            assert given == {one.code for one in in_use(job, 2023)}, job.key

    def test_the_segment_sheet_tells_two_editions(self) -> None:
        """The survey moves much from one year to the next: one figure alone would mislead."""
        figures = self.profile.segment["segment"].figures

        assert {2024, 2025} <= {one.year for one in figures}
