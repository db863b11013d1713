"""What every sector owes its users, as one class of tests: ``class TestMine(SectorConformance): slug = "mine"``."""

import re
from typing import Any, ClassVar

from zest.findings import Severity, Verdict
from zest.job_sheets import job_sheet
from zest.model.job import Restriction
from zest.plugins.assembly import Assembly, assemble
from zest.rule import Rule
from zest.sector import Sector
from zest.source import Status
from zest.testing.samples import AS_OF, dossier_of, findings_of, sector_sample
from zest.validation import check

SENTENCE = re.compile(r"[A-ZÀÂÉÈÊÎÔŒ«0-9].*[.?…]", re.DOTALL)


class SectorConformance:
    """Subclass it in the tests of a sector and give its slug.

    Attributes:
        slug: name of the entry point.
    """

    slug: ClassVar[str]

    @property
    def assembly(self) -> Assembly:
        """The core rules beside the sector, loaded through its entry point."""
        return assemble((self.slug,))

    @property
    def sector(self) -> Sector:
        """The sector itself."""
        made = self.assembly
        assert not made.refused, made.refused[0].cause
        return made.loaded[0].sector

    @property
    def sample(self) -> dict[str, Any]:
        """Its sound sample."""
        return sector_sample(self.sector)

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

    def test_every_permit_that_a_task_needs_is_asked_for_by_one_rule(self) -> None:
        """What the catalogue of tasks says, a rule judges, and once."""
        needed = {key for task in self.sector.profile.tasks.values() for key in task.permits}
        asked = [str(one["key"]) for rule in self.sector.rules for one in _permits(rule)]

        assert sorted(needed) == sorted(asked)

    def test_every_closed_task_is_closed_by_one_rule(self) -> None:
        """No forbidden task is left to the reader of a sheet."""
        # A rule that names nothing else than the task closes it to everyone.
        closing = [rule.bad for rule in self.sector.rules if set(rule.bad) == {"missions.0.tasks"}]
        judged = [key for bad in closing for key in bad["missions.0.tasks"]]

        assert self._closed() == sorted(judged)

    def _closed(self) -> list[str]:
        tasks = self.sector.profile.tasks
        return sorted(key for key, task in tasks.items() if task.restriction is Restriction.FORBIDDEN)

    def test_no_job_is_made_of_a_closed_task(self) -> None:
        """A job that is offered can be done."""
        made = {key for job in self.sector.profile.jobs.values() for key in job.task_keys}

        assert not made.intersection(self._closed())

    def test_every_job_names_the_permits_of_its_tasks(self) -> None:
        """Its sheet tells whoever starts what to bring."""
        profile = self.sector.profile
        for job in profile.jobs.values():
            needed = {permit for key in job.task_keys for permit in profile.tasks[key].permits}
            assert needed <= set(job.permits), job.key

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


def _permits(rule: Rule) -> list[dict[str, Any]]:
    """The permits of a rule's good example: those it asks for."""
    held: list[dict[str, Any]] = rule.good.get("missions.0.permits") or []
    return held
