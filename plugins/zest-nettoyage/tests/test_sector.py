"""What the sector publishes holds together."""

import pytest

from zest.law import gather
from zest.plugins.assembly import assemble
from zest.plugins.origin import Loaded
from zest.sector import Sector


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The sector, found by its entry point as a dossier finds it."""
    assembly = assemble(["nettoyage"])
    assert () == assembly.refused
    return assembly.loaded[0]


@pytest.fixture(scope="module")
def sector(loaded: Loaded) -> Sector:
    """What it brings."""
    return loaded.sector


def test_it_comes_from_its_own_distribution(loaded: Loaded) -> None:
    """Slug, prefix, edition, contract."""
    profile = loaded.sector.profile

    assert loaded.origin.distribution == "zest-nettoyage"
    assert ("nettoyage", "NET", "2026.1") == (profile.slug, profile.prefix, profile.edition)
    assert {str(rule.origin) for rule in loaded.sector.rules} == {str(loaded.origin)}


def test_its_codes_say_what_they_are_about(sector: Sector) -> None:
    """Permits in 1xx, closed tasks in 2xx, agreement in 3xx, each under its prefix."""
    codes = [rule.code for rule in sector.rules]

    assert len(codes) == len(set(codes))
    assert {"NET1", "NET2", "NET3"} == {code[:4] for code in codes}


def test_each_job_has_every_part_of_its_sheet(sector: Sector) -> None:
    """Two titles, tasks, hours, constraints, protections, access, closed tasks, progression, each sourced."""
    for job in sector.profile.jobs.values():
        parts = (job.feminine, job.masculine, job.summary, job.constraints, job.protections, job.access)
        assert all(parts), job.key
        assert job.closed_tasks, job.key
        assert job.progression, job.key
        assert 5 <= len(job.tasks) <= 9, job.key
        told = {part.partition(" : ")[0] for part in job.sources}
        assert {"tâches", "accès", "horaires", "contraintes", "équipements", "codes"} <= told, job.key


@pytest.mark.parametrize(
    "figure,fact,factor",
    [
        ("week-min", "duree-minimale", 1),
        ("slot-min", "vacation-payee", 1),
        ("slots-short", "vacations-moins-16h", 1),
        ("slots-short", "vacations-16h-24h", 1),
        ("slots-long", "vacations-plus-24h", 1),
        ("span-short", "amplitude-moins-16h", 1),
        ("span-long", "amplitude-16h-24h", 1),
        ("span-long", "amplitude-plus-24h", 1),
        ("sunday-usual", "dimanche-habituel", 100),
        ("sunday-exceptional", "dimanche-exceptionnel", 100),
        ("holiday-usual", "ferie-habituel", 100),
        ("holiday-exceptional", "ferie-exceptionnel", 100),
        ("night-regular", "nuit-habituelle", 100),
        ("night-occasional", "nuit-occasionnelle", 100),
    ],
)
def test_figures_of_the_rules_are_facts_of_the_agreement(
    sector: Sector, figure: str, fact: str, factor: int
) -> None:
    """What is judged is what the note to the client says."""
    law = gather(sector.figures)
    facts = {one.key: one.value for one in sector.profile.facts["3043"].facts}

    assert facts[fact] == law.figure(f"nettoyage.agreement.{figure}").values[-1].value * factor  # type: ignore[operator]


def test_keys_shared_by_all_sectors_are_spelled_alike(sector: Sector) -> None:
    """A collective that leaves one sector for another keeps its habits."""
    profile = sector.profile
    common = {"reponse-48h", "referent-unique", "presentation-avant", "suivi-planifie", "formalites"}

    assert common | {"tarif-homogene", "accompagnement"} <= set(profile.commitments)
    assert {"caces-r486", "autorisation-conduite", "attestation-medicale", "sst"} <= set(profile.permits)
    assert profile.permits["habilitation-electrique"].validity_months is None
    assert "echelle-poste-de-travail" in profile.tasks
