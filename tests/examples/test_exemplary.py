"""The sound example is sound, whole and shows the format."""

from collections.abc import Callable

import attrs
import pytest

from zest.findings import Ground, Verdict
from zest.model.dossier import Dossier
from zest.report import Mark, Report, Standing, exit_code

DAY = "2026-11-23"


@pytest.fixture
def report(judge: Callable[[str, str], Report]) -> Report:
    """The example as judged on its day."""
    return judge("caen-exemplaire", DAY)


def test_every_ground_is_conforming_without_a_finding(report: Report) -> None:
    """Not one finding of any severity, and every ground was asked something."""
    assert () == report.findings
    assert dict.fromkeys(Ground, Verdict.CONFORMING) == {g.ground: g.verdict for g in report.grounds}
    assert all(ground.asked and not ground.unanswered for ground in report.grounds)
    assert 0 == exit_code(report)


def test_fifteen_structures_meet_every_condition(report: Report) -> None:
    """The size that the benchmark measures."""
    assert 15 == len(report.structures)
    assert {Mark.MET} == {mark for structure in report.structures for mark in structure.marks}


def test_every_structure_keeps_every_commitment_in_the_last_two_quarters(report: Report) -> None:
    """Each promise is measured by each structure in each of the two, and stands."""
    told = {
        (c.commitment, m.structure, m.quarter): m.standing for c in report.commitments for m in c.measures
    }
    expected = {
        (commitment.commitment, structure.key, quarter)
        for commitment in report.commitments
        for structure in report.structures
        for quarter in ("2026-T2", "2026-T3")
    }

    assert 4 == len(report.commitments)
    assert dict.fromkeys(expected, Standing.KEPT) == told


def test_it_shows_every_kind_of_object_that_a_collective_writes(load: Callable[[str], Dossier]) -> None:
    """What a sound collective has no use for is left out: loans, public contracts, waivers."""
    dossier = load("caen-exemplaire")
    unused = {"loans", "public_contracts", "waivers"}
    kept = {f.name for f in attrs.fields(Dossier) if not f.metadata.get("omit")} - unused

    assert kept == {name for name in kept if getattr(dossier, name)}
    assert {()} == {getattr(dossier, name) for name in unused}


def test_all_of_it_is_invented(load: Callable[[str], Dossier]) -> None:
    """Structures say so, firms and people say so in their names, and numbers are right all the same."""
    dossier = load("caen-exemplaire")
    quotes = [quote for record in dossier.experiences for quote in record.quotes]

    assert dossier.collective is not None
    assert dossier.collective.fictional
    assert all(structure.fictional for structure in dossier.structures)
    assert all("fictif" in client.name or "fictive" in client.name for client in dossier.clients)
    assert all(not quote.name or "fictive" in quote.name for quote in quotes)
    sirets = [structure.siret for structure in dossier.structures] + [c.siret for c in dossier.clients]
    assert all(siret and siret.checksum_ok for siret in sirets)
