"""The sector keeps the contract, and its rules place what they find."""

import datetime as dt
from pathlib import Path

import zest
from zest.findings import Finding
from zest.io.writing import to_toml
from zest.testing.conformance import SectorConformance
from zest.testing.samples import AS_OF, changed, dossier_of, findings_of, sector_sample

PERMITS = ("caces-r486", "autorisation-conduite", "attestation-medicale")


class TestSector(SectorConformance):
    """The whole kit."""

    slug = "hotellerie-restauration"


def found(folder: Path, task: str, permits: tuple[str, ...], day: dt.date = AS_OF) -> list[Finding]:
    """Write the sound sample with one mission on a task, read it back and return what this sector finds."""
    held = [{"key": key, "obtained_on": "2025-12-01"} for key in permits]
    sample = sector_sample(TestSector().sector)
    days = {} if day == AS_OF else {"missions.0.start": day.isoformat(), "missions.0.end": day.isoformat()}
    data = changed(sample, {"missions.0.tasks": [task], "missions.0.permits": held, **days})
    (folder / "zest.toml").write_text(to_toml(dossier_of(data)), "utf-8")
    report = zest.check(zest.load(folder), as_of=AS_OF)
    return [one for one in report.findings if one.code.startswith("HCR")]


def test_a_closed_task_is_a_located_finding(tmp_path: Path) -> None:
    """On the line of the tasks of the mission."""
    (finding,) = [one for one in found(tmp_path, "amiante", ()) if one.code == "HCR202"]
    line = (tmp_path / "zest.toml").read_text("utf-8").splitlines()[finding.place.line - 1]

    assert line.startswith("tasks = ")
    assert finding.place.column > 0
    assert finding.remedy


def test_a_task_without_its_permit_is_a_located_finding_and_with_it_none(tmp_path: Path) -> None:
    """The same dossier, with the permit, is clean."""
    without = [one for one in found(tmp_path, "conduite-nacelle", ()) if one.code == "HCR102"]

    assert 1 == len(without)
    assert without[0].place.line > 0
    assert [] == found(tmp_path, "conduite-nacelle", PERMITS)


def test_a_permit_that_ran_out_is_none(tmp_path: Path) -> None:
    """Five years for this one."""
    late = [one.code for one in found(tmp_path, "conduite-nacelle", PERMITS, dt.date(2031, 3, 2))]

    assert "HCR102" in late


def test_what_did_not_exist_in_2014_is_not_asked_for(tmp_path: Path) -> None:
    """Neither the site card nor the doctor's certificate."""
    codes = {one.name for one in found(tmp_path, "conduite-nacelle", PERMITS[:2], dt.date(2014, 6, 16))}

    assert not codes & {"carte-btp-missing", "driving-without-medical-certificate"}


def test_a_minor_may_do_what_is_no_bar_work() -> None:
    """Only serving drinks is closed."""
    kit = TestSector()
    rule = kit.assembly.catalogue.rules["HCR401"]
    changes = {"missions.0.minor": True, "missions.0.tasks": ["menage-chambre", "service-boissons"]}

    assert [True] == ["boissons" in f.message for f in findings_of(rule, changes, kit.assembly, kit.sample)]
