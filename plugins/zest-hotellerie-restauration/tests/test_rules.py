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

PLATFORM = {"missions.0.tasks": ["conduite-nacelle"]}
BAR = {"missions.0.tasks": ["service-boissons"]}
COUNTER = {"missions.0.client": "comptoir"}
CANTEEN = {"missions.0.client": "cantine"}
SILENT, UNKNOWN, WARNING, ERROR = "silent", "unknown", "warning", "error"


class TestSector(SectorConformance):
    """The whole kit."""

    slug = "hotellerie-restauration"
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
        # Five years, counted from the day it was obtained, to the last day of the mission.
        ("HCR102", {}, SILENT),
        ("HCR102", {**PLATFORM, "missions.0.permits": None}, UNKNOWN),
        ("HCR102", {**PLATFORM, **permit("caces-r486", "2021-03-07")}, SILENT),
        ("HCR102", {**PLATFORM, **permit("caces-r486", "2021-03-06")}, WARNING),
        ("HCR102", {**PLATFORM, **permit("caces-r486", "2025-12-01", "2026-03-05")}, WARNING),
        ("HCR102", {**PLATFORM, "missions.0.start": "2014-06-16"}, SILENT),
        ("HCR104", {**PLATFORM, **permit("autorisation-conduite", "2014-01-06")}, SILENT),
        ("HCR105", {**PLATFORM, "missions.0.start": "2025-09-30"}, SILENT),
        ("HCR105", {**PLATFORM, "missions.0.start": "2025-10-01"}, ERROR),
        ("HCR109", {"missions.0.tasks": ["lutte-nuisibles"], "missions.0.start": "2023-12-29"}, SILENT),
        ("HCR301", hours(weekly_hours=60) | CANTEEN, SILENT),
        # Two hours a day without a gap, three where the gap is long; two and a half in catering.
        ("HCR302", hours(weekly_hours=20, slots_per_day=1, shortest_slot=2), SILENT),
        ("HCR302", hours(weekly_hours=20, slots_per_day=1, shortest_slot=1.5), WARNING),
        ("HCR302", hours(weekly_hours=20, slots_per_day=2, shortest_slot=1.5), SILENT),
        ("HCR302", hours(weekly_hours=20, longest_gap=2, shortest_slot=2.5), SILENT),
        ("HCR302", hours(weekly_hours=20, longest_gap=2.5, shortest_slot=2.5), WARNING),
        ("HCR302", hours(weekly_hours=35, slots_per_day=1, shortest_slot=1), SILENT),
        ("HCR302", hours(slots_per_day=1, shortest_slot=1), UNKNOWN),
        ("HCR302", hours(slots_per_day=1, shortest_slot=1) | {"missions.0.start": "2016-12-31"}, SILENT),
        ("HCR302", hours(weekly_hours=20, slots_per_day=1), SILENT),
        ("HCR302", hours(weekly_hours=20, shortest_slot=2) | CANTEEN, WARNING),
        ("HCR302", hours(weekly_hours=20, shortest_slot=2.5) | CANTEEN, SILENT),
        ("HCR302", hours(weekly_hours=20, shortest_slot=1) | {"clients.0.idcc": "2060"}, SILENT),
        ("HCR302", hours(weekly_hours=20, shortest_slot=1) | {"missions.0.client": None}, SILENT),
        ("HCR302", {"missions.0.pattern": None}, SILENT),
        ("HCR304", hours(weekly_hours=24, span=12.5) | COUNTER, WARNING),
        ("HCR304", hours(weekly_hours=24, span=13), SILENT),
        ("HCR304", hours(weekly_hours=35, span=13) | COUNTER, SILENT),
        ("HCR304", hours(span=13) | CANTEEN, UNKNOWN),
        ("HCR304", hours(weekly_hours=24) | CANTEEN, SILENT),
        # Eleven hours in the kitchen, twelve at night at the desk, eleven and a half elsewhere.
        ("HCR305", hours(daily_hours=11.5), SILENT),
        ("HCR305", hours(daily_hours=12), ERROR),
        ("HCR305", hours(daily_hours=12) | {"missions.0.job": "receptionniste-nuit"}, SILENT),
        ("HCR305", hours(daily_hours=11.5) | {"missions.0.job": "commis-cuisine"}, ERROR),
        ("HCR305", hours(daily_hours=11) | {"missions.0.job": None}, SILENT),
        ("HCR305", hours(daily_hours=11.5) | {"missions.0.job": None}, UNKNOWN),
        ("HCR305", hours(daily_hours=12.5) | {"missions.0.job": None}, ERROR),
        ("HCR305", hours(daily_hours=14) | COUNTER, SILENT),
        ("HCR305", hours(weekly_hours=20), SILENT),
        ("HCR305", {"missions.0.pattern": None}, SILENT),
        # The meal is asked for where the agreement feeds its staff.
        ("HCR306", {"missions.0.pattern": None}, SILENT),
        ("HCR306", hours(daily_hours=5) | COUNTER, UNKNOWN),
        ("HCR306", hours(daily_hours=5) | {"clients.0.idcc": "3043"}, SILENT),
        ("HCR306", hours(daily_hours=5) | {"clients.0.idcc": None}, SILENT),
        ("HCR307", hours(longest_gap=3), UNKNOWN),
        ("HCR307", hours(weekly_hours=35, longest_gap=4), SILENT),
        ("HCR307", hours(weekly_hours=24, longest_gap=5) | COUNTER, SILENT),
        ("HCR307", hours(weekly_hours=24, longest_gap=5.5) | COUNTER, WARNING),
        ("HCR307", hours(weekly_hours=24, longest_gap=3) | CANTEEN, WARNING),
        ("HCR307", hours(weekly_hours=25, longest_gap=3) | CANTEEN, SILENT),
        ("HCR307", hours(longest_gap=3) | CANTEEN, UNKNOWN),
        ("HCR307", hours(weekly_hours=24, longest_gap=6) | {"clients.0.idcc": "2060"}, SILENT),
        ("HCR307", hours(weekly_hours=24), SILENT),
        ("HCR307", {"missions.0.pattern": None}, SILENT),
        ("HCR308", hours(weekly_hours=24, slots_per_day=2, daily_hours=4) | COUNTER, WARNING),
        ("HCR308", hours(weekly_hours=24, slots_per_day=2, daily_hours=4.5) | COUNTER, SILENT),
        ("HCR308", hours(weekly_hours=11.5, slots_per_day=2) | COUNTER, WARNING),
        ("HCR308", hours(weekly_hours=12, slots_per_day=2) | COUNTER, SILENT),
        ("HCR308", hours(weekly_hours=10, slots_per_day=1, daily_hours=4) | COUNTER, SILENT),
        ("HCR308", hours(slots_per_day=2) | COUNTER, SILENT),
        ("HCR308", hours(slots_per_day=3) | COUNTER, UNKNOWN),
        ("HCR308", hours(slots_per_day=4), SILENT),
        ("HCR308", hours(weekly_hours=24) | COUNTER, SILENT),
        ("HCR311", hours(meal="fourni"), SILENT),
        # Usage is judged by the agreement of the user firm.
        ("HCR310", {}, SILENT),
        ("HCR310", {"missions.0.recourse": "usage"} | COUNTER, SILENT),
        ("HCR310", {"missions.0.recourse": "usage", "clients.0.idcc": "2002"}, WARNING),
        ("HCR310", {"missions.0.recourse": "usage", "clients.0.idcc": "9999"}, WARNING),
        ("HCR310", {"missions.0.recourse": "usage", "clients.0.idcc": None}, UNKNOWN),
        ("HCR401", {**BAR, "missions.0.minor": None}, UNKNOWN),
        ("HCR401", {**BAR, "missions.0.minor": True, "missions.0.minor_derogation": True}, SILENT),
        ("HCR401", {"missions.0.minor": True}, SILENT),
    ],
)
def test_each_answer(kit: TestSector, code: str, changes: Mapping[str, Any], expected: str) -> None:
    """Silent, unknown, or at fault with the severity that its text allows."""
    answers = [UNKNOWN if one.unknown else one.severity.value for one in found(kit, code, changes)]

    assert ([] if expected == SILENT else [expected]) == answers


@pytest.mark.parametrize(
    "code,changes,expected",
    [
        (
            "HCR305",
            hours(daily_hours=12.5),
            "La journée de la mission « M1 » compte 12,5 heures, pour 11,5 heures au plus.",
        ),
        (
            "HCR302",
            hours(slots_per_day=1, shortest_slot=1.5),
            "dure 1,5 heure, pour 2 heures au moins : le dossier",
        ),
        ("HCR307", hours(weekly_hours=24, longest_gap=3) | CANTEEN, "dure 3 heures, pour 2 heures au plus."),
        (
            "HCR308",
            hours(weekly_hours=24, slots_per_day=2, daily_hours=4) | COUNTER,
            "une journée de 4 heures",
        ),
        ("HCR308", hours(weekly_hours=11.5, slots_per_day=2) | COUNTER, "11,5 heures, moins de 12 heures"),
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
    file, line = written(tmp_path, '["menage-chambre", "amiante"]', "[]")

    assert {"HCR202": (f"{file.as_posix()}:{line}:9", Severity.WARNING)} == told(tmp_path)


def test_a_task_without_its_permits_is_located_and_with_them_clean(tmp_path: Path) -> None:
    """Each permit that misses is said once, at the permits; the same dossier with the permits is clean."""
    file, line = written(tmp_path, '["conduite-nacelle"]', "[]")
    place = f"{file.as_posix()}:{line + 1}:11"
    expected = {"HCR102": Severity.WARNING, "HCR104": Severity.WARNING, "HCR105": Severity.ERROR}

    assert {code: (place, severity) for code, severity in expected.items()} == told(tmp_path)

    keys = ("caces-r486", "autorisation-conduite", "attestation-medicale")
    held = ", ".join(f'{{ key = "{key}", obtained_on = 2025-12-01 }}' for key in keys)
    written(tmp_path, '["conduite-nacelle"]', f"[{held}]")

    assert {} == told(tmp_path)


def test_what_did_not_exist_in_2014_is_not_asked_for(kit: TestSector) -> None:
    """No certificate of 2020 or later; the authorisation, the harness, the entitlements and the licence are."""
    tasks = [key for key, task in kit.sector.profile.tasks.items() if task.permits]
    day = {"missions.0.start": "2014-06-16", "missions.0.end": "2014-06-20", "missions.0.tasks": tasks}
    asked = [r.code for r in kit.sector.rules if r.code < "HCR200" and found(kit, r.code, day)]

    assert ["HCR104", "HCR106", "HCR107", "HCR108", "HCR110"] == sorted(asked)


def test_a_text_that_nobody_read_today_never_blocks(kit: TestSector) -> None:
    """Whatever the rule asks for, its findings are warnings."""
    rules = [r for r in kit.sector.rules if r.source.status is not Status.VERIFIED]
    severities = {one.severity for r in rules for one in found(kit, r.code, r.bad)}

    assert len(rules) > 5
    assert Severity.ERROR not in severities


def test_pay_follows_the_user_firm_and_not_the_job(kit: TestSector) -> None:
    """A floor attendant lent to the hotel is paid by 1979, lent to the cleaning firm there by 3043."""
    at_hotel = {"missions.0.pay_agreement": "1979"}
    at_subcontractor = {**at_hotel, "clients.1.idcc": "3043", "missions.0.client": "cantine"}
    paid_right = {**at_subcontractor, "missions.0.pay_agreement": "3043"}

    assert () == found(kit, "Z512", at_hotel)
    assert {"M1", "M3"} == {one.subject[-1] for one in found(kit, "Z512", at_subcontractor)}
    assert {"M3"} == {one.subject[-1] for one in found(kit, "Z512", paid_right)}


def test_regulated_tasks_are_told_for_minors(kit: TestSector) -> None:
    """Driving, dangerous machines and height ask for a derogation before eighteen."""
    tasks = [key for key, task in kit.sector.profile.tasks.items() if task.minors != "open"]
    changes = {"missions.0.minor": True, "missions.0.tasks": tasks}

    assert len(tasks) == len(found(kit, "Z603", changes)) > 4
    assert () == found(kit, "Z603", {**changes, "missions.0.minor": False})


def test_the_sample_is_a_fresh_copy(kit: TestSector) -> None:
    """What a test changes is not seen by the next."""
    sector_sample(kit.sector)["missions"].clear()

    assert 5 == len(kit.sample["missions"])
