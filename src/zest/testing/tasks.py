"""What a sector says of its tasks, a rule judges: permits asked for, closed tasks closed, each at its place."""

from pathlib import Path
from typing import Any

from zest.findings import Finding
from zest.model.job import Restriction
from zest.model.work import Minors
from zest.rule import Rule
from zest.testing.samples import findings_of
from zest.testing.sector_under_test import SectorUnderTest

TASKS, PERMITS = "missions.0.tasks", "missions.0.permits"


class TaskConformance(SectorUnderTest):
    """Part of ``SectorConformance``."""

    def test_every_permit_that_a_task_needs_is_asked_for_by_one_rule(self) -> None:
        """What the catalogue of tasks says, a rule judges, and once."""
        needed = {key for task in self.sector.profile.tasks.values() for key in task.permits}
        asked = [str(one["key"]) for rule in self.sector.rules for one in _permits(rule)]

        assert sorted(needed) == sorted(asked)

    def test_every_closed_task_is_closed_by_one_rule(self) -> None:
        """No forbidden task is left to the reader of a sheet."""
        judged = [key for rule in self._closing() for key in rule.bad[TASKS]]

        assert self._closed() == sorted(judged)

    def _closing(self) -> list[Rule]:
        """A rule whose bad example names nothing else than the task closes it to everyone."""
        return [rule for rule in self.sector.rules if set(rule.bad) == {TASKS}]

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

    def test_a_closed_task_is_found_at_the_tasks_of_its_mission(self, tmp_path: Path) -> None:
        """Each of them: file, line, column, with the severity that its text allows."""
        for rule in self._closing():
            found = [one for one in self.read_back(tmp_path, rule.bad) if one.code == rule.code]
            assert [(rule.capped, "tasks = ")] == [told(one) for one in found], rule.code

    def test_a_missing_permit_is_found_at_the_permits_of_its_mission(self, tmp_path: Path) -> None:
        """Said once by each rule that asks for one; nothing is said once they are held."""
        asking = [rule for rule in self.sector.rules if _permits(rule)]
        for key, task in self.sector.profile.tasks.items():
            held = [{"key": permit, "obtained_on": "2026-03-01"} for permit in task.permits]
            without = self.read_back(tmp_path, {TASKS: [key], PERMITS: []})
            asked = {rule.code for rule in asking if _permits(rule)[0]["key"] in task.permits}
            # A text that does not name the task lightens the finding, so its severity is the rule's affair.
            places = {one.code: told(one)[1] for one in without if one.code in asked}
            assert dict.fromkeys(asked, "permits = ") == places, key
            assert not asked & {
                one.code for one in self.read_back(tmp_path, {TASKS: [key], PERMITS: held})
            }, key

    def test_every_regulated_task_is_told_for_minors(self) -> None:
        """None is given to a minor in silence; an adult is not asked about."""
        regulated = [k for k, task in self.sector.profile.tasks.items() if task.minors is not Minors.OPEN]
        for minor, expected in ((True, regulated), (False, [])):
            changes = {TASKS: regulated, "missions.0.minor": minor}
            assert len(expected) == len(self._of_core(("Z602", "Z603"), changes))

    def _of_core(self, codes: tuple[str, ...], changes: dict[str, Any]) -> list[Finding]:
        made = self.assembly
        rules = [made.catalogue.rules[code] for code in codes]
        return [one for rule in rules for one in findings_of(rule, changes, made, self.sample)]


def told(found: Finding) -> tuple[object, str]:
    """Return the severity of a finding, and the text that stands before its place."""
    place = found.place
    line = Path(place.file).read_text("utf-8").splitlines()[place.line - 1]
    return found.severity, line[: place.column - 1]


def _permits(rule: Rule) -> list[dict[str, Any]]:
    """The permits of a rule's good example: those it asks for."""
    held: list[dict[str, Any]] = rule.good.get(PERMITS) or []
    return held
