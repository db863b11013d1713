"""Annexes, full-time equivalents, exits, public contracts, common prices, personal data: every answer."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

from zest.checking import check as zest_check
from zest.findings import Finding, Ground, Severity, Verdict
from zest.io.dossier import load
from zest.io.writing import to_toml
from zest.model.convention import BrandConvention, LoanAgreement, StateConvention
from zest.testing.samples import (
    AS_OF,
    changed,
    core_assembly,
    core_sample,
    dossier_of,
    findings_of,
)
from zest.validation import check

Changes = Mapping[str, Any]

SILENT, UNKNOWN, FAULT = "silent", "unknown", "fault"

CONVENTIONS = "structures.0.state_conventions"
CONVENTION = f"{CONVENTIONS}.0"
ANNEXES = f"{CONVENTION}.annexes"
ANNEX = f"{ANNEXES}.0"
TWO = {"public_contracts.0.bidders": ["ai", "etti"]}
BARE_TARIFF = {"offers.0.tariffs": [{"hourly_cents": 2150}]}
PROMISE = {"key": "t", "family": "single-tariff", "statement": "Un seul tarif."}
BASIS = {"legal_basis": "analyse d'exemption de 2025"}
QUOTE = "experiences.0.quotes.0"
MIXED = {"results.0.structure": None, "results.0.hours_per_fte": None}

CASES: list[tuple[str, Changes, str]] = [
    # Z040: a client's SIRET is held to its key as well.
    ("Z040", {}, SILENT),
    ("Z040", {"clients.0.siret": "10000000900108"}, SILENT),
    # Z701–Z707: conventions and annexes.
    ("Z701", {f"{CONVENTION}.start": "2024-02-29", f"{CONVENTION}.end": "2027-02-28"}, SILENT),
    ("Z701", {f"{CONVENTION}.start": "2024-02-29", f"{CONVENTION}.end": "2027-03-01"}, FAULT),
    ("Z702", {CONVENTIONS: []}, SILENT),
    ("Z702", {f"{ANNEX}.number": ""}, SILENT),
    ("Z702", {f"{ANNEX}.number": "ACI063170002A0M0"}, SILENT),
    ("Z702", {f"{ANNEX}.number": "AI2A0260001A0M0"}, FAULT),
    ("Z702", {f"{ANNEX}.number": "GEIQ014260001A0M0"}, FAULT),
    ("Z703", {f"{ANNEX}.number": "AI-14"}, SILENT),
    ("Z703", {"structures.0.kind": None}, SILENT),
    ("Z703", {f"{ANNEX}.number": "EITI014260001A0M0"}, FAULT),
    ("Z704", {f"{ANNEX}.state": ""}, SILENT),
    ("Z704", {f"{ANNEX}.state": "CLOTURE"}, SILENT),
    ("Z704", {f"{ANNEX}.state": "valide"}, FAULT),
    ("Z705", {CONVENTIONS: None}, SILENT),
    ("Z705", {f"{CONVENTION}.end": "2026-04-19"}, SILENT),
    ("Z705", {f"{CONVENTION}.start": None}, SILENT),
    ("Z705", {"offers.0.kind": "service"}, SILENT),
    ("Z705", {"structures.0.kind": "GEIQ"}, SILENT),
    ("Z705", {ANNEXES: None}, UNKNOWN),
    ("Z705", {ANNEXES: []}, FAULT),
    ("Z705", {f"{ANNEX}.state": ""}, UNKNOWN),
    ("Z705", {f"{ANNEX}.end": None}, UNKNOWN),
    ("Z705", {f"{ANNEX}.state": "HISTORISE"}, FAULT),
    ("Z705", {f"{ANNEX}.state": "VALIDEE"}, SILENT),
    ("Z705", {f"{ANNEX}.start": "2026-04-21"}, FAULT),
    ("Z705", {f"{ANNEX}.start": None}, SILENT),
    ("Z705", {f"{ANNEX}.end": "2026-04-21"}, SILENT),
    ("Z705", {f"{ANNEX}.end": "2026-04-20"}, FAULT),
    ("Z706", {ANNEXES: None}, SILENT),
    ("Z706", {f"{ANNEX}.end": None}, SILENT),
    ("Z706", {f"{ANNEX}.end": "2027-01-01"}, FAULT),
    ("Z706", {f"{ANNEX}.start": "2024-02-29", f"{ANNEX}.end": "2025-02-28"}, SILENT),
    ("Z707", {"structures.0.siret": None}, SILENT),
    ("Z707", {"structures.1.siret": "10000000900108", "structures.1.kind": "AI"}, SILENT),
    # Z711–Z713: full-time equivalents. Trap 8: no constant divisor, no sum over kinds.
    ("Z711", {"results.0.fte": None}, SILENT),
    ("Z711", {"results.0.hours": None}, UNKNOWN),
    ("Z711", {"results.0.hours_per_fte": None}, SILENT),
    ("Z711", {"results.0.hours_per_fte": None, "structures.0.kind": None}, UNKNOWN),
    ("Z711", {"results.0.hours_per_fte": None, "results.0.fte": 9}, FAULT),
    ("Z711", {"results.0.end": "2025-09-30", "results.0.fte": 13.4}, FAULT),
    ("Z711", {**MIXED, "results.0.fte": 10}, SILENT),
    ("Z712", {}, SILENT),
    ("Z712", {"results.0.structure": None}, SILENT),
    ("Z712", {"results.0.hours_per_fte": None}, SILENT),
    ("Z713", {}, SILENT),
    ("Z713", {"structures.0.kind": None}, SILENT),
    ("Z713", {"results.0.fte": None, "results.0.structure": None}, SILENT),
    ("Z713", {"results.0.structure": None, "results.0.offer": "essai"}, FAULT),
    ("Z713", {"results.0.structure": None, "structures.1.kind": "AI"}, SILENT),
    ("Z713", {"results.0.structure": None, "structures.1.kind": None}, UNKNOWN),
    # Z802, Z803: common prices.
    ("Z802", {}, SILENT),
    ("Z802", {**BARE_TARIFF, "offers.0.commitments": [PROMISE]}, SILENT),
    ("Z802", {"offers.0.tariffs": [{"hourly_cents": 2150, **BASIS}]}, FAULT),
    ("Z803", {}, SILENT),
    ("Z803", {**TWO, "public_contracts.0.declared_grouping": True}, SILENT),
    ("Z803", {**TWO, "public_contracts.0.common_price": None}, UNKNOWN),
    ("Z803", {**TWO, "public_contracts.0.declared_grouping": None}, SILENT),
    (
        "Z803",
        {**TWO, "public_contracts.0.declared_grouping": None, "public_contracts.0.common_price": True},
        UNKNOWN,
    ),
    (
        "Z803",
        {**TWO, "public_contracts.0.common_price": True, "structures.1.siret": "10000000900116"},
        SILENT,
    ),
    (
        "Z803",
        {"public_contracts.0.bidders": ["ai", "inconnue"], "public_contracts.0.common_price": True},
        FAULT,
    ),
    # Z812–Z815: personal data.
    ("Z812", {f"{QUOTE}.consent.media": None}, UNKNOWN),
    ("Z812", {f"{QUOTE}.name": None, f"{QUOTE}.consent": None}, SILENT),
    ("Z812", {f"{QUOTE}.consent.withdrawn_on": "2026-03-01", f"{QUOTE}.consent.media": ["web"]}, SILENT),
    ("Z813", {f"{QUOTE}.consent": None}, SILENT),
    ("Z813", {f"{QUOTE}.consent.until": None}, UNKNOWN),
    ("Z814", {"outcomes.0.employee": "06 12 34 56 78"}, FAULT),
    ("Z814", {"missions.0.employee": ""}, SILENT),
    ("Z815", {"structures.0.email": "contact@exemple.invalid"}, SILENT),
    ("Z815", {"missions.0.employee": "camille@exemple.invalid"}, SILENT),
    ("Z815", {"experiences.0.strengths": ["Accueil", "camille@exemple.invalid"]}, FAULT),
    ("Z815", {"results.0.note": "Sécurité sociale 1 84 02 14 118 030 66."}, FAULT),
    # Z821–Z827: public contracts, by the law of the day that the consultation was launched.
    ("Z821", {"public_contracts.0.launched_on": None}, UNKNOWN),
    ("Z822", {"public_contracts.0.launched_on": "2026-08-21"}, SILENT),
    ("Z822", {"public_contracts.0.launched_on": "2026-08-22"}, UNKNOWN),
    ("Z822", {"public_contracts.0.launched_on": None, "@as_of": "2026-11-23"}, SILENT),
    (
        "Z823",
        {"public_contracts.0.launched_on": "2026-09-01", "public_contracts.0.social_clause": False},
        SILENT,
    ),
    (
        "Z823",
        {
            "public_contracts.0.launched_on": "2026-09-01",
            "public_contracts.0.social_clause": None,
            "public_contracts.0.above_thresholds": None,
        },
        UNKNOWN,
    ),
    (
        "Z823",
        {
            "public_contracts.0.launched_on": "2026-09-01",
            "public_contracts.0.social_clause": None,
            "public_contracts.0.above_thresholds": True,
        },
        UNKNOWN,
    ),
    ("Z824", {"public_contracts.0.reserved": "disability"}, SILENT),
    ("Z824", {"public_contracts.0.disadvantaged_share": None}, UNKNOWN),
    (
        "Z824",
        {
            "public_contracts.0.reserved": "disability-and-insertion",
            "public_contracts.0.disadvantaged_share": 0.3,
        },
        UNKNOWN,
    ),
    ("Z824", {"public_contracts.0.reserved": "disability-and-insertion"}, SILENT),
    (
        "Z824",
        {"public_contracts.0.disadvantaged_share": 0.3, "public_contracts.0.launched_on": "2015-12-31"},
        SILENT,
    ),
    ("Z825", {"public_contracts.0.reserved": "none"}, SILENT),
    ("Z825", {"public_contracts.0.bidders": []}, UNKNOWN),
    ("Z825", {"public_contracts.0.bidders": ["inconnue"]}, SILENT),
    ("Z825", {"structures.0.kind": None}, UNKNOWN),
    ("Z825", {"structures.0.kind": "EITI"}, UNKNOWN),
    ("Z825", {"structures.0.kind": "EITI", "public_contracts.0.reserved": "disability"}, FAULT),
    ("Z825", {"structures.0.kind": "GEIQ"}, FAULT),
    ("Z825", {"structures.0.kind": "EA", "public_contracts.0.reserved": "disability"}, SILENT),
    (
        "Z825",
        {"structures.0.kind": "ESAT", "public_contracts.0.reserved": "disability-and-insertion"},
        SILENT,
    ),
    ("Z825", {"structures.0.kind": "GEIQ", "public_contracts.0.launched_on": "2014-06-16"}, SILENT),
    ("Z825", {"structures.0.kind": "SEP", "public_contracts.0.reserved": "prison"}, SILENT),
    ("Z826", {"public_contracts.0.reserved": "prison", "public_contracts.0.launched_on": None}, SILENT),
    (
        "Z826",
        {"public_contracts.0.reserved": "prison", "public_contracts.0.launched_on": "2022-10-20"},
        SILENT,
    ),
    ("Z827", {"public_contracts.0.launched_on": "2015-12-31"}, FAULT),
    ("Z827", {"public_contracts.0.launched_on": "2016-01-01"}, SILENT),
    ("Z827", {"public_contracts.0.launched_on": None, "@as_of": "2014-06-16"}, SILENT),
    # Z901–Z906: exits. Trap 9: classes, minimum stays, the boundary of six months.
    ("Z901", {"outcomes.0.outcome": None}, SILENT),
    ("Z901", {"outcomes.0.outcome": "withdrawn", "outcomes.0.next_job": None}, SILENT),
    ("Z901", {"outcomes.0.next_job": None}, UNKNOWN),
    ("Z901", {"outcomes.0.next_job": None, "outcomes.0.outcome": None}, UNKNOWN),
    ("Z901", {"outcomes.0.next_job": "CDD"}, UNKNOWN),
    ("Z901", {"outcomes.0.outcome": "positive"}, FAULT),
    ("Z901", {"outcomes.0.outcome": "positive", "outcomes.0.next_job": "unemployment"}, FAULT),
    (
        "Z901",
        {"outcomes.0.outcome": "transition", "outcomes.0.next_job": "CDD", "outcomes.0.next_months": 6},
        SILENT,
    ),
    (
        "Z901",
        {"outcomes.0.outcome": "other", "outcomes.0.next_job": "CDD", "outcomes.0.next_months": 6},
        FAULT,
    ),
    ("Z902", {}, SILENT),
    ("Z902", {"outcomes.0.outcome": "withdrawn", "outcomes.0.next_months": 6}, SILENT),
    ("Z902", {"outcomes.0.next_job": "CDI", "outcomes.0.next_months": 6}, SILENT),
    ("Z903", {"outcomes.0.outcome": None, "outcomes.0.hours": 3}, SILENT),
    ("Z903", {"outcomes.0.outcome": "withdrawn", "outcomes.0.hours": 3}, SILENT),
    ("Z903", {"structures.1.kind": "GEIQ", "outcomes.0.hours": 3}, SILENT),
    ("Z903", {"structures.1.kind": None}, UNKNOWN),
    ("Z903", {"outcomes.0.structure": "inconnue"}, SILENT),
    ("Z903", {"outcomes.0.hours": None}, UNKNOWN),
    ("Z903", {"structures.1.kind": "EI", "outcomes.0.months": 2.65}, FAULT),
    ("Z903", {"structures.1.kind": "ACI", "outcomes.0.months": 2.7}, SILENT),
    ("Z903", {"structures.1.kind": "EITI", "outcomes.0.hours": 1}, SILENT),
    ("Z904", {"outcomes.0.outcome": None, "outcomes.0.still_employed": True}, SILENT),
    ("Z904", {"outcomes.0.left_on": None, "outcomes.0.still_employed": None}, UNKNOWN),
    ("Z904", {"outcomes.0.left_on": None}, SILENT),
    ("Z904", {"outcomes.0.left_on": "2026-04-21"}, FAULT),
    ("Z905", {"results.0.positive": None}, SILENT),
    ("Z905", {"results.0.durable": None, "results.0.transition": None}, UNKNOWN),
    ("Z905", {"results.0.positive": 7, "results.0.exits": None}, SILENT),
    ("Z905", {"results.0.positive": 7, "results.0.exits": 20}, SILENT),
    (
        "Z905",
        {"results.0.positive": 7, "results.0.exits": 7, "results.0.durable": 0, "results.0.transition": 0},
        SILENT,
    ),
    ("Z906", {"results.0.exits": None}, SILENT),
    (
        "Z906",
        {"results.0.durable": None, "results.0.transition": None, "results.0.positive": None},
        SILENT,
    ),
    ("Z906", {"results.0.positive": 6}, SILENT),
]


def found(code: str, changes: Changes) -> tuple[Finding, ...]:
    """Return what one rule alone finds in the sound sample with changes."""
    assembly = core_assembly()
    return findings_of(assembly.catalogue.rules[code], changes, assembly, core_sample())


@pytest.mark.parametrize("code,changes,expected", CASES)
def test_answer(code: str, changes: Changes, expected: str) -> None:
    """The rule alone, on the sound sample with these changes."""
    told = found(code, changes)
    answer = SILENT if not told else UNKNOWN if all(f.unknown for f in told) else FAULT

    assert expected == answer, told


@pytest.mark.parametrize(
    "code,changes,severity,capped",
    [
        ("Z702", {f"{ANNEX}.number": "AI-14"}, Severity.WARNING, False),
        ("Z703", {f"{ANNEX}.number": "EI014260001A0M0"}, Severity.WARNING, True),
        ("Z705", {f"{ANNEX}.end": "2026-01-31"}, Severity.WARNING, True),
        ("Z705", {f"{ANNEX}.end": "2026-03-21"}, Severity.WARNING, False),
        ("Z705", {f"{ANNEX}.end": "2026-03-20"}, Severity.WARNING, True),
        ("Z711", {"results.0.fte": 12}, Severity.WARNING, False),
        (
            "Z711",
            {"results.0.end": "2025-09-30", "results.0.hours_per_fte": None, "results.0.fte": 13.4},
            Severity.INFO,
            False,
        ),
        ("Z801", {"offers.0.commitments": [PROMISE]}, Severity.WARNING, True),
        ("Z801", {"offers.0.commitments": [{**PROMISE, **BASIS}]}, Severity.INFO, False),
        ("Z802", BARE_TARIFF, Severity.WARNING, True),
        ("Z802", {"offers.0.tariffs": [{"hourly_cents": 2150, **BASIS}]}, Severity.INFO, False),
        ("Z803", {**TWO, "public_contracts.0.common_price": True}, Severity.WARNING, True),
        ("Z901", {"outcomes.0.next_job": "training"}, Severity.ERROR, False),
        (
            "Z902",
            {"outcomes.0.next_job": "temporary", "outcomes.0.next_months": 6},
            Severity.INFO,
            False,
        ),
    ],
)
def test_how_grave_and_whether_the_ground_stays_open(
    code: str, changes: Changes, severity: Severity, capped: bool
) -> None:
    """The platform's practice warns; a text of 2015 would be an error, so its ground is not called conforming."""
    assert [(severity, capped)] == [(f.severity, f.capped) for f in found(code, changes)]


def test_a_missing_annex_is_said_once_and_by_one_rule() -> None:
    """Trap of floods: a structure whose annexes are not told gives one question, whatever the rules."""
    assembly = core_assembly()
    report = check(dossier_of(changed(core_sample(), {ANNEXES: None})), assembly.catalogue, AS_OF)

    assert [("Z705", True)] == [(f.code, f.unknown) for f in report.findings]
    assert Verdict.NOT_CHECKED is {g.ground: g.verdict for g in report.grounds}[Ground.LAW]


def test_before_the_grace_is_known_there_is_none() -> None:
    """A check of before 2014 has no grace to give; the duty stands all the same."""
    changes = {
        f"{CONVENTION}.start": "2012-01-01",
        f"{CONVENTION}.end": "2014-12-31",
        f"{ANNEX}.start": "2012-01-01",
        f"{ANNEX}.end": "2012-12-31",
        "structures.1.state_conventions": None,
        "@as_of": "2013-01-10",
    }

    assert [True] == [f.capped for f in found("Z705", changes)]


def test_one_siret_may_carry_two_kinds() -> None:
    """Trap 7: an AI and a workshop under one SIRET are two lawful structures, neither doubles nor sites."""
    twin = {"structures.1.siret": "10000000900108", "structures.1.kind": "ACI", "offers.0.structures": ["ai"]}

    assert [(), ()] == [found("Z044", twin), found("Z707", twin)]
    assert [1, 0] == [len(found(code, {**twin, "structures.1.kind": "AI"})) for code in ("Z044", "Z707")]


def test_three_conventions_are_three_types() -> None:
    """Trap 1: with COORACE, with the State, between two employers; none stands for another."""
    kinds = (BrandConvention, StateConvention, LoanAgreement)
    own = [{f.name for f in attrs.fields(kind)} for kind in kinds]

    assert not any(issubclass(a, b) for a in kinds for b in kinds if a is not b)
    assert {"start", "end"} == own[1] & own[2]
    assert ["Z203"] == [f.code for f in found("Z203", {CONVENTIONS: []})]
    assert () == found("Z103", {CONVENTIONS: []})
    assert ["Z103"] == [f.code for f in found("Z103", {"structures.0.brand_convention": None})]
    assert () == found("Z203", {"structures.0.brand_convention": None})


def test_a_common_tariff_is_never_silent() -> None:
    """Trap 10: without a basis the law is not called conforming; with one, it is recalled and not judged."""
    for commitment, verdict in ((PROMISE, Verdict.NOT_CHECKED), ({**PROMISE, **BASIS}, Verdict.CONFORMING)):
        assembly = core_assembly()
        data = changed(core_sample(), {"offers.0.commitments": [commitment]})
        report = check(dossier_of(data), assembly.catalogue, AS_OF)

        assert "Z801" in {f.code for f in report.findings}
        assert verdict is {g.ground: g.verdict for g in report.grounds}[Ground.LAW]


def test_establishments_of_one_legal_person_do_not_agree_with_themselves() -> None:
    """One SIREN, one undertaking: a promised price, a list of prices, a bid."""
    one = {"structures.1.siret": "10000000900116"}

    assert () == found("Z801", {**one, "offers.0.commitments": [PROMISE]})
    assert () == found("Z802", {**one, **BARE_TARIFF})


@pytest.mark.parametrize(
    "changes,expected",
    [
        ({}, False),
        ({"offers.0.tariffs": [{"client_kind": "public-body"}]}, True),
        ({"offers.0.tariffs": [{"client_kind": "firm"}]}, False),
        ({"offers.0.tariffs": [{"client_kind": "firm"}], "offers.0.commitments": [PROMISE]}, True),
        ({"offers.0.tariffs": [{}], "offers.0.structures": ["ai"]}, False),
    ],
)
def test_bidders_that_share_a_price_list_are_asked_whether_they_bid_it(
    changes: Changes, expected: bool
) -> None:
    """A common tariff towards public bodies makes a separate bid suspect; it is asked, not presumed."""
    (told,) = found("Z803", {**TWO, "public_contracts.0.common_price": None, **changes})

    assert expected == ("essai" in told.message)
    assert told.unknown


def test_the_contract_of_2014_is_judged_by_the_law_of_2014() -> None:
    """Trap 18: only the reservation is at fault; neither the share nor the family of today is asked."""
    assembly = core_assembly()
    old = {"public_contracts.0.launched_on": "2014-06-16", "public_contracts.0.disadvantaged_share": 0.1}
    report = check(dossier_of(changed(core_sample(), old)), assembly.catalogue, AS_OF)

    assert ["Z827"] == [f.code for f in report.findings]
    assert {"Z822", "Z823", "Z824"} == {s.code for s in report.skipped if "MP1" in s.subject}


@pytest.mark.parametrize(
    "value",
    ["Camille Exemple", "camille@exemple.invalid", "06 12 34 56 78", "184021411803066", "Mme Exemple"],
)
def test_what_designates_a_person_is_not_repeated(value: str) -> None:
    """Neither by the rule that finds it, nor by any other that speaks of the same exit."""
    assembly = core_assembly()
    changes = {"outcomes.0.employee": value, "outcomes.0.hours": 1, "outcomes.0.next_job": None}
    report = check(dossier_of(changed(core_sample(), changes)), assembly.catalogue, AS_OF)

    assert {"Z814", "Z901", "Z903"} == {f.code for f in report.findings}
    assert not any(value in f"{f.message} {f.remedy} {f.subject} {f.place}" for f in report.findings)


def test_what_a_text_says_of_a_person_is_not_repeated() -> None:
    """The key of the text is enough to find it."""
    (told,) = found("Z815", {"experiences.0.context": "Joindre camille@exemple.invalid."})

    assert "« context » porte un courriel." == told.message
    assert "camille" not in f"{told.subject} {told.identity} {told.remedy}"


@pytest.mark.parametrize("kind", ["AI", "ETTI"])
def test_a_kind_that_could_not_be_read_is_told_by_loading_alone(kind: str, tmp_path: Path) -> None:
    """Neither the exits, nor the bids, nor the full-time equivalents of that structure ask for it again."""
    changes = {**TWO, **MIXED, "public_contracts.0.reserved": "insertion"}
    text = to_toml(dossier_of(changed(core_sample(), changes)))
    wrong = text.replace(f'kind = "{kind}"', 'kind = "EIT"')
    (tmp_path / "zest.toml").write_text(wrong, "utf-8")
    found = zest_check(load(tmp_path), as_of=AS_OF, assembly=core_assembly()).findings

    assert {"Z004"} == {f.code for f in found}


def test_positive_for_the_whole_is_told_with_the_word_for_the_whole() -> None:
    """Trap 9: the remedy says « dynamique »."""
    assert "dynamique" in found("Z901", {"outcomes.0.outcome": "positive"})[0].remedy
    assert "dynamique" in found("Z905", {"results.0.positive": 6})[0].remedy


def test_no_rna_is_ever_asked_for() -> None:
    """A firm has none, and an association of Alsace-Moselle neither."""
    assembly = core_assembly()
    report = check(dossier_of(core_sample()), assembly.catalogue, AS_OF)

    assert {None} == {structure.rna for structure in dossier_of(core_sample()).structures}
    assert () == report.findings


def test_a_wrong_check_digit_warns_and_never_stops() -> None:
    """Trap 14: the dossier is read and judged whole."""
    wrong = {"structures.0.siret": "10000000900109", "clients.0.siret": "10000000900109"}
    assembly = core_assembly()
    report = check(dossier_of(changed(core_sample(), wrong)), assembly.catalogue, AS_OF)

    assert [("Z045", Severity.WARNING), ("Z040", Severity.WARNING)] == [
        (f.code, f.severity) for f in report.findings
    ]
    assert {Verdict.CONFORMING} == {g.verdict for g in report.grounds}
