"""What every sector owes its users, as one class of tests: ``class TestMine(SectorConformance): slug = "mine"``."""

import re

from zest.findings import Severity, Verdict
from zest.job_sheets import job_sheet
from zest.model.job import Restriction
from zest.rule import Rule
from zest.source import Status
from zest.tables.schemas import TABLES
from zest.testing.samples import AS_OF, dossier_of, findings_of
from zest.testing.tasks import TaskConformance
from zest.validation import check

SENTENCE = re.compile(r"[A-ZÀÂÉÈÊÎÔŒ«0-9].*[.?…]", re.DOTALL)


class SectorConformance(TaskConformance):
    """Subclass it in the tests of a sector and give its slug.

    Attributes:
        slug: name of the entry point.
    """

    def test_its_sound_sample_is_conforming(self) -> None:
        """Core and sector find nothing in it, and every ground is asked."""
        report = check(dossier_of(self.sample), self.assembly.catalogue, AS_OF)

        assert () == report.findings
        assert Verdict.CONFORMING is report.verdict

    def test_every_good_example_is_silent_and_every_bad_one_speaks(self) -> None:
        """Each rule alone, on the sound sample with its changes."""
        made, sample = self.assembly, self.sample
        for rule in self.sector.rules:
            found = findings_of(rule, rule.bad, made, sample)
            assert not findings_of(rule, rule.good, made, sample), rule.code
            assert {rule.code} == {one.code for one in found}, rule.code
            assert all(SENTENCE.fullmatch(one.message) and one.subject for one in found), rule.code

    def test_every_rule_tells_what_why_how_and_after_which_text(self) -> None:
        """French sentences; a text that nobody read in its present wording never blocks."""
        for rule in self.sector.rules:
            assert all(SENTENCE.fullmatch(t) for t in (rule.requirement, rule.why, rule.remedy)), rule.code
            assert rule.source.reference
            assert rule.capped is not Severity.ERROR or rule.source.status is Status.VERIFIED, rule.code
            assert not self._unknown_figures(rule), rule.code

    def _unknown_figures(self, rule: Rule) -> list[str]:
        return [key for key in rule.figures if key not in self.assembly.catalogue.law.figures]

    def test_every_name_leads_somewhere(self) -> None:
        """Permits and tasks that jobs and tasks name, successors that agreements name."""
        profile = self.sector.profile
        for job in profile.jobs.values():
            assert set(job.permits) <= set(profile.permits), job.key
            assert set(job.task_keys) <= set(profile.tasks), job.key
        for task in profile.tasks.values():
            assert set(task.permits) <= set(profile.permits), task.key
            assert bool(task.permits) == (task.restriction is Restriction.NEEDS_PERMIT), task.key

    def test_every_figure_is_read_by_a_rule(self) -> None:
        """No number is kept that nobody judges by."""
        read = {key for rule in self.sector.rules for key in rule.figures}

        assert {figure.key for figure in self.sector.figures} == read

    def test_every_job_has_its_sheet(self) -> None:
        """Title, tasks, hours, codes and sources."""
        profile = self.sector.profile
        for key in profile.jobs:
            sheet = job_sheet(profile, key)
            assert sheet.title, key
            assert len(sheet.tasks) >= 3, key
            assert sheet.hours, key
            assert {"ROME v3", "ROME v460"} <= {name for name, _ in sheet.codes}, key
            assert sheet.sources, key

    def test_its_names_of_columns_are_those_of_tables(self) -> None:
        """Whatever its software calls them, each leads to a column that exists."""
        assert set(self.sector.columns) <= set(TABLES)

    def test_its_other_files_can_be_read(self) -> None:
        """Segment sheet, facts of agreements, charter."""
        profile = self.sector.profile

        assert profile.segment["segment"].figures
        assert set(profile.facts) <= set(profile.agreements)
        assert () == profile.charter.failures()
        assert all(
            one.statement and one.family and one.indicator and one.proof
            for one in profile.commitments.values()
        )
