"""The jobs of the three sectors are those of the list made for the project, with the codes chosen there."""

import pytest

from zest.model.job import Job, RomeEdition
from zest.plugins.assembly import assemble
from zest.testing import reference_tables as tables
from zest.testing.codes import ABSENT, in_use, rome_of


def codes_of(job: Job) -> dict[str, str]:
    """Return what the list tells of a job, under its column names."""
    low = {year: [one.code for one in in_use(job, year) if one.when != "qualifié"] for year in (2023, 2024)}
    return {
        "ogr_v3": job.codes.ogr,
        "rome_v3": rome_of(job, RomeEdition.V3),
        "rome_v460": rome_of(job, RomeEdition.V460),
        "fap341_peu_qualifie": job.codes.fap,
        "code_metier_bmo_2023": " ".join(low[2023]),
        "code_metier_bmo_2024": " ".join(low[2024]),
    }


@pytest.mark.parametrize(
    "slug, listed_as",
    [
        ("hotellerie-restauration", "hotellerie-restauration"),
        ("btp", "btp"),
        ("nettoyage", "proprete"),
    ],
)
def test_jobs_and_codes_are_those_of_the_list(slug: str, listed_as: str) -> None:
    """None is left out, none is added, and each has the codes that were chosen."""
    pytest.importorskip(f"zest_{slug.replace('-', '_')}")
    folder = tables.reference_folder() or pytest.skip(ABSENT)
    jobs = assemble((slug,)).loaded[0].sector.profile.jobs
    told = {key: codes_of(job) for key, job in jobs.items()}
    listed = {
        row["cle"].replace("_", "-"): row
        for row in tables.rows(folder / "derive_metiers_zest.csv")
        if row["secteur"] == listed_as
    }

    assert {key: {name: listed[key][name] for name in codes} for key, codes in told.items()} == told
    assert listed.keys() == told.keys()
