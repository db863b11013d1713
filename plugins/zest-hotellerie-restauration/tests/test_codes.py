"""Every code of the sector is one of the public tables, and its sheet tells all that the survey publishes."""

import itertools

from zest.model.job import Restriction, RomeEdition
from zest.testing.codes import SURVEYS, CodesConformance, in_use, rome_of
from zest.testing.reference_tables import survey, titles


class TestCodes(CodesConformance):
    """Jobs, agreements and segment."""

    slug = "hotellerie-restauration"

    def test_twelve_usual_titles_are_in_the_table(self) -> None:
        """The others belong to ROME codes that the table does not cover."""
        known = titles(self.folder)
        jobs = self.profile.jobs.values()

        assert 12 == sum(
            job.codes.ogr != "" and rome_of(job, RomeEdition.V3) in known.values() for job in jobs
        )

    def test_a_code_that_depends_on_the_qualification_says_so(self) -> None:
        """Where a job has several survey codes in one year, each tells for whom."""
        told = [in_use(job, year) for job in self.profile.jobs.values() for year in SURVEYS]
        several = [codes for codes in told if len(codes) > 1]

        assert several
        assert all({"peu qualifié", "qualifié"} == {one.when for one in codes} for codes in several)

    def test_successors_are_known_agreements(self) -> None:
        """A dossier that names an old text is led to the one that took its place."""
        agreements = self.profile.agreements

        assert {one.successor for one in agreements.values() if one.successor} <= set(agreements)

    def test_the_segment_sheet_tells_every_measure_of_every_job(self) -> None:
        """Two editions, three measures, each survey code in use."""
        codes = {one.code for job in self.profile.jobs.values() for one in in_use(job, 2025)}
        words = ("projets de recrutement", "projets jugés difficiles", "projets saisonniers")
        expected = {
            (year, f"{survey(self.folder, year)[code].label} ({code})\N{NO-BREAK SPACE}: {word}")
            for year, code, word in itertools.product((2024, 2025), codes, words)
        }

        assert expected == {(one.year, one.label) for one in self.profile.segment["segment"].figures}

    def test_no_job_is_made_of_a_restricted_task(self) -> None:
        """A mission that tells no task has those of its job: none of these may be closed or need a permit."""
        tasks, jobs = self.profile.tasks, self.profile.jobs.values()
        restricted = {key for key, task in tasks.items() if task.restriction is not Restriction.OPEN}

        assert restricted
        assert not restricted.intersection(key for job in jobs for key in job.task_keys)
