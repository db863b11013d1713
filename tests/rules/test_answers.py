"""What each rule answers where its two examples do not show it: silent, unknown, or at fault."""

from collections.abc import Mapping
from typing import Any

import pytest

from zest.testing.samples import core_assembly, core_sample, findings_of

Changes = Mapping[str, Any]

SILENT, UNKNOWN, FAULT = "silent", "unknown", "fault"

ENTRY = "journey.entry"
CONVENTION = "structures.0.brand_convention"
LOCAL = {"key": "propre", "family": "quality", "statement": "Un sourire."}

CASES: list[tuple[str, Changes, str]] = [
    # Z041–Z060: the dossier itself.
    ("Z043", {"missions.0.offer": "essai"}, SILENT),
    ("Z043", {"experiences.0.client": "Un client qui n'est pas au dossier"}, SILENT),
    ("Z043", {"offers.0.structures": ["ai", "inconnue"]}, FAULT),
    ("Z043", {"trainings.0.attendances.0.structure": "a"}, FAULT),
    ("Z044", {"structures.1.siret": "10000000900108"}, SILENT),
    ("Z045", {"structures.0.siret": None}, SILENT),
    ("Z046", {"measures.0.kept": -1}, FAULT),
    ("Z046", {"measures.0.kept": 0, "measures.0.cases": 0}, SILENT),
    ("Z047", {"collective.coordinator_fte": 1}, SILENT),
    ("Z047", {"collective.coordinator_fte": 1.1}, FAULT),
    ("Z048", {"structures.0.state_conventions.0.end": "2024-12-31"}, FAULT),
    ("Z048", {"experiences.0.quotes.0.consent.until": "2026-01-31"}, FAULT),
    ("Z065", {"collective.email": "bonjour"}, FAULT),
    ("Z065", {"structures.0.email": "é@exemple.example"}, SILENT),
    # Z061–Z063: agreements, jobs, tasks.
    ("Z061", {"offers.0.sector": "autre"}, SILENT),
    ("Z061", {"offers.0.agreements": None}, UNKNOWN),
    ("Z061", {"offers.0.agreements": ["1234"]}, FAULT),
    ("Z061", {"offers.0.agreements": ["9998"], "@as_of": "1999-01-01"}, FAULT),
    ("Z061", {"offers.0.agreements": ["9997"], "@as_of": "1999-01-01"}, SILENT),
    ("Z062", {"offers.0.sector": "autre"}, SILENT),
    ("Z062", {"offers.0.jobs": None}, UNKNOWN),
    ("Z063", {"offers.0.sector": "autre"}, SILENT),
    ("Z063", {"missions.0.job": "essayeuse"}, UNKNOWN),
    ("Z063", {"missions.0.tasks": ["essai", "voltige"]}, FAULT),
    # Z101–Z112: the brand and its method.
    ("Z101", {"journey": None}, UNKNOWN),
    ("Z101", {ENTRY: {"filed_on": "2026-05-01", "document": "x.pdf"}}, FAULT),
    ("Z101", {ENTRY: {"document": "x.pdf"}}, UNKNOWN),
    ("Z101", {ENTRY: {"filed_on": "2026-01-01"}}, UNKNOWN),
    ("Z102", {"offers": []}, SILENT),
    ("Z102", {"trainings": None}, UNKNOWN),
    ("Z102", {"trainings": []}, FAULT),
    ("Z102", {"trainings.0.attendances": None}, UNKNOWN),
    ("Z102", {"trainings.0.audience": "employees"}, UNKNOWN),
    ("Z102", {"trainings.0.start": "2026-05-01"}, FAULT),
    ("Z102", {"trainings.0.start": None}, SILENT),
    ("Z102", {"trainings.0.offer": "essai"}, SILENT),
    ("Z102", {"trainings.0.offer": "autre"}, UNKNOWN),
    ("Z103", {CONVENTION: None}, UNKNOWN),
    ("Z103", {f"{CONVENTION}.signed_by_coorace_on": None}, UNKNOWN),
    ("Z103", {f"{CONVENTION}.signed_by_coorace_on": "2026-06-01"}, FAULT),
    ("Z103", {f"{CONVENTION}.valid_to": "2026-04-19"}, FAULT),
    ("Z103", {f"{CONVENTION}.valid_to": "2026-04-20"}, SILENT),
    ("Z104", {"offers.0.sector": None}, FAULT),
    ("Z105", {"offers.0.commitments": None}, UNKNOWN),
    ("Z108", {"structures.0.teams_informed_on": "2026-05-01"}, UNKNOWN),
    ("Z109", {"meetings": None}, UNKNOWN),
    ("Z109", {"meetings": [{"held_on": "2026-05-01"}]}, UNKNOWN),
    ("Z109", {"meetings": [{"held_on": "2025-06-01"}, {"held_on": "2026-04-09"}]}, FAULT),
    ("Z110", {"trainings": None}, UNKNOWN),
    ("Z110", {"trainings": []}, FAULT),
    ("Z110", {"trainings.1.audience": "permanent-staff"}, UNKNOWN),
    ("Z111", {"structures.0.coorace_member": None}, UNKNOWN),
    ("Z112", {"journey": None}, UNKNOWN),
    ("Z112", {"journey.steps.0": {"name": "information-meeting"}}, UNKNOWN),
    ("Z112", {"journey.steps.0": {"name": "information-meeting", "done": True}}, SILENT),
    ("Z112", {"journey.steps.0.done_on": "2026-06-01"}, FAULT),
    (
        "Z112",
        {"journey.steps.0": {"name": "information-meeting", "done": False, "due_on": "2026-06-01"}},
        FAULT,
    ),
    # Z121–Z126: commitments.
    ("Z121", {"offers.0.commitments": None}, SILENT),
    ("Z121", {"measures.0.cases": 0, "measures.0.kept": 0}, UNKNOWN),
    ("Z122", {"measures.0.commitment": "personne"}, SILENT),
    ("Z122", {"measures.0.kept": 38}, SILENT),
    ("Z122", {"measures.0.kept": 37}, FAULT),
    ("Z122", {"measures.0.cases": 0, "measures.0.kept": 0}, SILENT),
    ("Z123", {"measures.0.kept": 37}, SILENT),
    ("Z123", {"measures.0.kept": 39}, FAULT),
    ("Z124", {"offers.0.commitments": None}, SILENT),
    ("Z124", {"offers.0.sector": "autre"}, SILENT),
    ("Z124", {"offers.0.sector": None}, FAULT),
    ("Z124", {"offers.0.commitments": [LOCAL]}, SILENT),
    ("Z124", {"offers.0.commitments": [{"key": "propre", "statement": "Un sourire."}]}, FAULT),
    ("Z125", {"offers.0.commitments": None}, SILENT),
    ("Z126", {"offers.0.commitments": None}, SILENT),
    ("Z126", {"offers.0.sector": "autre"}, SILENT),
    ("Z126", {"offers.0.commitments.0": {"key": "reponse", "target": 0.8}}, FAULT),
    ("Z126", {"offers.0.commitments.0": {"key": "reponse", "threshold": 1, "unit": "jours"}}, FAULT),
    ("Z126", {"offers.0.commitments.0": {"key": "reponse", "unit": "jours"}}, FAULT),
    ("Z126", {"offers.0.commitments.0": {"key": "reponse", "threshold": 1, "unit": "heure"}}, SILENT),
    ("Z126", {"offers.0.commitments": [LOCAL]}, SILENT),
    # Z201–Z219: who may lend. Trap 6: an EI or an ACI does not sell staff lending.
    ("Z201", {"offers.0.kind": "service", "structures.0.kind": None}, SILENT),
    ("Z202", {"missions.0.offer": "inconnue"}, SILENT),
    ("Z203", {"structures.0.state_conventions": None}, UNKNOWN),
    ("Z203", {"structures.0.state_conventions": [{"end": "2027-12-31"}]}, UNKNOWN),
    ("Z203", {"structures.0.state_conventions.0.end": "2026-04-19"}, FAULT),
    ("Z204", {"structures.1.state_conventions": None}, UNKNOWN),
    ("Z205", {"structures.1.exclusive": None}, UNKNOWN),
    ("Z205", {"structures.1.exclusive": False, "@as_of": "2023-12-19"}, SILENT),
    ("Z205", {"structures.1.exclusive": False, "@as_of": "2023-12-20"}, FAULT),
    ("Z206", {"structures.1.guarantee": None}, UNKNOWN),
    ("Z206", {"structures.1.guarantee.start": None}, UNKNOWN),
    ("Z206", {"structures.1.kind": "AI", "structures.1.guarantee": None}, SILENT),
    ("Z207", {"structures.0.kind": "ACI"}, FAULT),
    ("Z207", {"structures.0.kind": "ACI", "offers.0.kind": "service"}, SILENT),
    ("Z207", {"structures.0.kind": "ACI", "offers.0.structures": ["etti"]}, SILENT),
    (
        "Z208",
        {"missions.0.bridge": True, "structures.1.kind": "EI", "missions.0.start": "2021-03-01"},
        SILENT,
    ),
    (
        "Z208",
        {"missions.0.bridge": True, "structures.1.kind": "EI", "missions.0.start": "2025-12-14"},
        SILENT,
    ),
    ("Z208", {"missions.0.bridge": True, "structures.1.kind": "EI", "missions.0.start": "2025-12-15"}, FAULT),
    (
        "Z208",
        {"missions.0.bridge": True, "structures.1.kind": None, "missions.0.start": "2021-03-01"},
        SILENT,
    ),
    (
        "Z208",
        {
            "missions.0.bridge": True,
            "structures.1.kind": "ACI",
            "missions.0.start": "2021-03-01",
            "clients.0.siae_or_ea": True,
        },
        FAULT,
    ),
    ("Z209", {"loans.0.contract_amended": None}, UNKNOWN),
    ("Z209", {"loans.0.invoiced_at_cost": False}, FAULT),
    ("Z210", {"structures.0.kind": "EITI", "offers.0.kind": "goods"}, SILENT),
    ("Z211", {"structures.1.kind": "GEIQ"}, UNKNOWN),
    ("Z211", {"structures.1.kind": "GEIQ", "missions.0.client": "inconnu"}, UNKNOWN),
    ("Z212", {"structures.0.kind": "EA", "offers.0.structures": ["etti"]}, SILENT),
    ("Z213", {"structures.0.kind": "EATT"}, SILENT),
    ("Z213", {"structures.0.kind": "EATT", "@as_of": "2024-01-01"}, SILENT),
    ("Z214", {"structures.0.kind": "SEP"}, FAULT),
    ("Z214", {"structures.0.kind": "OPCS", "offers.0.structures": ["etti"]}, SILENT),
    ("Z215", {"structures.1.kind": "ETT", "structures.1.exclusive": None}, UNKNOWN),
    ("Z216", {"structures.1.state_conventions": None}, UNKNOWN),
    ("Z216", {"structures.1.kind": "GEIQ"}, SILENT),
    ("Z216", {"missions.0.end": "2028-01-05"}, FAULT),
    ("Z216", {"missions.0.end": None}, SILENT),
    ("Z216", {"missions.0.start": None}, UNKNOWN),
    ("Z219", {"offers.0.clients": ["private-person"], "offers.0.structures": ["ai"]}, SILENT),
    ("Z219", {"offers.0.clients": ["private-person"], "offers.0.kind": "service"}, SILENT),
    ("Z219", {"offers.0.clients": None}, SILENT),
    # Z701, Z801, Z811. Trap 10: a common tariff is the one commitment that can be illegal.
    ("Z701", {"structures.0.state_conventions": None}, SILENT),
    ("Z701", {"structures.0.state_conventions.0.end": "2028-01-01"}, FAULT),
    ("Z701", {"structures.0.state_conventions.0.end": None}, SILENT),
    (
        "Z801",
        {"offers.0.structures": ["ai"], "offers.0.commitments": [{"key": "t", "family": "single-tariff"}]},
        SILENT,
    ),
    (
        "Z801",
        {
            "offers.0.commitments": [
                {"key": "t", "family": "single-tariff", "legal_basis": "même personne morale"}
            ]
        },
        FAULT,
    ),
    ("Z811", {"experiences.0.quotes.0.name": None, "experiences.0.quotes.0.consent": None}, SILENT),
    ("Z811", {"experiences.0.quotes.0.consent.withdrawn_on": "2026-04-20"}, FAULT),
    ("Z811", {"experiences.0.quotes.0.consent.withdrawn_on": "2026-04-21"}, SILENT),
    ("Z811", {"experiences.0.quotes.0.consent.given_on": None}, FAULT),
]


@pytest.mark.parametrize("code,changes,expected", CASES)
def test_answer(code: str, changes: Changes, expected: str) -> None:
    """The rule alone, on the sound sample with these changes."""
    assembly = core_assembly()
    found = findings_of(assembly.catalogue.rules[code], changes, assembly, core_sample())
    answer = SILENT if not found else UNKNOWN if all(f.unknown for f in found) else FAULT

    assert expected == answer, found


def test_training_is_counted_per_structure_and_not_per_collective() -> None:
    """Trap 13: three people of one structure do not make up for none of another."""
    assembly = core_assembly()
    changes = {"trainings.0.attendances": [{"structure": "etti", "people": 3}]}
    found = findings_of(assembly.catalogue.rules["Z102"], changes, assembly, core_sample())

    assert [("Collectif d'essai", "Bocage Emploi")] == [f.subject for f in found]


def test_an_unknown_task_told_twice_is_one_finding() -> None:
    """Two findings of one fingerprint would be one waiver too many."""
    assembly = core_assembly()
    changes = {"missions.0.tasks": ["voltige", "voltige"]}

    assert 1 == len(findings_of(assembly.catalogue.rules["Z063"], changes, assembly, core_sample()))


def test_a_job_that_the_sector_has_not_is_named() -> None:
    """The dossier does tell a job: to say that it tells none would send its author looking elsewhere."""
    assembly = core_assembly()
    changes = {"missions.0.job": "essayeuse"}
    (found,) = findings_of(assembly.catalogue.rules["Z063"], changes, assembly, core_sample())

    assert found.message.startswith("« essayeuse », métier de la mission « M1 », n'en est pas un du secteur")
    assert found.message.endswith("vouliez-vous dire « essayeur » ?")


def test_the_name_of_who_did_not_consent_is_not_repeated() -> None:
    """The finding that protects a person does not name that person."""
    assembly = core_assembly()
    rule = assembly.catalogue.rules["Z811"]
    (found,) = findings_of(rule, rule.bad, assembly, core_sample())

    assert "Personne fictive" not in f"{found.message} {found.remedy} {found.subject} {found.identity}"
