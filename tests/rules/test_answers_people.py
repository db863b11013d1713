"""The PASS IAE: every answer, of an ETTI, of an AI and of who lends by a bridge contract."""

from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from zest.findings import Severity
from zest.model.activity import Mission
from zest.testing.samples import core_assembly, core_sample, findings_of

Changes = Mapping[str, Any]

SILENT, UNKNOWN, FAULT = "silent", "unknown", "fault"

M, AI = "missions.0", "missions.1"
UNTOLD = {f"{M}.pass_start": None, f"{M}.pass_end": None}
LONG = {f"{M}.pass_end": "2027-11-03"}
BRIDGE = {"structures.1.kind": "ACI", f"{M}.bridge": True}

CASES: list[tuple[str, Changes, str]] = [
    # Z604: told, by whom it is asked, from the day it is.
    ("Z604", UNTOLD, UNKNOWN),
    ("Z604", {f"{M}.pass_start": None}, UNKNOWN),
    ("Z604", {f"{AI}.pass_end": None}, UNKNOWN),
    ("Z604", {**UNTOLD, f"{M}.start": "2021-08-31"}, SILENT),
    ("Z604", {**UNTOLD, f"{M}.start": "2021-09-01"}, UNKNOWN),
    ("Z604", {f"{AI}.pass_end": None, f"{AI}.start": "2021-11-30"}, SILENT),
    ("Z604", {f"{AI}.pass_end": None, f"{AI}.start": "2021-12-01"}, UNKNOWN),
    ("Z604", {**UNTOLD, "structures.1.kind": "ETT"}, SILENT),
    ("Z604", {**UNTOLD, "structures.1.kind": "EATT"}, SILENT),
    ("Z604", {**UNTOLD, "structures.1.kind": "ACI"}, SILENT),
    ("Z604", {**UNTOLD, **BRIDGE}, UNKNOWN),
    ("Z604", {**UNTOLD, **BRIDGE, "structures.1.kind": "EI"}, UNKNOWN),
    ("Z604", {**UNTOLD, **BRIDGE, "structures.1.kind": "GEIQ"}, SILENT),
    ("Z604", {**UNTOLD, "structures.1.kind": None}, SILENT),
    ("Z604", {**UNTOLD, f"{M}.structure": "inconnue"}, SILENT),
    # Z605: after its end.
    ("Z605", {f"{M}.pass_end": "2026-03-02"}, SILENT),
    ("Z605", {f"{M}.pass_end": "2026-03-01", f"{M}.pass_start": None}, FAULT),
    ("Z605", {f"{M}.pass_end": None}, SILENT),
    ("Z605", {f"{M}.pass_end": "2026-03-01", f"{M}.start": None}, SILENT),
    ("Z605", {f"{M}.pass_end": "2026-03-01", "structures.1.kind": "ETT"}, SILENT),
    ("Z605", {f"{AI}.pass_end": "2026-03-08"}, FAULT),
    # Z606: before its start, or beyond its end.
    ("Z606", {f"{M}.pass_end": "2026-03-05"}, FAULT),
    ("Z606", {f"{M}.pass_end": "2026-03-06"}, SILENT),
    ("Z606", {f"{M}.pass_end": "2026-03-05", f"{M}.end": None}, SILENT),
    ("Z606", {f"{M}.pass_end": "2026-03-01"}, SILENT),
    ("Z606", {f"{M}.pass_end": "2026-03-05", f"{M}.start": None}, SILENT),
    ("Z606", {f"{M}.pass_end": None, f"{M}.pass_start": "2026-03-03"}, FAULT),
    ("Z606", {f"{M}.pass_start": None}, SILENT),
    ("Z606", UNTOLD, SILENT),
    ("Z606", {f"{M}.pass_start": "2026-03-03", "structures.1.kind": "ETT"}, SILENT),
    # Z607: two years, from date to date; in a leap year that is a day more than what the platform counts.
    ("Z607", LONG, UNKNOWN),
    ("Z607", {**LONG, f"{M}.pass_extended": True}, SILENT),
    ("Z607", {**LONG, f"{M}.pass_suspended": True}, SILENT),
    ("Z607", {**LONG, f"{M}.pass_start": None}, SILENT),
    ("Z607", {**LONG, "structures.1.kind": "ETT"}, SILENT),
    ("Z607", {f"{M}.pass_start": "2026-04-01", f"{M}.pass_end": "2028-03-31"}, SILENT),
    ("Z607", {f"{M}.pass_start": "2024-02-29", f"{M}.pass_end": "2026-02-28"}, SILENT),
    ("Z607", {f"{M}.pass_start": "2024-02-29", f"{M}.pass_end": "2026-03-01"}, UNKNOWN),
    ("Z607", {f"{M}.pass_end": None}, SILENT),
    # Z608: suspended; of a PASS whose days are untold, another rule speaks.
    ("Z608", {f"{M}.pass_suspended": None}, UNKNOWN),
    ("Z608", {**UNTOLD, f"{M}.pass_suspended": None}, SILENT),
    ("Z608", {f"{M}.pass_suspended": True, "structures.1.kind": "ETT"}, SILENT),
]


@pytest.mark.parametrize("code,changes,expected", CASES)
def test_answer(code: str, changes: Changes, expected: str) -> None:
    """The rule alone, on the sound sample with these changes: one finding at most."""
    assembly = core_assembly()
    found = findings_of(assembly.catalogue.rules[code], changes, assembly, core_sample())

    assert expected == {(): SILENT, (True,): UNKNOWN, (False,): FAULT}[tuple(f.unknown for f in found)]


@pytest.mark.parametrize(
    "code,expected",
    [
        ("Z605", Severity.ERROR),
        ("Z606", Severity.WARNING),
        ("Z607", Severity.WARNING),
        ("Z608", Severity.WARNING),
    ],
)
def test_only_a_mission_begun_after_the_end_blocks(code: str, expected: Severity) -> None:
    """A mission that overruns its PASS, a PASS too long or suspended ask for a look."""
    assembly = core_assembly()
    rule = assembly.catalogue.rules[code]

    assert [expected] == [f.severity for f in findings_of(rule, rule.bad, assembly, core_sample())]


def test_a_pass_too_long_is_told_once_for_all_the_missions_under_it() -> None:
    """On the last of them in the file; another PASS of the worker is another question."""
    first = core_sample()["missions"][0] | {"pass_end": "2027-11-03", "pass_extended": False}
    again = first | {"key": "M3", "start": "2026-03-16", "end": "2026-03-20"}
    other = again | {"key": "M4", "pass_start": "2026-03-09", "pass_end": "2028-03-09"}
    assembly = core_assembly()
    changes = {"missions": [first, again, other]}
    found = findings_of(assembly.catalogue.rules["Z607"], changes, assembly, core_sample())

    assert ["M3", "M4"] == [f.subject[-1] for f in found]


def test_nothing_of_a_person_is_asked_but_a_reference_and_the_days_of_the_pass() -> None:
    """Trap of personal data: neither the number of the PASS, nor a criterion, nor a birth date."""
    about = {f.name for f in attrs.fields(Mission) if f.name.startswith("pass")}

    assert {"pass_start", "pass_end", "pass_suspended", "pass_extended"} == about
