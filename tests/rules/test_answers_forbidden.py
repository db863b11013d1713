"""Forbidden lending, on orders as on missions: each answer, on the sound sample with a few changes."""

from collections.abc import Mapping
from typing import Any

import pytest

from zest.findings import Severity
from zest.testing.samples import core_assembly, core_sample, findings_of

Changes = Mapping[str, Any]

SILENT, UNKNOWN, FAULT = "silent", "unknown", "fault"

AI = {"structures.1.kind": "AI"}
GEIQ = {"structures.1.kind": "GEIQ"}
PRIVATE = {"clients.0.kind": "private-person"}
SERVICE = {"offers.0.kind": "service"}
NOBODY = {"missions.0.order": None}
"""No mission serves the first order."""
NOBODY_2 = {"missions.1.order": None}
"""No mission serves the second."""


def of(**told: Any) -> dict[str, Any]:
    """Return the changes that set facts of the ETTI's mission."""
    return {f"missions.0.{name}": value for name, value in told.items()}


def ordered(**told: Any) -> dict[str, Any]:
    """Return the changes that set answers of the ETTI's order."""
    return {f"orders.0.{name}": value for name, value in told.items()}


HIT = of(recourse="increase", redundancies=True, same_post=True)
HIT_ORDER = {**NOBODY, **ordered(recourse="increase", redundancies=True, same_post=True)}

CASES: list[tuple[str, Changes, str]] = [
    # Z221, Z222: strikers, told by the mission or by the order.
    ("Z221", {}, SILENT),
    ("Z221", of(client_replaces_strikers=None), SILENT),
    ("Z221", {**of(client_replaces_strikers=None), **ordered(strike=True)}, UNKNOWN),
    ("Z221", ordered(strike=True), SILENT),
    ("Z221", of(client_replaces_strikers=None, order=None), SILENT),
    ("Z221", {**of(client_replaces_strikers=True), **AI}, SILENT),
    ("Z221", {**of(client_replaces_strikers=True), "structures.1.kind": "EATT"}, FAULT),
    ("Z222", of(client_replaces_strikers=True), SILENT),
    ("Z222", {**of(client_replaces_strikers=True), **AI}, FAULT),
    ("Z222", {"missions.1.structure": "inconnue"}, SILENT),
    ("Z222", {"missions.1.client_replaces_strikers": None, "orders.1.strike": True}, UNKNOWN),
    # Z223: the listed agents, and the authorisation that lifts the ban.
    ("Z223", {}, SILENT),
    ("Z223", of(listed_agents=True), UNKNOWN),
    ("Z223", of(listed_agents=None), SILENT),
    ("Z223", {**of(listed_agents=None, authorised_agents=False), **ordered(listed_agents=True)}, FAULT),
    ("Z223", of(listed_agents=None, order=None), SILENT),
    ("Z223", {**of(listed_agents=True), **AI}, SILENT),
    # Z224: redundancies close the increase of activity, but for a short contract that is not renewable.
    ("Z224", {}, SILENT),
    ("Z224", HIT, UNKNOWN),
    ("Z224", {**HIT, **of(renewals=0)}, SILENT),
    ("Z224", {**HIT, **of(renewals=1)}, FAULT),
    ("Z224", {**HIT, **of(renewals=0, end="2026-06-01")}, SILENT),
    ("Z224", {**HIT, **of(renewals=0, end="2026-06-02")}, FAULT),
    ("Z224", {**HIT, **of(renewals=0, end=None)}, UNKNOWN),
    ("Z224", {**HIT, **of(same_post=False)}, SILENT),
    ("Z224", {**HIT, **of(same_post=None, order=None)}, SILENT),
    ("Z224", {**HIT, **of(redundancies=False)}, SILENT),
    ("Z224", {**HIT, **of(redundancies=None, order=None)}, SILENT),
    ("Z224", {**HIT, **of(recourse="insertion")}, SILENT),
    ("Z224", {**HIT, **of(recourse=None), **ordered(recourse="increase")}, UNKNOWN),
    ("Z224", {**HIT, **AI}, SILENT),
    (
        "Z224",
        {
            **of(recourse="increase", redundancies=None, same_post=None),
            **ordered(redundancies=True, same_post=True),
        },
        UNKNOWN,
    ),
    # Z225, Z226: medical posts.
    ("Z225", {}, SILENT),
    ("Z225", {**of(medical_job="occupational-doctor"), **AI}, SILENT),
    ("Z226", {}, SILENT),
    ("Z226", of(medical_job="occupational-doctor"), SILENT),
    ("Z226", of(medical_job="regulated", permits=None), UNKNOWN),
    (
        "Z226",
        of(medical_job="regulated", permits=[{"key": "autorisation-exercice", "valid_to": "2026-03-05"}]),
        FAULT,
    ),
    ("Z226", {**of(medical_job="regulated"), **AI}, SILENT),
    # Z227: the clause that forbids the hire.
    ("Z227", of(lending_contract=None), SILENT),
    ("Z227", {"missions.0.lending_contract.forbids_hire": None}, UNKNOWN),
    ("Z227", {"missions.0.lending_contract": {"written": False}}, SILENT),
    ("Z227", {"missions.0.lending_contract.forbids_hire": True, **AI}, SILENT),
    # Z231: one finding an order, whatever it leaves unasked.
    ("Z231", {}, SILENT),
    (
        "Z231",
        ordered(strike=None, redundancies=None, listed_agents=None, risky_post=None, recourse=None),
        UNKNOWN,
    ),
    ("Z231", ordered(recourse=None), UNKNOWN),
    ("Z231", ordered(same_post=None), SILENT),
    ("Z231", ordered(same_post=None, redundancies=True), UNKNOWN),
    ("Z231", {**NOBODY, **ordered(recourse=None), **AI}, UNKNOWN),
    ("Z231", {**NOBODY, **ordered(recourse=None, precise_task="Essayer."), **AI}, SILENT),
    ("Z231", {"orders.1.precise_task": None, **NOBODY_2}, UNKNOWN),
    (
        "Z231",
        {"orders.1.precise_task": None, "orders.1.redundancies": None, "orders.1.listed_agents": None},
        SILENT,
    ),
    ("Z231", {"orders.1.risky_post": None}, UNKNOWN),
    ("Z231", {"orders.1.precise_task": None, **NOBODY_2, "clients.0.kind": "public-body"}, SILENT),
    ("Z231", {"orders.1.precise_task": None, **NOBODY_2, "orders.1.client": "inconnu"}, SILENT),
    ("Z231", {**ordered(strike=None), **PRIVATE}, SILENT),
    ("Z231", {**ordered(strike=None), **GEIQ}, SILENT),
    ("Z231", {**ordered(strike=None), **SERVICE}, SILENT),
    ("Z231", ordered(strike=None, structure="inconnue"), SILENT),
    ("Z231", ordered(strike=None, offer="inconnue"), UNKNOWN),
    # Z232: a mission without an order.
    ("Z232", of(listed_agents=None), SILENT),
    ("Z232", of(order=None, client_replaces_strikers=None), UNKNOWN),
    ("Z232", of(order="inconnue", client_replaces_strikers=None), UNKNOWN),
    ("Z232", of(order=None, redundancies=None), SILENT),
    ("Z232", of(order=None, recourse="increase"), SILENT),
    ("Z232", of(order=None, recourse="increase", redundancies=None), UNKNOWN),
    ("Z232", of(order=None, recourse="increase", redundancies=True, same_post=None), UNKNOWN),
    ("Z232", {**of(order=None, listed_agents=None), **AI}, SILENT),
    ("Z232", {**of(order=None, client_replaces_strikers=None), **AI}, UNKNOWN),
    ("Z232", {**of(order=None, listed_agents=None), **PRIVATE}, SILENT),
    ("Z232", {**of(order=None, listed_agents=None), **GEIQ}, SILENT),
    # Z233, Z234: an order that nobody serves yet, during a strike.
    ("Z233", ordered(strike=None), SILENT),
    ("Z233", {**NOBODY, **ordered(strike=False)}, SILENT),
    ("Z233", {**NOBODY, **ordered(strike=True), **AI}, SILENT),
    ("Z234", {**NOBODY, **ordered(strike=True)}, SILENT),
    ("Z234", {**NOBODY, **ordered(strike=True), **AI}, FAULT),
    ("Z234", {**NOBODY, **ordered(strike=True, structure="inconnue")}, SILENT),
    # Z235: an order that would expose.
    ("Z235", {**NOBODY, **ordered(listed_agents=None)}, SILENT),
    ("Z235", NOBODY, SILENT),
    ("Z235", {**NOBODY, **ordered(listed_agents=True), **AI}, SILENT),
    # Z236: an order after redundancies.
    ("Z236", {}, SILENT),
    ("Z236", HIT_ORDER, UNKNOWN),
    ("Z236", {**HIT_ORDER, **ordered(end="2026-06-01")}, UNKNOWN),
    ("Z236", {**HIT_ORDER, **ordered(end="2026-06-02")}, FAULT),
    ("Z236", {**HIT_ORDER, **ordered(end=None)}, UNKNOWN),
    ("Z236", {**HIT_ORDER, **ordered(redundancies=None)}, SILENT),
    ("Z236", {**HIT_ORDER, **ordered(recourse="insertion")}, SILENT),
    ("Z236", {**HIT_ORDER, **of(order="C1")}, SILENT),
    ("Z236", {**HIT_ORDER, **AI}, SILENT),
    ("Z236", {**HIT_ORDER, **ordered(same_post=False)}, SILENT),
    # Z237, Z238: the same of an AI, without exception.
    ("Z237", {**NOBODY_2, "orders.1.listed_agents": None}, SILENT),
    ("Z237", NOBODY_2, SILENT),
    ("Z237", {**NOBODY, **ordered(listed_agents=True)}, SILENT),
    ("Z237", {**NOBODY, **ordered(listed_agents=True, structure="inconnue")}, SILENT),
    ("Z238", HIT_ORDER, SILENT),
    ("Z238", NOBODY_2, SILENT),
    ("Z238", {**HIT_ORDER, **ordered(structure="inconnue")}, SILENT),
    ("Z238", {**HIT_ORDER, **AI, **ordered(recourse=None)}, FAULT),
    ("Z238", {**HIT_ORDER, **AI, **PRIVATE}, SILENT),
    ("Z238", {**NOBODY_2, "orders.1.redundancies": None}, SILENT),
    ("Z238", {**NOBODY_2, "orders.1.redundancies": True, "orders.1.same_post": None}, SILENT),
    ("Z238", {**HIT_ORDER, **AI, **ordered(start="2016-08-09")}, SILENT),
]


@pytest.mark.parametrize("code,changes,expected", CASES)
def test_each_answer(code: str, changes: Changes, expected: str) -> None:
    """One finding or none; and never an error unless the present text was read."""
    assembly = core_assembly()
    rule = assembly.catalogue.rules[code]
    found = findings_of(rule, changes, assembly, core_sample())

    assert {SILENT: [], UNKNOWN: [True], FAULT: [False]}[expected] == [f.unknown for f in found]
    assert all(rule.source.may_block or f.severity is not Severity.ERROR for f in found)


@pytest.mark.parametrize(
    "code,changes,expected",
    [
        (
            "Z231",
            ordered(strike=None, redundancies=None, listed_agents=None, risky_post=None, recourse=None),
            (
                "La commande « C1 » laisse sans réponse : la grève en cours, les licenciements économiques récents,"
                " l'exposition aux agents des travaux dangereux, l'inscription du poste sur la liste à risques,"
                " le cas de recours."
            ),
        ),
        (
            "Z231",
            {"orders.1.precise_task": None, **NOBODY_2},
            "La commande « C2 » laisse sans réponse : la tâche précise et temporaire.",
        ),
        (
            "Z232",
            of(order=None, recourse="increase", redundancies=True, same_post=None),
            "La mission « M1 », sans commande, laisse sans réponse : le poste que ces licenciements ont touché.",
        ),
        (
            "Z224",
            {**HIT, **of(renewals=1)},
            (
                "La mission « M1 » répond à un accroissement d'activité sur un poste touché par un licenciement économique"
                " depuis moins de 6 mois, et se renouvelle."
            ),
        ),
        (
            "Z236",
            {**HIT_ORDER, **ordered(end="2026-06-02")},
            (
                "La commande « C1 » répond à un accroissement d'activité sur un poste touché par un licenciement économique"
                " depuis moins de 6 mois, et dure plus de 3 mois."
            ),
        ),
    ],
)
def test_what_is_missing_or_wrong_is_told(code: str, changes: Changes, expected: str) -> None:
    """The questions in the order of the form, the bounds in numbers."""
    assembly = core_assembly()
    found = findings_of(assembly.catalogue.rules[code], changes, assembly, core_sample())

    assert [expected] == [f.message for f in found]
