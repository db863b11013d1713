"""What is said of an offer built on a regional edition, or on an edition that is not the one at hand."""

from pathlib import Path
from typing import Any

import pytest

from zest.findings import Finding, Severity
from zest.testing.samples import changed, core_assembly, core_sample, findings_of

OLD: dict[str, Any] = {"offers.0.edition": "2025.1"}


def ended(first: str, second: str) -> dict[str, Any]:
    """Return the changes that end the brand conventions of the two structures."""
    return {
        "structures.0.brand_convention.valid_to": first,
        "structures.1.brand_convention.valid_to": second,
    }


def found(code: str, changes: dict[str, Any]) -> tuple[Finding, ...]:
    """Return what one rule finds in the sound sample with changes."""
    made = core_assembly()
    return findings_of(made.catalogue.rules[code], changes, made, core_sample())


def test_each_offer_that_nobody_was_trained_for_is_named_where_there_are_several() -> None:
    """What is told of two offers is not the same sentence twice."""
    [offer] = core_sample()["offers"]
    one = found("Z102", {"trainings": []})
    two = found("Z102", {"trainings": [], "offers": [offer, offer | {"key": "second"}]})

    assert "compte 0 permanent formé, pour" in one[0].message
    assert "compte 0 permanent formé pour l'offre « second », pour" in two[1].message
    assert len(two) == len({finding.message for finding in two}) == 2 * len(one)


def test_an_objective_below_the_sector_s_is_told_as_it_was_decided() -> None:
    """With its decimals, and the space that French puts before the sign."""
    (told,) = found("Z126", {"offers.0.commitments.0": {"key": "reponse", "target": 0.805}})

    assert told.message.startswith(
        "L'engagement « reponse » vise 80,5\u00a0% des cas, quand le secteur en vise "
    )


def test_an_offer_built_on_a_looser_edition_is_warned_of_each_way() -> None:
    """With the edition, what it asks and what the sector asks; at the sector that the offer names."""
    (told,) = found("Z127", {"offers.0.sector": "echantillon-regional"})

    assert Severity.WARNING is told.severity
    assert (
        "L'édition « echantillon-regional » demande moins que le secteur national. "
        "L'engagement « reponse » demande « au plus 72 heures », contre « au plus 48 heures »."
    ) == told.message


@pytest.mark.parametrize(
    "changes",
    [{}, {"offers.0.sector": None}, {"offers.0.sector": "absent"}],
    ids=["sector", "none", "absent"],
)
def test_an_offer_of_a_sector_is_not_asked_about_editions(changes: dict[str, Any]) -> None:
    """Nor one whose sector is not at hand."""
    assert () == found("Z127", changes)


@pytest.mark.parametrize(
    "changes,words",
    [
        ({}, ""),
        ({"offers.0.edition": "2026.1"}, ""),
        ({"offers.0.edition": "2026.1", "offers.0.sector": "absent"}, ""),
        (OLD, "celle qui est là est 2026.1, et ne dit pas ce que l'offre a promis"),
        (OLD | ended("2026-12-31", "2026-03-31"), "celle qui est là est 2026.1"),
        (OLD | {"structures.0.brand_convention.valid_to": "2026-03-31"}, "celle qui est là est 2026.1"),
        (
            OLD | ended("2026-02-28", "2026-03-31"),
            "ses conventions de marque ont pris fin le 31/03/2026 : elle est jugée par l'édition 2026.1",
        ),
        ({"offers.0.edition": "2027.1"} | ended("2026-02-28", "2026-03-31"), "celle qui est là est 2026.1"),
    ],
)
def test_an_offer_is_judged_by_its_own_edition_until_its_conventions_end(
    changes: dict[str, Any], words: str
) -> None:
    """Before that, the edition at hand does not tell what was promised; after it, it judges, with a warning."""
    told = found("Z128", changes)

    assert bool(words) == bool(told)
    assert all(words in one.message for one in told)
    assert all(one.unknown is ("ont pris fin" not in one.message) for one in told)


def test_an_offer_ahead_of_its_plugin_is_told_what_to_do() -> None:
    """To bring the plugin up to date, and not the offer back."""
    (told,) = found("Z128", {"offers.0.edition": "2027.1"})
    (older,) = found("Z128", OLD)

    assert told.remedy.startswith("Mettez à jour le greffon")
    assert "--sector" in older.remedy


def test_the_end_of_conventions_needs_every_one_of_them(tmp_path: Path) -> None:
    """A structure whose convention is not told may still be bound."""
    from zest.readings.offer_terms import conventions_end
    from zest.testing.samples import dossier_of

    dossier = dossier_of(changed(core_sample(), {"structures.0.brand_convention": None} | {}))

    assert conventions_end(dossier.offers[0], dossier) is None
