"""Every code of the sector is one of the public tables, and its sheet tells the market of each job."""

from zest.testing.codes import CodesConformance, in_use


class TestCodes(CodesConformance):
    """Jobs, agreements and segment."""

    slug = "btp"

    def test_facts_belong_to_agreements_in_force(self) -> None:
        """Facts are told of agreements that no other has replaced."""
        profile = self.profile

        assert [] == [idcc for idcc in profile.facts if profile.agreements[idcc].successor]

    def test_each_job_has_figures(self) -> None:
        """The segment sheet tells the market of each job, by the survey codes used since 2024."""
        figures = " ".join(one.label for one in self.profile.segment["segment"].figures)
        codes = {one.code for job in self.profile.jobs.values() for one in in_use(job, 2024)}

        assert [] == sorted(code for code in codes if f"({code})" not in figures)
