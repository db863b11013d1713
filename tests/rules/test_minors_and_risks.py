"""Minors, posts with special risks and pay parity: every answer."""

from collections.abc import Mapping
from typing import Any

import pytest

from zest.findings import Severity
from zest.testing.samples import core_assembly, core_sample, findings_of

NIGHT = {"missions.0.pattern": {"night": True}}
RISK = {"missions.0.risky_post": True}

SILENT, UNKNOWN, FAULT = "silent", "unknown", "fault"


@pytest.mark.parametrize(
    "code,changes,expected",
    [
        ("Z511", {}, SILENT),
        ("Z511", RISK, UNKNOWN),
        ("Z511", {**RISK, "missions.0.urgent_safety": True}, SILENT),
        ("Z511", {**RISK, "missions.0.safety_training_on": "2026-03-01"}, SILENT),
        ("Z511", {**RISK, "missions.0.safety_training_on": "2026-03-02", "missions.0.start": None}, SILENT),
        ("Z512", {"missions.0.pay_agreement": "9998"}, SILENT),
        ("Z512", {"missions.0.pay_agreement": "9998", "clients.0.idcc": None}, SILENT),
        ("Z512", {"missions.0.pay_agreement": "9998", "clients.0.idcc": "9997"}, SILENT),
        ("Z512", {"missions.0.pay_agreement": "1979", "offers.0.sector": "autre"}, FAULT),
        ("Z512", {"missions.0.pay_agreement": "3016", "missions.0.start": None}, FAULT),
        ("Z601", NIGHT, SILENT),
        ("Z601", {**NIGHT, "missions.0.minor": True, "missions.0.minor_derogation": True}, SILENT),
        ("Z601", {"missions.0.minor": True, "missions.0.pattern": {"night": False}}, SILENT),
        ("Z602", {"missions.0.minor": True}, SILENT),
        ("Z602", {"missions.0.minor": True, "missions.0.tasks": ["voltige"]}, SILENT),
        ("Z602", {"missions.0.tasks": ["creuser"], "missions.0.minor": None}, UNKNOWN),
        (
            "Z602",
            {"missions.0.minor": True, "missions.0.minor_derogation": True, "missions.0.tasks": ["creuser"]},
            FAULT,
        ),
        ("Z602", {"missions.0.minor": True, "missions.0.tasks": ["conduire"]}, SILENT),
        ("Z603", {"missions.0.tasks": ["conduire"], "missions.0.minor": None}, UNKNOWN),
        (
            "Z603",
            {"missions.0.minor": True, "missions.0.minor_derogation": True, "missions.0.tasks": ["conduire"]},
            SILENT,
        ),
        ("Z603", {"missions.0.minor": True, "missions.0.tasks": ["creuser"]}, SILENT),
    ],
)
def test_each_answer(code: str, changes: Mapping[str, Any], expected: str) -> None:
    """Silent, unknown or at fault, and never an error: these texts were read in their wording of 2015."""
    assembly = core_assembly()
    found = findings_of(assembly.catalogue.rules[code], changes, assembly, core_sample())

    assert {SILENT: [], UNKNOWN: [True], FAULT: [False]}[expected] == [f.unknown for f in found]
    assert all(f.severity is not Severity.ERROR for f in found)
