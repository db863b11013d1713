"""The sector keeps the contract, and its rules say what they must, where it stands."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import zest
from zest.conformance import Tier
from zest.findings import Finding, Severity
from zest.source import Status
from zest.testing.conformance import SectorConformance
from zest.testing.samples import AS_OF, findings_of, sector_sample

PLATFORM = {"missions.0.tasks": ["vitres-nacelle"]}
SITE = {"missions.0.tasks": ["fin-de-chantier"]}
SILENT, UNKNOWN, WARNING, ERROR = "silent", "unknown", "warning", "error"


class TestSector(SectorConformance):
    """The whole kit."""

    slug = "nettoyage"
    tier = Tier.GOLD


@pytest.fixture(scope="module")
def kit() -> TestSector:
    """The sector with the core rules."""
    return TestSector()


def found(kit: TestSector, code: str, changes: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what one rule finds in the sound sample with changes."""
    made = kit.assembly
    return findings_of(made.catalogue.rules[code], changes, made, kit.sample)


def permit(key: str, since: str, until: str = "") -> dict[str, Any]:
    """Return the changes that give the worker of the first mission one permit."""
    held = {"key": key, "obtained_on": since} | ({"valid_to": until} if until else {})
    return {"missions.0.permits": [held]}


def hours(**told: object) -> dict[str, Any]:
    """Return the changes that tell the hours of the first mission, and nothing else of them."""
    return {"missions.0.pattern": told}


@pytest.mark.parametrize(
    "code,changes,expected",
    [
        # The site card is asked for by the work; the duty of an AI was not verified.
        ("NET101", {}, SILENT),
        ("NET101", {**SITE, "missions.0.permits": None}, UNKNOWN),
        ("NET101", {**SITE, "missions.0.permits": []}, ERROR),
        ("NET101", {**SITE, "missions.0.structure": "ai"}, WARNING),
        ("NET101", {**SITE, "clients.0.idcc": "1979"}, ERROR),
        ("NET101", {**SITE, **permit("carte-btp", "2021-03-08")}, SILENT),
        ("NET101", {**SITE, **permit("carte-btp", "2021-03-06")}, ERROR),
        ("NET101", {**SITE, "missions.0.start": "2014-06-16", "missions.0.end": "2014-06-20"}, SILENT),
        ("NET101", {**SITE, "missions.0.start": "2017-03-21"}, SILENT),
        ("NET101", {**SITE, "missions.0.start": "2017-03-22"}, ERROR),
        # Five years, counted from the day it was obtained, to the last day of the mission.
        ("NET102", {**PLATFORM, "missions.0.permits": None}, UNKNOWN),
        ("NET102", {**PLATFORM, **permit("caces-r486", "2021-03-07")}, SILENT),
        ("NET102", {**PLATFORM, **permit("caces-r486", "2021-03-06")}, WARNING),
        ("NET102", {**PLATFORM, **permit("caces-r486", "2026-03-03")}, WARNING),
        ("NET102", {**PLATFORM, **permit("caces-r486", "2025-12-01", "2026-03-05")}, WARNING),
        ("NET102", {**PLATFORM, **permit("caces-r489", "2025-12-01")}, WARNING),
        ("NET102", {**PLATFORM, "missions.0.start": "2014-06-16"}, SILENT),
        # What has no term does not run out.
        ("NET104", {**PLATFORM, **permit("autorisation-conduite", "2014-01-06")}, SILENT),
        ("NET104", {**PLATFORM, "missions.0.start": "2014-06-16"}, WARNING),
        ("NET105", {**PLATFORM, "missions.0.start": "2025-09-30"}, SILENT),
        ("NET105", {**PLATFORM, "missions.0.start": "2025-10-01"}, ERROR),
        ("NET110", {"missions.0.tasks": ["nuisibles"], "missions.0.start": "2023-12-29"}, SILENT),
        ("NET111", {"missions.0.tasks": ["choix-desinfectants"], "missions.0.start": "2025-12-29"}, SILENT),
        # To apply a disinfectant asks for no certificate.
        ("NET111", {"missions.0.tasks": ["sanitaires"]}, SILENT),
        # Usage is judged by the trade of the user firm.
        ("NET301", {"missions.0.recourse": "usage", "clients.0.idcc": "1979"}, SILENT),
        ("NET302", hours(weekly_hours=15) | {"clients.0.idcc": "1979"}, SILENT),
        ("NET303", hours(shortest_slot=0.5), WARNING),
        ("NET303", hours(weekly_hours=20), SILENT),
        # Two slots up to 24 hours a week, three beyond.
        ("NET304", hours(weekly_hours=24.5, slots_per_day=3), SILENT),
        ("NET304", hours(weekly_hours=35, slots_per_day=4), ERROR),
        ("NET304", hours(slots_per_day=2), SILENT),
        ("NET304", hours(slots_per_day=3), UNKNOWN),
        ("NET304", hours(slots_per_day=4), ERROR),
        ("NET304", hours(weekly_hours=20), SILENT),
        ("NET304", hours(weekly_hours=20, slots_per_day=3) | {"clients.0.idcc": None}, SILENT),
        ("NET304", hours(slots_per_day=4) | {"missions.0.start": "2025-12-31"}, SILENT),
        # Twelve hours under 16 hours a week, thirteen from 16 on.
        ("NET305", hours(weekly_hours=15.5, span=12), SILENT),
        ("NET305", hours(weekly_hours=15.5, span=12.5), ERROR),
        ("NET305", hours(weekly_hours=35, span=13.5), ERROR),
        ("NET305", hours(span=12), SILENT),
        ("NET305", hours(span=12.5), UNKNOWN),
        ("NET305", hours(weekly_hours=20), SILENT),
        ("NET306", hours(sunday="never"), SILENT),
        ("NET306", hours(sunday="usual"), UNKNOWN),
        ("NET306", hours(sunday="usual", sunday_premium=0.19), ERROR),
        ("NET306", hours(sunday="exceptional", sunday_premium=1), SILENT),
        ("NET306", hours(sunday="exceptional", sunday_premium=0.2) | {"clients.0.idcc": "1979"}, SILENT),
        ("NET306", hours(sunday="usual", sunday_premium=0) | {"missions.0.start": "2025-06-30"}, SILENT),
        ("NET306", hours(sunday="usual", sunday_premium=0) | {"missions.0.start": "2025-07-01"}, ERROR),
        ("NET307", hours(holidays="never"), SILENT),
        ("NET307", hours(holidays="exceptional"), UNKNOWN),
        ("NET307", hours(holidays="usual", holiday_premium=0.2), ERROR),
        ("NET307", hours(holidays="exceptional", holiday_premium=1), SILENT),
        ("NET308", hours(night=False), SILENT),
        ("NET308", hours(night=True), UNKNOWN),
        ("NET308", {"missions.0.pattern": None}, SILENT),
    ],
)
def test_each_answer(kit: TestSector, code: str, changes: Mapping[str, Any], expected: str) -> None:
    """Silent, unknown, or at fault with the severity that its text allows."""
    answers = [UNKNOWN if one.unknown else one.severity.value for one in found(kit, code, changes)]

    assert ([] if expected == SILENT else [expected]) == answers


@pytest.mark.parametrize(
    "code,changes,expected",
    [
        ("NET303", hours(shortest_slot=0.5), "La plus courte vacation dure 0,5 heure"),
        (
            "NET305",
            hours(weekly_hours=10, span=12.5),
            "L'amplitude de la mission « M1 » est de 12,5 heures, pour 12 au plus.",
        ),
        (
            "NET306",
            hours(sunday="exceptional", sunday_premium=0.125),
            "La majoration du dimanche de la mission « M1 » est de 12,5 %, pour 100 % au moins.",
        ),
        ("NET304", hours(slots_per_day=3), "le maximum dépend des heures de la semaine"),
    ],
)
def test_a_message_tells_what_was_found_and_the_bound(
    kit: TestSector, code: str, changes: Mapping[str, Any], expected: str
) -> None:
    """In French, decimals with a comma."""
    (finding,) = found(kit, code, changes)

    assert expected in finding.message
    assert finding.remedy


def written(folder: Path, tasks: str, permits: str) -> tuple[Path, int]:
    """Write the sound sample with these tasks and permits for M1; return the file and the line of the tasks."""
    sound = kit_folder() / "samples" / "sound.toml"
    before, _, after = sound.read_text("utf-8").partition('key = "M1"')
    after = after.replace("permits = []\n", f"tasks = {tasks}\npermits = {permits}\n", 1)
    file = folder / "zest.toml"
    file.write_text(before + 'key = "M1"' + after, "utf-8")
    return file, 1 + (before + 'key = "M1"' + after.partition("tasks = ")[0]).count("\n")


def kit_folder() -> Path:
    """Return where the installed sector lies."""
    folder = TestSector().sector.folder
    assert folder is not None
    return folder


def told(folder: Path) -> dict[str, tuple[str, Severity]]:
    """Check the dossier of a folder; return the place and the severity of each finding, by code."""
    report = zest.check(zest.load(folder), as_of=AS_OF)
    return {one.code: (str(one.place), one.severity) for one in report.findings}


def test_a_closed_task_is_a_located_finding(tmp_path: Path) -> None:
    """A lent worker sent to a closed task: file, line of the tasks, column."""
    file, line = written(tmp_path, '["sols-manuels", "amiante"]', "[]")

    assert {"NET201": (f"{file.as_posix()}:{line}:9", Severity.WARNING)} == told(tmp_path)


def test_a_task_without_its_permits_is_located_and_with_them_clean(tmp_path: Path) -> None:
    """Each permit that misses is said once, at the permits; the same dossier with the permits is clean."""
    file, line = written(tmp_path, '["vitres-nacelle"]', "[]")
    place = f"{file.as_posix()}:{line + 1}:11"
    expected = {"NET102": Severity.WARNING, "NET104": Severity.WARNING, "NET105": Severity.ERROR}

    assert {code: (place, severity) for code, severity in expected.items()} == told(tmp_path)

    keys = ("caces-r486", "autorisation-conduite", "attestation-medicale")
    held = ", ".join(f'{{ key = "{key}", obtained_on = 2025-12-01 }}' for key in keys)
    written(tmp_path, '["vitres-nacelle"]', f"[{held}]")

    assert {} == told(tmp_path)


def test_what_did_not_exist_in_2014_is_not_asked_for(kit: TestSector) -> None:
    """Neither the site card, nor a certificate of 2020 or later; the harness and the authorisation are."""
    tasks = [key for key, task in kit.sector.profile.tasks.items() if task.permits]
    day = {"missions.0.start": "2014-06-16", "missions.0.end": "2014-06-20", "missions.0.tasks": tasks}
    asked = [r.code for r in kit.sector.rules if r.code < "NET200" and found(kit, r.code, day)]

    assert ["NET104", "NET106", "NET107", "NET108", "NET109"] == sorted(asked)


def test_a_text_that_nobody_read_today_never_blocks(kit: TestSector) -> None:
    """Whatever the rule asks for, its findings are warnings."""
    rules = [r for r in kit.sector.rules if r.source.status is not Status.VERIFIED]
    severities = {one.severity for r in rules for one in found(kit, r.code, r.bad)}

    assert len(rules) > 5
    assert Severity.ERROR not in severities


def test_pay_follows_the_user_firm_and_not_the_job(kit: TestSector) -> None:
    """Cleaning rooms for a hotel is paid by its own agreement; for the cleaning firm there, by 3043."""
    at_hotel = {"clients.1.idcc": "1979", "missions.1.pay_agreement": "1979"}
    at_subcontractor = {"clients.1.idcc": "3043", "missions.1.pay_agreement": "1979"}

    assert () == found(kit, "Z512", at_hotel)
    assert ["M2"] == [one.subject[-1] for one in found(kit, "Z512", at_subcontractor)]


def test_regulated_tasks_are_told_for_minors(kit: TestSector) -> None:
    """Driving and height ask for a derogation before eighteen."""
    tasks = [key for key, task in kit.sector.profile.tasks.items() if task.minors != "open"]
    changes = {"missions.0.minor": True, "missions.0.tasks": tasks}

    assert len(tasks) == len(found(kit, "Z603", changes)) > 4
    assert () == found(kit, "Z603", {**changes, "missions.0.minor": False})


def test_the_sample_is_a_fresh_copy(kit: TestSector) -> None:
    """What a test changes is not seen by the next."""
    sector_sample(kit.sector)["missions"].clear()

    assert 4 == len(kit.sample["missions"])
