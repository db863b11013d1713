"""What each rule of AI lending answers where its two examples do not show it."""

from collections.abc import Mapping
from typing import Any

import pytest

from zest.findings import Severity
from zest.testing.samples import AS_OF, core_assembly, core_sample, findings_of

Changes = Mapping[str, Any]

SILENT, UNKNOWN, FAULT = "silent", "unknown", "fault"

M, ORDER = "missions.1", "orders.1"
WORK = f"{M}.work_contract"
CONVENTION = "structures.0.state_conventions.0"
ERA = {f"{M}.start": "2019-06-17", f"{M}.end": "2019-06-21"}
COOPERATION = "structures.0.cooperation_conventions"
UNASKED = {f"{M}.order": "inconnue"}
CDDI = {"kind": "CDDI", "start": "2026-03-09", "end": "2026-07-08", "weekly_hours": 20, "total_months": 24}
HELD = {"start": "2024-01-01", "end": "2026-12-31", "department": "14"}
DEROGATIONS = "structures.0.derogations"


def client(kind: str) -> Changes:
    """Return the change that makes the client one of that kind."""
    return {"clients.0.kind": kind}


CASES: list[tuple[str, Changes, str]] = [
    # Z301–Z303: the cap (its own tests count).
    ("Z301", {f"{M}.hours": 492, **client("private-person")}, SILENT),
    ("Z301", {f"{M}.hours": 492, "clients.0.kind": None}, UNKNOWN),
    ("Z301", {f"{M}.hours": 492, f"{M}.client": "inconnu"}, UNKNOWN),
    ("Z301", {f"{M}.hours": 492, "structures.0.kind": "ETTI"}, SILENT),
    ("Z301", {f"{M}.hours": 492, "structures.0.kind": None}, SILENT),
    ("Z301", {f"{M}.hours": 492, f"{M}.start": None}, SILENT),
    ("Z301", {f"{M}.employee": None}, UNKNOWN),
    ("Z301", {f"{M}.employee": None, **client("non-profit")}, SILENT),
    ("Z301", {f"{M}.hours": -20}, SILENT),
    ("Z302", {f"{M}.hours": 492}, SILENT),
    ("Z303", {f"{M}.hours": 492}, SILENT),
    # Z304: the derogation itself.
    ("Z304", {"structures.1.derogations": [{"start": "2019-01-01"}]}, SILENT),
    ("Z304", {DEROGATIONS: [{}]}, UNKNOWN),
    ("Z304", {DEROGATIONS: [{**HELD, "end": "2027-01-01"}]}, FAULT),
    ("Z304", {DEROGATIONS: [{"start": "2024-01-01", "end": "2026-12-31"}]}, UNKNOWN),
    ("Z304", {DEROGATIONS: [{"start": "2024-01-01", "department": "14"}]}, UNKNOWN),
    ("Z304", {DEROGATIONS: [{**HELD, "start": "2021-08-31", "end": "2022-01-01"}]}, FAULT),
    ("Z304", {DEROGATIONS: [{**HELD, "start": "2021-09-01", "end": "2024-08-31"}]}, SILENT),
    ("Z304", {DEROGATIONS: [{**HELD, "start": "2024-02-29", "end": "2027-02-28"}]}, SILENT),
    ("Z304", {DEROGATIONS: [HELD], "@as_of": "2019-06-18"}, SILENT),
    # Z305: the precise task, for firms, since December 2020.
    ("Z305", {f"{M}.precise_task": ""}, SILENT),
    ("Z305", {f"{M}.precise_task": "  ", **UNASKED}, UNKNOWN),
    ("Z305", {f"{M}.precise_task": "", **UNASKED, **client("private-person")}, SILENT),
    ("Z305", {f"{M}.precise_task": "", **UNASKED, **ERA}, SILENT),
    # Z306: the kind of the client.
    ("Z306", {"clients.0.kind": None, "missions.1.client": "autre"}, SILENT),
    # Z307: the sixteen hours.
    ("Z307", {**ERA, f"{M}.hours": 16, f"{M}.approved": False}, SILENT),
    ("Z307", {**ERA, f"{M}.hours": 16.5, f"{M}.approved": False}, FAULT),
    ("Z307", {**ERA, f"{M}.hours": 17}, UNKNOWN),
    ("Z307", {**ERA, f"{M}.hours": None, f"{M}.approved": False}, UNKNOWN),
    ("Z307", {**ERA, f"{M}.hours": None, f"{M}.approved": True}, SILENT),
    ("Z307", {**ERA, f"{M}.approved": False, **client("non-profit")}, SILENT),
    ("Z307", {f"{M}.start": "2020-12-15", f"{M}.approved": False}, FAULT),
    ("Z307", {f"{M}.start": "2020-12-16", f"{M}.approved": False}, SILENT),
    ("Z307", {f"{M}.start": "2013-06-17", f"{M}.approved": False}, SILENT),
    ("Z307", {f"{M}.start": None, f"{M}.approved": False, "@as_of": "2019-06-18"}, SILENT),
    # Z308: the convention with Pôle emploi.
    ("Z308", ERA, UNKNOWN),
    ("Z308", {**ERA, COOPERATION: [{"start": "2019-06-18"}]}, FAULT),
    ("Z308", {**ERA, COOPERATION: [{"start": "2019-06-17"}]}, SILENT),
    ("Z308", {**ERA, COOPERATION: [], **client("private-person")}, SILENT),
    ("Z308", {f"{M}.start": "2020-12-16", COOPERATION: []}, SILENT),
    ("Z308", {f"{M}.start": None, COOPERATION: [], "@as_of": "2019-06-18"}, SILENT),
    # Z309: the territory.
    ("Z309", {"clients.0.department": "61", **client("private-person")}, FAULT),
    ("Z309", {"clients.0.department": None}, UNKNOWN),
    ("Z309", {f"{M}.client": "inconnu"}, SILENT),
    ("Z309", {f"{M}.client": None}, UNKNOWN),
    ("Z309", {f"{M}.start": "2019-06-17"}, SILENT),
    ("Z309", {f"{M}.start": None}, SILENT),
    ("Z309", {"structures.0.state_conventions": None}, SILENT),
    ("Z309", {"structures.0.state_conventions": [], "clients.0.department": "61"}, SILENT),
    ("Z309", {f"{CONVENTION}.departments": None}, UNKNOWN),
    ("Z309", {f"{CONVENTION}.departments": ["14", "61"], "clients.0.department": "61"}, SILENT),
    ("Z309", {f"{CONVENTION}.departments": None, f"{CONVENTION}.communes": ["14118"]}, SILENT),
    ("Z309", {f"{CONVENTION}.departments": None, f"{CONVENTION}.communes": ["61001"]}, FAULT),
    (
        "Z309",
        {
            f"{CONVENTION}.departments": None,
            f"{CONVENTION}.communes": ["97411"],
            "clients.0.department": "974",
        },
        SILENT,
    ),
    # Z310: dangerous work. Trap 2: nobody may allow it to an AI.
    ("Z310", {f"{M}.listed_agents": None}, SILENT),
    ("Z310", {f"{M}.listed_agents": None, f"{ORDER}.listed_agents": True}, FAULT),
    ("Z310", {f"{M}.listed_agents": None, **UNASKED}, UNKNOWN),
    ("Z310", {f"{M}.listed_agents": False, f"{ORDER}.listed_agents": True}, SILENT),
    ("Z310", {f"{M}.listed_agents": True, "structures.0.kind": "ETTI"}, SILENT),
    # Z311: after a redundancy. Trap 2: no exception, and not the rule of temporary work.
    ("Z311", {f"{M}.redundancies": True, f"{M}.same_post": None}, SILENT),
    ("Z311", {f"{M}.redundancies": True, f"{M}.same_post": None, f"{ORDER}.same_post": True}, FAULT),
    ("Z311", {f"{M}.redundancies": True, f"{M}.same_post": None, **UNASKED}, UNKNOWN),
    ("Z311", {f"{M}.redundancies": None, **UNASKED}, UNKNOWN),
    ("Z311", {f"{M}.redundancies": False, f"{M}.same_post": None, **UNASKED}, SILENT),
    ("Z311", {f"{M}.redundancies": None, **UNASKED, **client("private-person")}, SILENT),
    ("Z311", {f"{M}.redundancies": True, f"{M}.same_post": True, **client("non-profit")}, FAULT),
    ("Z311", {f"{M}.redundancies": True, f"{M}.same_post": True, "structures.0.kind": "ETTI"}, SILENT),
    (
        "Z311",
        {f"{M}.redundancies": True, f"{M}.same_post": True, f"{M}.start": "2016-08-09"},
        SILENT,
    ),
    ("Z311", {f"{M}.redundancies": True, f"{M}.same_post": True, f"{M}.start": "2016-08-10"}, FAULT),
    # Z312 and Z313: pay.
    ("Z312", {WORK: None}, SILENT),
    ("Z312", {f"{WORK}.hourly_pay": 1, **client("private-person")}, SILENT),
    ("Z312", {f"{WORK}.hourly_pay": None}, UNKNOWN),
    ("Z312", {f"{WORK}.equivalent_pay": None}, UNKNOWN),
    ("Z312", {f"{WORK}.hourly_pay": 1309}, FAULT),
    ("Z312", {f"{WORK}.hourly_pay": 1311}, SILENT),
    ("Z313", {WORK: None}, SILENT),
    ("Z313", {f"{WORK}.flat_hours": None}, UNKNOWN),
    ("Z313", {f"{WORK}.flat_hours": True, **client("private-person")}, SILENT),
    ("Z313", {f"{WORK}.flat_hours": True, **client("non-profit")}, SILENT),
    # Z314–Z316: contracts.
    ("Z314", {WORK: None}, SILENT),
    ("Z314", {WORK: CDDI}, SILENT),
    ("Z314", {WORK: {**CDDI, "weekly_hours": 19.5}}, FAULT),
    ("Z314", {WORK: {**CDDI, "total_months": 25}}, FAULT),
    ("Z314", {WORK: {**CDDI, "total_months": 0, "weekly_hours": 0}}, FAULT),
    ("Z314", {WORK: {**CDDI, "start": "2025-10-31", "end": "2026-02-27"}}, FAULT),
    ("Z314", {WORK: {**CDDI, "start": "2025-10-31", "end": "2026-02-28"}}, SILENT),
    ("Z314", {WORK: {"kind": "CDDI"}}, UNKNOWN),
    ("Z314", {WORK: {**CDDI, "end": "2026-03-13"}, "structures.0.kind": "ETTI"}, SILENT),
    ("Z315", {WORK: None}, SILENT),
    ("Z315", {f"{WORK}.kind": None}, UNKNOWN),
    ("Z315", {f"{WORK}.kind": "CDI-interim"}, FAULT),
    ("Z315", {f"{WORK}.kind": "CDI"}, SILENT),
    ("Z315", {f"{WORK}.kind": "mission", "structures.0.kind": "ETTI"}, SILENT),
    ("Z316", {f"{WORK}.kind": "CDI-inclusion"}, UNKNOWN),
    (
        "Z316",
        {f"{WORK}.kind": "CDI-inclusion", f"{WORK}.senior": False, f"{M}.start": "2020-12-15"},
        SILENT,
    ),
    # Z317: opening days.
    ("Z317", {f"{CONVENTION}.open_days": None}, UNKNOWN),
    ("Z317", {f"{CONVENTION}.open_days": 2, "@as_of": "2024-12-31"}, SILENT),
    ("Z317", {"structures.0.state_conventions": None}, SILENT),
    ("Z317", {f"{CONVENTION}.open_days": 1, "structures.0.kind": "ACI"}, SILENT),
]


@pytest.mark.parametrize("code,changes,expected", CASES)
def test_answer(code: str, changes: Changes, expected: str) -> None:
    """The rule alone, on the sound sample with these changes."""
    assembly = core_assembly()
    found = findings_of(assembly.catalogue.rules[code], changes, assembly, core_sample())
    answer = SILENT if not found else UNKNOWN if all(f.unknown for f in found) else FAULT

    assert expected == answer, found


BLOCKING = {"Z301", "Z304", "Z311", "Z312"}


def test_only_what_was_read_as_it_stands_today_blocks() -> None:
    """The cap, its derogation, redundancies and equal pay: the other texts were read in 2015, or are our reading."""
    assembly = core_assembly()
    ours = {code: rule for code, rule in assembly.catalogue.rules.items() if code.startswith("Z3")}
    errors = {
        code
        for code, rule in ours.items()
        for found in findings_of(rule, rule.bad, assembly, core_sample())
        if found.severity is Severity.ERROR
    }

    assert BLOCKING == errors


def test_today_nothing_is_said_of_sixteen_hours() -> None:
    """Trap 4: the decree still prints the threshold, and the law refers to none; the report says why it is silent."""
    assembly = core_assembly()
    changes = {f"{M}.hours": 400, f"{M}.approved": False}
    found = [
        finding.message
        for rule in assembly.catalogue.rules.values()
        for finding in findings_of(rule, changes, assembly, core_sample())
    ]

    assert [] == found
    assert not assembly.catalogue.rules["Z307"].binds(AS_OF)


def test_every_bound_of_a_cddi_is_told_apart() -> None:
    """Too short, too long in all and too thin at once: three findings."""
    assembly = core_assembly()
    changes = {WORK: {**CDDI, "end": "2026-05-08", "total_months": 30, "weekly_hours": 12}}
    found = findings_of(assembly.catalogue.rules["Z314"], changes, assembly, core_sample())

    assert [
        "Le CDDI de la mission « M2 » dure moins de 4 mois.",
        "Le CDDI de la mission « M2 » passe 24 mois, renouvellements compris.",
        "Le CDDI de la mission « M2 » compte moins de 20 heures par semaine.",
    ] == [f.message for f in found]


def test_a_derogation_too_early_and_untold_is_told_twice() -> None:
    """What is missing and what is wrong are two findings."""
    assembly = core_assembly()
    who = "La dérogation de « Bocage Emploi » au plafond d'heures"
    changes = {DEROGATIONS: [{"start": "2019-01-01"}]}
    found = findings_of(assembly.catalogue.rules["Z304"], changes, assembly, core_sample())

    assert [
        (
            True,
            f"{who} n'a pas de dernier jour ni de département.",
        ),
        (
            False,
            f"{who} commence le 01/01/2019, quand la loi n'en prévoyait pas.",
        ),
    ] == [(f.unknown, f.message) for f in found]
