"""Contracts, declaration, welcome, protection and visits: every answer, under each of the two regimes."""

from collections.abc import Mapping
from typing import Any

import pytest

from zest.findings import Finding, Severity
from zest.testing.samples import core_assembly, core_sample, findings_of

Changes = Mapping[str, Any]

SILENT, UNKNOWN, FAULT = "silent", "unknown", "fault"

M, LENT, WORK = "missions.0", "missions.0.lending_contract", "missions.0.work_contract"
"""The mission of the ETTI, from Monday 2 to Friday 6 March 2026, and its two contracts."""

AI, AI_LENT = "missions.1", "missions.1.lending_contract"
"""The mission of the AI, from Monday 9 to Friday 13 March 2026, and its contract with the client."""

EI = {"structures.1.kind": "EI"}
UNTOLD_START = {f"{M}.start": None}
RISK = {f"{M}.risky_post": True}
LATE_TASKS = ["workers", "tasks", "place", "end-date", "protection"]

SECOND: Changes = {
    "key": "M3",
    "structure": "etti",
    "client": "hotel",
    "employee": "s-001",
    "start": "2026-03-30",
}
"""A second lending of the ETTI's worker."""


def missions(*more: Changes, **first: Any) -> Changes:
    """Return the change that makes the ETTI's mission, without its visit, and others the only missions."""
    kept = {k: v for k, v in core_sample()["missions"][0].items() if k != "medical_visit_on"}
    return {"missions": [{**kept, **first}, *more]}


def at_night(moment: str) -> Changes:
    """Return the change that makes a mission start at a moment."""
    return {f"{M}.starts_at": moment, f"{M}.start": moment[:10], f"{WORK}.start": moment[:10]}


CASES: list[tuple[str, Changes, str]] = [
    # Z501: the contract with the client. An AI's is due on the first day, a temporary-work firm's a little later.
    ("Z501", {LENT: None}, UNKNOWN),
    ("Z501", {f"{LENT}.written": None}, UNKNOWN),
    ("Z501", {LENT: None, **UNTOLD_START}, UNKNOWN),
    ("Z501", {LENT: None, "@as_of": "2026-03-04"}, SILENT),
    ("Z501", {LENT: None, "@as_of": "2026-03-05"}, UNKNOWN),
    ("Z501", {AI_LENT: None, "@as_of": "2026-03-08"}, SILENT),
    ("Z501", {AI_LENT: None, "@as_of": "2026-03-09"}, UNKNOWN),
    ("Z501", {f"{AI_LENT}.written": False}, FAULT),
    ("Z501", {LENT: None, **EI}, SILENT),
    ("Z501", {LENT: None, "structures.1.kind": None}, SILENT),
    ("Z501", {LENT: None, f"{M}.structure": "inconnue"}, SILENT),
    ("Z501", {f"{LENT}.written": False, "structures.1.kind": "ETT"}, FAULT),
    ("Z501", {f"{LENT}.written": False, "structures.1.kind": "EATT"}, FAULT),
    # Z502: two working days in temporary work.
    ("Z502", {f"{LENT}.established_on": None}, UNKNOWN),
    ("Z502", {f"{LENT}.established_on": None, "@as_of": "2026-03-04"}, SILENT),
    ("Z502", {f"{LENT}.established_on": "2026-06-01", **UNTOLD_START}, SILENT),
    ("Z502", {f"{LENT}.established_on": "2026-06-01", f"{LENT}.written": False}, SILENT),
    ("Z502", {f"{LENT}.established_on": "2026-06-01", f"{M}.start": "2014-05-30"}, SILENT),
    ("Z502", {f"{LENT}.established_on": "2014-06-05", f"{M}.start": "2014-06-02"}, FAULT),
    # Friday 1 May is a holiday everywhere, Good Friday in Alsace-Moselle, 22 May in Martinique.
    ("Z502", {f"{M}.start": "2026-04-30", f"{LENT}.established_on": "2026-05-04"}, SILENT),
    ("Z502", {f"{M}.start": "2026-04-02", f"{LENT}.established_on": "2026-04-07"}, FAULT),
    (
        "Z502",
        {f"{M}.start": "2026-04-02", f"{LENT}.established_on": "2026-04-07", "clients.0.department": "67"},
        SILENT,
    ),
    (
        "Z502",
        {
            f"{M}.start": "2026-05-21",
            f"{LENT}.established_on": "2026-05-26",
            "clients.0.department": None,
            "structures.1.department": "972",
        },
        SILENT,
    ),
    (
        "Z502",
        {
            f"{M}.start": "2026-05-21",
            f"{LENT}.established_on": "2026-05-26",
            "clients.0.department": None,
            "structures.1.department": None,
        },
        FAULT,
    ),
    # Z503: an AI has its contract before it lends.
    ("Z503", {f"{AI_LENT}.established_on": None}, UNKNOWN),
    ("Z503", {f"{AI_LENT}.established_on": None, "@as_of": "2026-03-08"}, SILENT),
    ("Z503", {f"{AI_LENT}.established_on": "2026-06-01", f"{AI}.start": None}, SILENT),
    ("Z503", {AI_LENT: None}, SILENT),
    # Z504: one employee for each contract of temporary work.
    ("Z504", {f"{LENT}.workers": None}, UNKNOWN),
    ("Z504", {f"{LENT}.workers": 0}, FAULT),
    # Z505–Z507: mentions.
    ("Z505", {f"{LENT}.mentions": None}, UNKNOWN),
    ("Z506", {f"{LENT}.mentions": None}, SILENT),
    ("Z507", {f"{AI_LENT}.mentions": None}, UNKNOWN),
    ("Z507", {f"{AI_LENT}.mentions": LATE_TASKS}, FAULT),
    ("Z507", {f"{AI_LENT}.mentions": LATE_TASKS, "clients.0.kind": "non-profit"}, SILENT),
    ("Z507", {f"{AI_LENT}.mentions": LATE_TASKS, "clients.0.kind": "public-body"}, SILENT),
    ("Z507", {f"{AI_LENT}.mentions": LATE_TASKS, "clients.0.kind": None}, UNKNOWN),
    ("Z507", {f"{AI_LENT}.mentions": LATE_TASKS, f"{AI}.client": "inconnu"}, UNKNOWN),
    ("Z507", {f"{AI_LENT}.mentions": [*LATE_TASKS, "pay"], "clients.0.kind": None}, SILENT),
    # Z508–Z510: the mission contract.
    ("Z508", {WORK: None}, UNKNOWN),
    ("Z508", {f"{WORK}.written": None}, UNKNOWN),
    ("Z508", {f"{WORK}.written": False, **UNTOLD_START}, FAULT),
    ("Z508", {WORK: None, "@as_of": "2026-03-04"}, SILENT),
    ("Z508", {f"{WORK}.kind": "CDI-inclusion", f"{WORK}.written": None}, SILENT),
    ("Z508", {f"{WORK}.kind": None, f"{WORK}.written": False}, FAULT),
    ("Z508", {"missions.1.work_contract": None}, SILENT),
    ("Z509", {f"{WORK}.sent_on": None}, UNKNOWN),
    ("Z509", {f"{WORK}.sent_on": None, "@as_of": "2026-03-04"}, SILENT),
    ("Z509", {f"{WORK}.sent_on": "2026-06-01", **UNTOLD_START}, SILENT),
    ("Z509", {f"{WORK}.sent_on": "2026-06-01", f"{WORK}.written": False}, SILENT),
    ("Z509", {"missions.1.work_contract.sent_on": "2026-06-01"}, SILENT),
    ("Z510", {f"{WORK}.mentions": None}, UNKNOWN),
    ("Z510", {WORK: None}, SILENT),
    # Z513: the mission inside the contract, whoever lends.
    ("Z513", {f"{WORK}.start": "2026-03-03"}, FAULT),
    ("Z513", {f"{WORK}.start": None}, UNKNOWN),
    ("Z513", {f"{WORK}.end": None}, SILENT),
    ("Z513", {f"{M}.end": None}, SILENT),
    ("Z513", {WORK: None}, SILENT),
    ("Z513", {f"{WORK}.written": False, f"{WORK}.end": "2026-03-05"}, SILENT),
    ("Z513", {f"{WORK}.end": "2026-03-05", **UNTOLD_START}, SILENT),
    ("Z513", {"missions.1.work_contract.end": "2026-03-12"}, FAULT),
    # Z521, Z522: the declaration. The hire is the contract's first day, which a mission may follow.
    ("Z521", {f"{M}.declared_at": None}, UNKNOWN),
    # In the night when summer time ends, 02:45 comes before 02:15, and after it.
    ("Z521", {f"{M}.declared_at": "2025-10-26T02:45:00", **at_night("2025-10-26T02:15:00")}, UNKNOWN),
    ("Z521", {f"{M}.declared_at": "2025-10-26T02:15:00", **at_night("2025-10-26T02:45:00")}, SILENT),
    ("Z521", {f"{M}.declared_at": "2025-10-26T03:00:00", **at_night("2025-10-26T02:15:00")}, FAULT),
    ("Z521", {f"{M}.declared_at": "2025-10-26T02:45:00", **at_night("2025-10-26T01:15:00")}, FAULT),
    ("Z521", {f"{M}.declared_at": "2025-10-19T02:45:00", **at_night("2025-10-19T02:15:00")}, FAULT),
    ("Z521", {f"{M}.declared_at": None, "@as_of": "2026-03-01"}, SILENT),
    ("Z521", {f"{M}.starts_at": None, f"{M}.declared_at": "2026-03-02T06:00:00"}, UNKNOWN),
    ("Z521", {f"{M}.starts_at": None, f"{M}.declared_at": "2026-03-03T06:00:00"}, FAULT),
    ("Z521", {f"{M}.starts_at": None}, SILENT),
    ("Z521", {f"{M}.starts_at": None, f"{WORK}.start": None, **UNTOLD_START}, SILENT),
    (
        "Z521",
        {f"{M}.starts_at": None, f"{WORK}.start": None, f"{M}.declared_at": None, **UNTOLD_START},
        UNKNOWN,
    ),
    ("Z521", {f"{WORK}.start": "2026-02-02"}, FAULT),
    ("Z521", {f"{WORK}.start": "2026-02-02", f"{M}.declared_at": "2026-01-30T10:00:00"}, SILENT),
    ("Z522", {f"{WORK}.start": "2026-02-02", f"{M}.declared_at": "2026-01-30T10:00:00"}, SILENT),
    ("Z522", {f"{M}.declared_at": None}, SILENT),
    # Z523–Z525: the post, the welcome, the equipment.
    ("Z523", {f"{AI}.risky_post": None}, UNKNOWN),
    ("Z523", {f"{AI}.risky_post": None, "clients.0.kind": "private-person"}, SILENT),
    ("Z523", {f"{AI}.risky_post": None, f"{AI}.client": "inconnu"}, UNKNOWN),
    ("Z523", {f"{M}.risky_post": None, **EI}, SILENT),
    ("Z524", {}, SILENT),
    ("Z524", {**RISK, f"{M}.welcomed_on": None}, UNKNOWN),
    ("Z524", {**RISK, f"{M}.welcomed_on": None, "@as_of": "2026-03-01"}, SILENT),
    ("Z524", {**RISK, f"{M}.welcomed_on": "2026-03-03", f"{M}.urgent_safety": True}, SILENT),
    ("Z524", {**RISK, f"{M}.welcomed_on": "2026-03-03", **UNTOLD_START}, SILENT),
    ("Z524", {f"{AI}.risky_post": True, f"{AI}.welcomed_on": "2026-03-10"}, FAULT),
    ("Z525", {f"{M}.protection_paid_by": None}, UNKNOWN),
    ("Z525", {f"{AI}.protection_paid_by": "employee"}, FAULT),
    ("Z525", {f"{M}.protection_paid_by": "employee", **EI}, SILENT),
    # Z526: the visit of a temporary worker, counted from the first lending.
    ("Z526", {f"{M}.medical_visit_on": None}, SILENT),
    ("Z526", {f"{M}.medical_visit_on": None, "@as_of": "2026-06-02"}, SILENT),
    ("Z526", {f"{M}.medical_visit_on": None, "@as_of": "2026-06-03"}, UNKNOWN),
    ("Z526", {f"{M}.medical_visit_on": None, f"{M}.employee": None, "@as_of": "2026-06-03"}, UNKNOWN),
    ("Z526", {f"{M}.medical_visit_on": "2026-07-01", **UNTOLD_START}, SILENT),
    ("Z526", {f"{M}.medical_visit_on": "2026-07-01", **RISK}, SILENT),
    ("Z526", {f"{M}.medical_visit_on": "2026-07-01", f"{M}.start": "2019-12-31"}, SILENT),
    ("Z526", {f"{M}.medical_visit_on": "2026-07-01", f"{M}.aptitude_exam_on": "2026-02-27"}, SILENT),
    ("Z526", {**missions({**SECOND, "medical_visit_on": "2026-06-02"})}, SILENT),
    ("Z526", {**missions({**SECOND, "medical_visit_on": "2026-06-15"})}, FAULT),
    ("Z526", {**missions({**SECOND, "start": "2025-03-03", "medical_visit_on": "2025-03-10"})}, SILENT),
    ("Z526", {**missions({**SECOND, "structure": "ai", "medical_visit_on": "2026-03-05"}), "@as_of": "2026-07-01"}, UNKNOWN),
    # Z527: the exam comes before a risky post, and one passed for another mission stands.
    ("Z527", {}, SILENT),
    ("Z527", RISK, UNKNOWN),
    ("Z527", {**RISK, "@as_of": "2026-03-01"}, SILENT),
    ("Z527", {**RISK, f"{M}.aptitude_exam_on": "2026-04-01", **UNTOLD_START}, SILENT),
    ("Z527", {**RISK, f"{M}.aptitude_exam_on": "2019-12-31", f"{M}.start": "2019-12-30"}, SILENT),
    (
        "Z527",
        missions({**SECOND, "start": "2026-01-05", "aptitude_exam_on": "2026-01-02"}, risky_post=True),
        SILENT,
    ),
    ("Z527", missions({**SECOND, "aptitude_exam_on": "2026-03-27"}, risky_post=True), FAULT),
    ("Z527", {f"{AI}.risky_post": True}, SILENT),
    # Z528: the visit of an AI's employee, since the wording of 2017.
    ("Z528", {f"{AI}.medical_visit_on": None, "@as_of": "2026-04-09"}, SILENT),
    ("Z528", {f"{AI}.medical_visit_on": None, "@as_of": "2026-04-10"}, UNKNOWN),
    ("Z528", {f"{AI}.medical_visit_on": "2026-04-10", f"{AI}.risky_post": True}, FAULT),
    ("Z528", {f"{AI}.medical_visit_on": "2026-04-10", f"{AI}.start": "2016-12-31"}, SILENT),
]  # fmt: skip


def found_by(code: str, changes: Changes) -> tuple[Finding, ...]:
    """Return what one rule alone finds."""
    assembly = core_assembly()
    return findings_of(assembly.catalogue.rules[code], changes, assembly, core_sample())


def answer(code: str, changes: Changes) -> str:
    """Return the answer of one rule alone: one finding at most."""
    found = found_by(code, changes)
    return {(): SILENT, (True,): UNKNOWN, (False,): FAULT}[tuple(f.unknown for f in found)]


@pytest.mark.parametrize("code,changes,expected", CASES)
def test_answer(code: str, changes: Changes, expected: str) -> None:
    """The rule alone, on the sound sample with these changes."""
    assert expected == answer(code, changes)


@pytest.mark.parametrize(
    "facts,of_temporary_work,of_ai",
    [
        # Two days after the start: in time for an ETTI, too late for an AI.
        ({"lending_contract.established_on": ["2026-03-04", "2026-03-11"]}, [], ["Z503"]),
        # Several employees on one contract: an AI may.
        ({"lending_contract.workers": [3, 3]}, ["Z504"], []),
        # No reason for the recourse, no guarantor: of temporary work alone. No names, tasks: of an AI alone.
        ({"lending_contract.mentions": [[*LATE_TASKS, "pay"]] * 2}, ["Z505", "Z506"], []),
        (
            {"lending_contract.mentions": [["reason", "end-date", "post-features", "protection", "pay", "guarantor"]] * 2},
            [],
            ["Z507"],
        ),
        # A visit after seven weeks.
        ({"medical_visit_on": ["2026-04-20", "2026-04-27"]}, [], ["Z528"]),
        # A risky post without an exam beforehand, the visit being in time.
        ({"risky_post": [True, True], "aptitude_exam_on": ["2026-03-06", "2026-03-13"]}, ["Z527"], []),
        # No mission contract for the employee of an AI, whose contract is of another kind.
        ({"work_contract.written": [False, False]}, ["Z508"], []),
        ({"work_contract.sent_on": ["2026-03-06", "2026-03-13"]}, ["Z509"], []),
    ],
)  # fmt: skip
def test_an_ai_is_not_judged_like_a_temporary_work_firm(
    facts: Mapping[str, list[Any]], of_temporary_work: list[str], of_ai: list[str]
) -> None:
    """Trap 2: the same facts, told of both missions, are faults of one regime and lawful under the other."""
    changes = {f"missions.{n}.{key}": two[n] for key, two in facts.items() for n in (0, 1)}
    codes = ["Z501", "Z502", "Z503", "Z504", "Z505", "Z506", "Z507", "Z508", "Z509", "Z526", "Z527", "Z528"]
    found = [f for code in codes for f in found_by(code, changes)]
    of = {name: [f.code for f in found if f.subject[-1] == name] for name in ("M1", "M2")}

    assert {"M1": of_temporary_work, "M2": of_ai} == of


def test_a_contract_that_is_untold_is_told_so_once() -> None:
    """One finding for each missing block, whatever else would be asked of it."""
    changes = {LENT: None, AI_LENT: None, WORK: None, "missions.1.work_contract": None}
    rules = [f"Z5{n:02}" for n in (*range(1, 11), 13)]
    found = [(f.code, f.subject[-1]) for code in rules for f in found_by(code, changes)]

    assert [("Z501", "M1"), ("Z501", "M2"), ("Z508", "M1")] == found


def test_missing_mentions_are_told_together_in_french() -> None:
    """One finding for a contract, which lists what it lacks in the order of the text."""
    (found,) = found_by("Z505", {f"{LENT}.mentions": ["end-date", "pay", "workers"]})

    assert found.message == (
        "Le contrat avec le client de la mission « M1 » ne mentionne pas : le motif et sa justification précise ; le"
        " poste, son inscription ou non sur la liste à risques, la qualification, le lieu, l'horaire ; les"
        " équipements de protection et qui les fournit."
    )


@pytest.mark.parametrize(
    "start,done,expected",
    [
        # From a Thursday to a Monday there is a Saturday; to the Tuesday after it, even without it, too long.
        ("2026-03-05", "2026-03-07", []),
        ("2026-03-05", "2026-03-09", [Severity.WARNING]),
        ("2026-03-05", "2026-03-10", [Severity.ERROR]),
        ("2026-03-02", "2026-03-05", [Severity.ERROR]),
        ("2026-03-06", "2026-03-09", []),
        ("2026-03-06", "2026-03-10", [Severity.WARNING]),
        ("2026-03-07", "2026-03-10", []),
        ("2026-03-07", "2026-03-11", [Severity.ERROR]),
        ("2026-03-05", "2026-03-17", [Severity.ERROR]),
    ],
)
def test_a_delay_that_only_a_saturday_ends_does_not_block(
    start: str, done: str, expected: list[Severity]
) -> None:
    """That Saturday counts was not read in a text."""
    changes = {f"{M}.start": start, f"{LENT}.established_on": done}

    assert expected == [f.severity for f in found_by("Z502", changes)]


def test_what_was_read_in_its_present_wording_blocks_and_nothing_else() -> None:
    """Errors of the client's contract and of visits; warnings of the employee's contract, declaration, equipment."""
    rules = [code for code in core_assembly().catalogue.rules if code[:2] == "Z5"]
    severities = {
        code: {f.severity for f in found_by(code, core_assembly().catalogue.rules[code].bad)}
        for code in rules
    }
    blocking = {"Z501", "Z502", "Z504", "Z505", "Z507", "Z526", "Z527", "Z528"}

    assert {code: {Severity.ERROR if code in blocking else Severity.WARNING} for code in rules} == severities


@pytest.mark.parametrize(
    "end,expected", [("2026-06-02", Severity.ERROR), ("2026-06-01", Severity.WARNING), (None, Severity.ERROR)]
)
def test_a_late_visit_of_a_temporary_worker_blocks_while_that_worker_is_lent(
    end: str | None, expected: Severity
) -> None:
    """The text speaks of taking a post, and not of who leaves it before the delay has run out."""
    changes = {f"{M}.end": end, f"{M}.medical_visit_on": "2026-06-03"}

    assert [expected] == [f.severity for f in found_by("Z526", changes)]


def test_a_late_visit_of_an_ai_blocks_even_if_the_worker_was_lent_once() -> None:
    """There the text speaks of the first lending."""
    assert [Severity.ERROR] == [
        f.severity for f in found_by("Z528", {f"{AI}.medical_visit_on": "2026-04-10"})
    ]


def test_both_ends_of_a_contract_may_be_off() -> None:
    """Two faults on one mission, each at its key and told apart."""
    changes = {f"{WORK}.start": "2026-03-03", f"{WORK}.end": "2026-03-05"}
    found = found_by("Z513", changes)

    assert 2 == len({f.fingerprint for f in found})
