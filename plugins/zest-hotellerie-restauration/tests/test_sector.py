"""What the sector publishes holds together."""

import pytest

from zest.law import gather
from zest.model.identifiers import Idcc
from zest.plugins.assembly import assemble
from zest.plugins.origin import Loaded
from zest.sector import Sector


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The sector, found by its entry point as a dossier finds it."""
    assembly = assemble(["hotellerie-restauration"])
    assert () == assembly.refused
    return assembly.loaded[0]


@pytest.fixture(scope="module")
def sector(loaded: Loaded) -> Sector:
    """What it brings."""
    return loaded.sector


def test_it_comes_from_its_own_distribution(loaded: Loaded) -> None:
    """Slug, prefix, edition, contract."""
    profile = loaded.sector.profile

    assert loaded.origin.distribution == "zest-hotellerie-restauration"
    assert ("hotellerie-restauration", "HCR", "2026.1") == (profile.slug, profile.prefix, profile.edition)
    assert {str(rule.origin) for rule in loaded.sector.rules} == {str(loaded.origin)}


def test_its_codes_say_what_they_are_about(sector: Sector) -> None:
    """Permits in 1xx, closed tasks in 2xx, agreement in 3xx, health in 4xx, each under its prefix."""
    codes = [rule.code for rule in sector.rules]

    assert len(codes) == len(set(codes))
    assert {"HCR1", "HCR2", "HCR3", "HCR4"} == {code[:4] for code in codes}


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
    "figure,idcc,fact",
    [
        ("week-max", "1979", "semaine-maximale"),
        ("day-max-cook", "1979", "jour-cuisine"),
        ("day-max-night", "1979", "jour-reception"),
        ("day-max-others", "1979", "jour-autres"),
        ("day-min-1979", "1979", "partiel-jour"),
        ("slot-min-1979", "1979", "partiel-sequence"),
        ("slot-min-1501", "1501", "sequence"),
        ("slot-min-1266", "1266", "sequence"),
        ("span-max", "1501", "amplitude"),
        ("span-max", "1266", "amplitude"),
        ("gap-max-1501", "1501", "coupure-duree"),
        ("gap-week-1266", "1266", "partiel-coupure"),
        ("whole-day-1501", "1501", "jour-continu"),
        ("uncut-week-1501", "1501", "sans-coupure"),
        ("week-min-1501", "1501", "partiel-semaine"),
    ],
)
def test_figures_of_the_rules_are_facts_of_the_agreement(
    sector: Sector, figure: str, idcc: str, fact: str
) -> None:
    """What is judged is what the note to the client says."""
    law = gather(sector.figures)
    facts = {one.key: one.value for one in sector.profile.facts[Idcc(idcc)].facts}

    assert facts[fact] == law.figure(f"hotellerie-restauration.agreement.{figure}").values[-1].value


def test_nobody_owes_a_food_hygiene_training_of_his_own(sector: Sector) -> None:
    """One trained person per establishment is the client's duty: no task asks a lent worker for it."""
    tasks = sector.profile.tasks.values()

    assert [] == [task.key for task in tasks if "hygiene-alimentaire" in task.permits]
    assert [] == [rule.code for rule in sector.rules if "hygiene-alimentaire" in str(rule.good)]


def test_keys_shared_by_all_sectors_are_spelled_alike(sector: Sector) -> None:
    """A collective that leaves one sector for another keeps its habits."""
    profile = sector.profile
    common = {"reponse-48h", "referent-unique", "presentation-avant", "suivi-planifie", "formalites"}

    assert common | {"tarif-homogene", "accompagnement"} <= set(profile.commitments)
    assert {"caces-r486", "autorisation-conduite", "attestation-medicale", "sst"} <= set(profile.permits)
    assert profile.permits["habilitation-electrique"].validity_months is None
    assert "echelle-poste-de-travail" in profile.tasks
