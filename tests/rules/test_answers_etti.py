"""Missions of temporary work: each answer, on the sound sample with a few changes."""

from collections.abc import Mapping
from typing import Any

import pytest

from zest.findings import Severity
from zest.testing.samples import core_assembly, core_sample, findings_of

Changes = Mapping[str, Any]

SILENT, UNKNOWN, FAULT = "silent", "unknown", "fault"

ETT = {"structures.1.kind": "ETT"}
EATT = {"structures.1.kind": "EATT"}
AI = {"structures.1.kind": "AI"}
PUBLIC = {"clients.0.kind": "public-body"}
CONTRACT = "missions.0.work_contract"
UNTOLD_KIND = {f"{CONTRACT}.kind": None}
SENIOR = {CONTRACT: {"kind": "CDI-inclusion", "senior": True}}
NO_ORDER = {"missions.0.order": None}


def days(start: str | None, end: str | None) -> dict[str, Any]:
    """Return the changes that set the days of the ETTI's mission."""
    return {"missions.0.start": start, "missions.0.end": end}


def of(**told: Any) -> dict[str, Any]:
    """Return the changes that set facts of the ETTI's mission."""
    return {f"missions.0.{name}": value for name, value in told.items()}


def second(**told: Any) -> dict[str, Any]:
    """Return the changes that make the second mission one of the ETTI on post P7, from 7 March 2026."""
    facts = {"key": "M2", "structure": "etti", "client": "hotel", "post": "P7", "employee": "s-002",
             "recourse": "insertion", "start": "2026-03-07", "end": "2026-03-13"}  # fmt: skip
    return {"missions.0.post": "P7", "missions.1": {**facts, **told}}


CASES: list[tuple[str, Changes, str]] = [
    # Z401: twenty-four months, from date to date; judged since the version of the text that was read.
    ("Z401", {}, SILENT),
    ("Z401", days("2025-03-31", "2027-03-30"), SILENT),
    ("Z401", days("2025-03-31", "2027-03-31"), FAULT),
    ("Z401", days("2024-02-29", "2026-02-28"), SILENT),
    ("Z401", days("2023-12-20", "2025-12-20"), FAULT),
    ("Z401", days("2023-12-19", "2026-12-20"), SILENT),
    ("Z401", days(None, "2027-03-31"), UNKNOWN),
    ("Z401", days("2026-03-02", None), UNKNOWN),
    ("Z401", {**days("2025-03-31", "2027-03-31"), **UNTOLD_KIND}, UNKNOWN),
    ("Z401", {**days("2025-03-31", "2027-03-31"), CONTRACT: None}, UNKNOWN),
    ("Z401", {**days("2025-03-31", "2028-03-31"), **UNTOLD_KIND}, FAULT),
    ("Z401", {**days("2025-03-31", "2028-03-31"), **SENIOR}, SILENT),
    ("Z401", {**days("2025-03-31", "2028-03-31"), **ETT}, SILENT),
    ("Z401", {**days("2025-03-31", "2028-03-31"), **AI}, SILENT),
    # Z402: eighteen months, nine, twenty-four.
    ("Z402", {**ETT, **days("2025-03-02", "2026-09-01")}, SILENT),
    ("Z402", {**ETT, **days("2025-03-02", "2026-09-02")}, FAULT),
    ("Z402", {**EATT, **days("2025-03-02", "2026-09-02")}, FAULT),
    ("Z402", {**ETT, **days("2025-03-02", "2027-03-01"), **of(abroad=True)}, SILENT),
    ("Z402", {**ETT, **days("2025-03-02", "2027-03-02"), **of(abroad=True)}, FAULT),
    ("Z402", {**ETT, **days("2025-03-02", "2025-12-01"), **of(urgent_safety=True)}, SILENT),
    ("Z402", {**ETT, **days("2025-03-02", "2025-12-02"), **of(urgent_safety=True)}, FAULT),
    ("Z402", {**ETT, **days(None, "2026-09-02")}, UNKNOWN),
    ("Z402", {**ETT, **days("2025-03-02", None)}, UNKNOWN),
    ("Z402", {**ETT, **PUBLIC, **days("2025-03-02", "2026-09-02")}, SILENT),
    ("Z402", {**ETT, **of(client="inconnu"), **days("2025-03-02", "2026-09-02")}, FAULT),
    ("Z402", days("2025-03-02", "2026-09-02"), SILENT),
    # Z403: the inclusion contract.
    ("Z403", {}, SILENT),
    ("Z403", {CONTRACT: None}, SILENT),
    ("Z403", {**SENIOR, **AI}, SILENT),
    ("Z403", {**SENIOR, **days("2025-03-02", "2028-03-01")}, SILENT),
    ("Z403", {**SENIOR, **days("2025-03-02", "2028-03-02")}, FAULT),
    ("Z403", {**SENIOR, **days("2020-12-16", "2023-12-16")}, FAULT),
    ("Z403", {**SENIOR, **days("2020-12-15", "2023-12-16")}, SILENT),
    ("Z403", {**SENIOR, **days("2026-03-02", None)}, UNKNOWN),
    ("Z403", {CONTRACT: {"kind": "CDI-inclusion"}}, UNKNOWN),
    # Z404: no open-ended contract of temporary work.
    ("Z404", {**ETT, f"{CONTRACT}.kind": "CDI-interim"}, SILENT),
    ("Z404", {f"{CONTRACT}.kind": "CDI-interim", **days("2023-12-19", "2023-12-22")}, SILENT),
    ("Z404", {f"{CONTRACT}.kind": "CDI-interim", **days("2023-12-20", "2023-12-22")}, FAULT),
    ("Z404", UNTOLD_KIND, UNKNOWN),
    ("Z404", {CONTRACT: None}, SILENT),
    # Z405: the waiting period; its own page counts the days.
    ("Z405", {}, SILENT),
    ("Z405", AI, SILENT),
    ("Z405", of(start=None), SILENT),
    ("Z405", second(employee="s-001"), SILENT),
    ("Z405", second(recourse=None), UNKNOWN),
    ("Z405", second(post=""), SILENT),
    ("Z405", {**second(post="", job="essayeur"), "missions.0.post": ""}, UNKNOWN),
    ("Z405", second(start="2026-03-09"), UNKNOWN),
    # Z406: the case of recourse, of the mission or of its order.
    ("Z406", of(recourse=None), SILENT),
    ("Z406", {**of(recourse=None), "orders.0.recourse": None}, SILENT),
    ("Z406", of(recourse=None, order="inconnue"), UNKNOWN),
    ("Z406", {**of(recourse=None), **NO_ORDER, **AI}, SILENT),
    ("Z406", NO_ORDER, SILENT),
    # Z407: the case of insertion, told by the mission or by its order.
    ("Z407", {}, SILENT),
    ("Z407", EATT, SILENT),
    ("Z407", {**ETT, **of(recourse=None)}, FAULT),
    ("Z407", {**ETT, **NO_ORDER, **of(recourse=None)}, SILENT),
    # Z408: public bodies have a list of their own.
    *(("Z408", {**PUBLIC, **of(recourse=told)}, SILENT) for told in ("replacement", "increase", "seasonal", "vacancy")),
    *(("Z408", {**PUBLIC, **of(recourse=told)}, FAULT) for told in ("usage", "head-replacement", "insertion")),
    *(("Z408", of(recourse=told), SILENT) for told in ("usage", "head-replacement", "insertion", "seasonal")),
    ("Z408", of(recourse="vacancy"), FAULT),
    ("Z408", {"clients.0.kind": None}, UNKNOWN),
    ("Z408", {"clients.0.kind": None, **of(recourse="increase")}, SILENT),
    ("Z408", of(client="inconnu"), SILENT),
    ("Z408", {"clients.0.kind": "private-person"}, SILENT),
    ("Z408", {"clients.0.kind": "non-profit"}, SILENT),
    ("Z408", {**PUBLIC, **AI}, SILENT),
    ("Z408", {**PUBLIC, **NO_ORDER, **of(recourse=None)}, SILENT),
    # Z409: and durations of their own.
    ("Z409", days("2025-03-02", "2026-09-02"), SILENT),
    ("Z409", {**PUBLIC, **days("2025-03-02", "2026-09-01")}, SILENT),
    ("Z409", {**PUBLIC, **days("2025-03-02", "2026-09-02")}, FAULT),
    ("Z409", {**PUBLIC, **days("2025-03-02", "2026-03-01"), **of(recourse="vacancy")}, SILENT),
    ("Z409", {**PUBLIC, **days("2025-03-02", "2026-03-02"), **of(recourse="vacancy")}, FAULT),
    ("Z409", {**PUBLIC, **days("2025-03-02", "2027-03-02")}, SILENT),
    ("Z409", {**PUBLIC, **ETT, **days("2025-03-02", "2027-03-02")}, FAULT),
    ("Z409", {**PUBLIC, **days("2023-12-19", "2026-03-02")}, FAULT),
    ("Z409", {**PUBLIC, **days("2025-03-02", None)}, SILENT),
    ("Z409", {**PUBLIC, **ETT, **days("2025-03-02", None)}, UNKNOWN),
    ("Z409", {**PUBLIC, **AI, **days("2025-03-02", "2026-09-02")}, SILENT),
    # Z410: renewals, one and then two.
    ("Z410", {**of(renewals=1), **days("2015-07-31", "2015-08-02")}, SILENT),
    ("Z410", {**of(renewals=2), **days("2015-07-31", "2015-08-02")}, FAULT),
    ("Z410", {**of(renewals=2), **days("2015-08-01", "2015-08-02")}, SILENT),
    ("Z410", {**of(renewals=3), **AI}, SILENT),
    # Z411, Z412: allowances.
    ("Z411", {f"{CONTRACT}.end_allowance": None}, UNKNOWN),
    ("Z411", {f"{CONTRACT}.end_allowance": 0.099}, FAULT),
    ("Z411", {f"{CONTRACT}.end_allowance": 0, **of(early_end_by_employee=True)}, SILENT),
    ("Z411", {f"{CONTRACT}.end_allowance": 0, f"{CONTRACT}.kind": "CDI-inclusion"}, SILENT),
    ("Z411", {f"{CONTRACT}.end_allowance": 0, **UNTOLD_KIND}, FAULT),
    ("Z411", {f"{CONTRACT}.end_allowance": 0, **AI}, SILENT),
    ("Z411", {CONTRACT: None}, SILENT),
    ("Z412", {f"{CONTRACT}.leave_allowance": None}, UNKNOWN),
    ("Z412", {f"{CONTRACT}.leave_allowance": 0.12}, SILENT),
    ("Z412", {f"{CONTRACT}.leave_allowance": 0, f"{CONTRACT}.kind": "CDI-inclusion"}, SILENT),
    ("Z412", {f"{CONTRACT}.leave_allowance": 0, **UNTOLD_KIND}, FAULT),
    ("Z412", {f"{CONTRACT}.leave_allowance": 0, **AI}, SILENT),
    ("Z412", {CONTRACT: None}, SILENT),
    # Z413: from Monday 2 to Friday 6 March 2026, two days either way; a longer one, a day for five.
    ("Z413", of(planned_end="2026-03-06"), SILENT),
    ("Z413", of(planned_end="2026-03-04"), SILENT),
    ("Z413", of(planned_end="2026-03-03"), FAULT),
    ("Z413", of(planned_end="2026-03-11", early_end_by_employee=True), SILENT),
    ("Z413", of(planned_end="2026-03-11", renewals=1), SILENT),
    ("Z413", of(planned_end="2026-03-11", renewals=0), FAULT),
    ("Z413", of(planned_end="2026-03-11", end=None), SILENT),
    ("Z413", of(planned_end="2026-03-11", start=None), SILENT),
    ("Z413", {**of(planned_end="2026-03-11"), **AI}, SILENT),
    ("Z413", of(planned_end="2026-03-21", end="2026-03-26"), SILENT),
    ("Z413", of(planned_end="2026-03-21", end="2026-03-27"), FAULT),
    ("Z413", {**of(planned_end="2026-03-20", end="2026-03-25"), **of(client="inconnu")}, SILENT),
    ("Z413", of(planned_end="2026-07-31", end="2026-08-31"), SILENT),
    ("Z413", of(planned_end="2026-07-31", end="2026-07-17"), SILENT),
    ("Z413", of(planned_end="2026-07-31", end="2026-07-15"), FAULT),
    # Z414: an insertion firm may go lower, others explain themselves.
    ("Z414", {}, SILENT),
    ("Z414", {**EATT, f"{CONTRACT}.weekly_hours": 23.5}, FAULT),
    ("Z414", {**ETT, f"{CONTRACT}.weekly_hours": None}, SILENT),
    ("Z414", {**ETT, CONTRACT: None}, SILENT),
    ("Z414", {**ETT, **days("2015-05-29", "2015-05-29")}, SILENT),
    # Z415: the guarantee on each day of the missions.
    ("Z415", {"structures.1.guarantee": None}, SILENT),
    ("Z415", {"structures.1.guarantee.start": None}, SILENT),
    ("Z415", {"structures.1.guarantee.end": None}, SILENT),
    ("Z415", {**AI, "structures.1.guarantee.end": "2026-03-05"}, SILENT),
    ("Z415", of(structure="ai"), SILENT),
    ("Z415", {"structures.1.guarantee.end": "2026-03-01", **of(end=None)}, FAULT),
    ("Z415", of(start="2025-12-31"), UNKNOWN),
    ("Z415", {"structures.1.guarantee.end": "2026-03-01", **of(start=None)}, SILENT),
    # A mission to come, or that goes on, is judged up to the day of the check.
    ("Z415", {"@as_of": "2026-03-01", "structures.1.guarantee.end": "2026-03-01"}, SILENT),
    ("Z415", {"@as_of": "2026-03-03", "structures.1.guarantee.end": "2026-03-03"}, SILENT),
    ("Z415", {"@as_of": "2026-03-03", "structures.1.guarantee.end": "2026-03-02"}, FAULT),
]  # fmt: skip


@pytest.mark.parametrize("code,changes,expected", CASES)
def test_each_answer(code: str, changes: Changes, expected: str) -> None:
    """One finding or none, and never an error unless the present text was read."""
    assembly = core_assembly()
    rule = assembly.catalogue.rules[code]
    found = findings_of(rule, changes, assembly, core_sample())

    assert {SILENT: [], UNKNOWN: [True], FAULT: [False]}[expected] == [f.unknown for f in found]
    assert all(rule.source.may_block or f.severity is not Severity.ERROR for f in found)


def messages(code: str, changes: Changes) -> list[str]:
    """Return what a rule says."""
    assembly = core_assembly()
    return [f.message for f in findings_of(assembly.catalogue.rules[code], changes, assembly, core_sample())]


@pytest.mark.parametrize(
    "code,changes,expected",
    [
        ("Z402", {**ETT, **days("2025-03-02", "2026-09-02")}, "La mission « M1 » dure plus des 18 mois de son cas de recours."),
        ("Z405", second(), ("La mission « M2 » suit de 0 jour la mission « M1 », du même poste, qui en a duré 5 :"
         " le délai de carence est de 2 jours d'ouverture du client.")),
        ("Z410", of(renewals=3), "La mission « M1 » a été renouvelée 3 fois, pour 2 au plus."),
        ("Z411", {f"{CONTRACT}.end_allowance": 0.085},
         "L'indemnité de fin de la mission « M1 » est de 8,5 % de la paie, pour 10 % au moins."),
        ("Z413", of(planned_end="2026-03-11"),
         "La mission « M1 » finit le 06/03/2026 et non le 11/03/2026 : l'écart dépasse les 2 jours de travail permis."),
        ("Z414", {**ETT, f"{CONTRACT}.weekly_hours": 17.5},
         "La semaine de la mission « M1 » compte 17,5 heures, pour 24 au moins."),
    ],
)  # fmt: skip
def test_a_fault_tells_what_was_measured_and_the_bound(code: str, changes: Changes, expected: str) -> None:
    """Numbers as French writes them."""
    assert [expected] == messages(code, changes)


def test_the_two_faults_of_an_inclusion_contract_are_two_findings() -> None:
    """Too young a person, too long a mission."""
    changes = {**days("2025-03-02", "2028-03-02"), CONTRACT: {"kind": "CDI-inclusion", "senior": False}}

    assert 2 == len(messages("Z403", changes))


def test_all_missions_out_of_the_guarantee_are_one_finding() -> None:
    """A guarantee that lapsed is one fault, however many missions went on."""
    one = {"structure": "etti", "start": "2026-03-09", "end": "2026-03-13"}
    changes = {
        "structures.1.guarantee.end": "2026-03-05",
        "missions.1": {"key": "M2", **one},
        "orders": [],
    }

    assert [
        (
            "La garantie financière de « Perche Intérim » s'est arrêtée le 05/03/2026, avant la fin de la mission « M1 »"
            " et 1 autre."
        )
    ] == messages("Z415", changes)


def test_it_is_both_lapsed_and_younger_than_the_missions() -> None:
    """What went before is unknown, what came after is a fault."""
    changes = {"structures.1.guarantee": {"start": "2026-03-03", "end": "2026-03-05"}}

    assert 2 == len(messages("Z415", changes))


def test_missions_out_of_the_guarantee_are_counted_in_french() -> None:
    """One other, two others."""
    one = {"structure": "etti", "start": "2026-03-09", "end": "2026-03-13"}
    changes = {
        "structures.1.guarantee.end": "2026-03-05",
        "missions": [core_sample()["missions"][0], {"key": "M2", **one}, {"key": "M3", **one}],
        "orders": [],
    }
    [told] = messages("Z415", changes)

    assert told.endswith("« M1 » et 2 autres.")
