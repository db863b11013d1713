"""What each rule of the sector answers where its two examples do not show it."""

from collections.abc import Mapping
from typing import Any

import pytest

from zest.findings import Severity
from zest.testing.conformance import SectorConformance
from zest.testing.samples import findings_of


class Kit(SectorConformance):
    """The sector and its sound sample."""

    slug = "btp"


SILENT, UNKNOWN, WARNING, ERROR = "silent", "unknown", "warning", "error"

NO_CARD: Mapping[str, Any] = {"missions.0.permits": []}
AI: Mapping[str, Any] = {"missions.0.structure": "ai"}
PATTERN = "missions.0.pattern"
ROADS: Mapping[str, Any] = {"missions.0.client": "routes"}


def tasks(*keys: str) -> Mapping[str, Any]:
    """Return the changes that give these tasks to the first mission."""
    return {"missions.0.tasks": list(keys)}


@pytest.mark.parametrize(
    "code,changes,expected",
    [
        # The card follows the work: a commune or a cleaning firm changes nothing, a builder's depot neither.
        ("BTP101", {**tasks("peinture"), **NO_CARD}, ERROR),
        ("BTP101", {**tasks("nettoyage-chantier"), **NO_CARD, "missions.0.client": "commune"}, ERROR),
        ("BTP101", {**tasks("nettoyage-chantier"), **NO_CARD, "clients.0.idcc": "3043"}, ERROR),
        ("BTP101", {**tasks("magasinage-depot"), **NO_CARD}, SILENT),
        ("BTP101", {**tasks("peinture"), **NO_CARD, **AI}, WARNING),
        ("BTP101", {**tasks("preparation-chantier"), **NO_CARD}, WARNING),
        ("BTP101", {**tasks("preparation-chantier", "peinture"), **NO_CARD}, ERROR),
        ("BTP101", {**tasks("peinture"), "missions.0.permits": None}, UNKNOWN),
        # Five years to the day, the last one included in the term.
        ("BTP101", {"missions.0.permits.0.obtained_on": "2021-03-07"}, SILENT),
        ("BTP101", {"missions.0.permits.0.obtained_on": "2021-03-06"}, ERROR),
        (
            "BTP101",
            {**tasks("peinture"), **NO_CARD, "missions.0.start": "2017-03-21", "missions.0.end": "2017-03-31"},
            SILENT,
        ),
        (
            "BTP101",
            {**tasks("peinture"), **NO_CARD, "missions.0.start": "2017-03-22", "missions.0.end": "2017-03-31"},
            ERROR,
        ),
        # The doctor's certificate and the networks: since their day, and never before.
        (
            "BTP106",
            {**tasks("conduite-nacelle"), **NO_CARD, "missions.0.start": "2025-09-30"},
            SILENT,
        ),
        ("BTP106", {**tasks("conduite-nacelle"), **NO_CARD, "missions.0.start": "2025-10-01"}, ERROR),
        ("BTP106", {**tasks("voisinage-electrique"), **NO_CARD}, SILENT),
        ("BTP106", {**tasks("electricite-sous-tension"), **NO_CARD}, ERROR),
        (
            "BTP111",
            {**tasks("terrassement-urgent-reseaux"), **NO_CARD, "missions.0.start": "2017-12-31"},
            SILENT,
        ),
        (
            "BTP111",
            {**tasks("terrassement-urgent-reseaux"), **NO_CARD, "missions.0.start": "2018-01-01"},
            ERROR,
        ),
        ("BTP111", {**tasks("conduite-engin-pres-reseaux"), **NO_CARD}, ERROR),
        ("BTP111", {**tasks("conduite-engin-chantier"), **NO_CARD}, SILENT),
        # Texts read in their wording of 2015, or recalled, never block.
        ("BTP105", {**tasks("conduite-engin-chantier"), **NO_CARD}, WARNING),
        ("BTP108", {**tasks("travail-hauteur-harnais"), **NO_CARD}, WARNING),
        ("BTP114", {**tasks("intervention-amiante-ss4"), **NO_CARD}, WARNING),
        ("BTP201", tasks("amiante-interdit"), WARNING),
        ("BTP207", tasks("echelle-poste-de-travail"), WARNING),
        ("BTP211", {"orders.0.tasks": ["zone-rayonnements"]}, WARNING),
        ("BTP301", {"missions.0.recourse": "increase"}, SILENT),
        ("BTP302", {f"{PATTERN}.night": True, f"{PATTERN}.daily_hours": None}, SILENT),
        ("BTP303", {f"{PATTERN}.sunday": "usual", "clients.0.idcc": "1597"}, SILENT),
        ("BTP303", {f"{PATTERN}.sunday": "usual"}, ERROR),
        ("BTP304", {PATTERN: None}, SILENT),
        ("BTP304", {f"{PATTERN}.weekly_hours": 48}, SILENT),
        ("BTP304", {f"{PATTERN}.night": True, f"{PATTERN}.weekly_hours": None}, SILENT),
        ("BTP305", {PATTERN: None}, SILENT),
        ("BTP305", {f"{PATTERN}.sunday": "usual"}, SILENT),
        ("BTP305", {f"{PATTERN}.holidays": "exceptional"}, UNKNOWN),
        (
            "BTP305",
            {f"{PATTERN}.holidays": "exceptional", f"{PATTERN}.holiday_premium": 0.99},
            WARNING,
        ),
        ("BTP306", {PATTERN: None}, SILENT),
        ("BTP306", {f"{PATTERN}.meal": None}, UNKNOWN),
        ("BTP307", ROADS, UNKNOWN),
        ("BTP307", {**ROADS, **AI}, SILENT),
        ("BTP307", {**ROADS, "missions.0.structure": "inconnue"}, SILENT),
        ("BTP307", {**ROADS, "missions.0.order": "C1"}, SILENT),
        ("BTP307", {**ROADS, "missions.0.order": "C1", "orders.0.precise_task": None}, UNKNOWN),
        ("BTP307", {"missions.0.client": "inconnu"}, SILENT),
        # The core asks of minors what the sheet of tasks says of them.
        ("Z602", {**tasks("tranchee-blindage"), "missions.0.minor": True}, WARNING),
        ("Z602", {**tasks("curage-demolition"), "missions.0.minor": True, "missions.0.minor_derogation": True}, WARNING),
        ("Z603", {**tasks("conduite-chariot"), "missions.0.minor": True}, WARNING),
        ("Z603", {**tasks("conduite-chariot"), "missions.0.minor": True, "missions.0.minor_derogation": True}, SILENT),
        ("Z603", {**tasks("travail-hauteur-harnais"), "missions.0.minor": False}, SILENT),
    ],
)  # fmt: skip
def test_each_answer(code: str, changes: Mapping[str, Any], expected: str) -> None:
    """On the first mission, or on the first order: silent, unknown, a warning or an error."""
    kit = Kit()
    assembly = kit.assembly
    answers = findings_of(assembly.catalogue.rules[code], changes, assembly, kit.sample)
    found = [
        UNKNOWN if one.unknown else one.severity.value for one in answers if one.identity[1] in ("M1", "C1")
    ]

    assert ([] if expected == SILENT else [expected]) == found


def test_the_site_card_is_never_judged_by_the_client_s_agreement() -> None:
    """Trap 17: no rule of the card reads an agreement; the mission at a commune, which has none, is asked too."""
    kit = Kit()
    assembly, sample = kit.assembly, kit.sample
    found = findings_of(assembly.catalogue.rules["BTP101"], {"missions.1.permits": []}, assembly, sample)

    assert [(Severity.WARNING, "M2")] == [(one.severity, one.identity[1]) for one in found]


def test_minors_and_the_sheet_of_tasks_agree() -> None:
    """A task whose note closes it to workers under eighteen says so as data, and the other way round."""
    marked = {
        key: task.minors.value for key, task in Kit().sector.profile.tasks.items() if task.minors != "open"
    }
    noted = {key for key, task in Kit().sector.profile.tasks.items() if "moins de 18 ans" in task.note}

    assert noted == set(marked)
    assert {"tranchee-blindage", "curage-demolition"} == {k for k, v in marked.items() if v == "forbidden"}
