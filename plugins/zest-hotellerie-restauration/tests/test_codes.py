"""Every code of the catalogue against the reference tables, edition by edition; what names what.

The tables are in no distribution: their folder is ``ZEST_DATA``, or ``shared/data`` beside the repository.
"""

import csv
import functools
import gzip
import io
import os
import tomllib
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

SECTOR = "hotellerie-restauration"
SURVEYS = (2023, 2024, 2025)
Row = dict[str, str]


def package() -> Path:
    """Where the installed catalogue is, without importing it."""
    spec = find_spec("zest_hotellerie_restauration")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def read(name: str) -> dict[str, Any]:
    """One file of the catalogue, as plain data."""
    return tomllib.loads((package() / name).read_text(encoding="utf-8"))


JOBS = {file.stem: read(f"jobs/{file.name}") for file in sorted((package() / "jobs").glob("*.toml"))}
AGREEMENTS = read("agreements.toml") | read("agreements-merged.toml")

every_job = pytest.mark.parametrize("job", JOBS.values(), ids=list(JOBS))


def folder() -> Path | None:
    """The folder of the reference tables, or ``None``."""
    if told := os.environ.get("ZEST_DATA"):
        return Path(told)
    beside = (root.parent / "shared" / "data" for root in Path(__file__).resolve().parents)
    return next((one for one in beside if one.is_dir()), None)


@functools.cache
def rows(file: Path, separator: str = ",") -> tuple[Row, ...]:
    """A table, plain or gzipped."""
    raw = file.read_bytes()
    text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode("utf-8")
    return tuple(csv.DictReader(io.StringIO(text), delimiter=separator))


@functools.cache
def survey(data: Path, year: int) -> Mapping[str, str]:
    """Label of each job code of one BMO survey."""
    return {row["Code métier BMO"]: row["Nom métier BMO"] for row in rows(data / f"bmo_{year}_france.csv.gz")}


def in_use(job: Mapping[str, Any], year: int) -> Iterator[Mapping[str, Any]]:
    """The survey codes that a job tells for one year."""
    for code in job["codes"]["survey"]:
        if code.get("since", year) <= year <= code.get("until", year):
            yield code


@pytest.fixture(scope="module")
def data() -> Path:
    """The reference tables; skipped, and said so, where they are absent."""
    found = folder()
    if found is None or not found.is_dir():
        pytest.skip("Codes NON vérifiés : tables de référence absentes (ZEST_DATA ou ../shared/data).")
    return found


@pytest.fixture(scope="module")
def listed(data: Path) -> dict[str, Row]:
    """The sector's lines of the list of jobs with all their codes."""
    table = rows(data / "derive_metiers_zest.csv")
    return {row["cle"].replace("_", "-"): row for row in table if row["secteur"] == SECTOR}


def test_every_listed_job_has_its_file(listed: dict[str, Row]) -> None:
    """No job of the list is left out, none is added."""
    assert sorted(listed) == sorted(JOBS)


@pytest.mark.parametrize("key", JOBS)
def test_codes_are_those_of_the_list(key: str, listed: dict[str, Row]) -> None:
    """OGR, FAP and both ROME codes are the ones that the list gives."""
    codes, row = JOBS[key]["codes"], listed[key]
    rome = {one["edition"]: one["code"] for one in codes["rome"]}

    assert row["ogr_v3"] == codes.get("ogr", "")
    assert row["fap341_peu_qualifie"] == codes["fap"]
    assert {"v3": row["rome_v3"], "v460": row["rome_v460"]} == rome


@every_job
def test_rome_codes_exist_in_their_edition(job: dict[str, Any], data: Path) -> None:
    """Each ROME code has, in the edition it names, the label it is given."""
    labels = {
        "v3": {row["code"]: row["name"] for row in rows(data / "rome_v3_codes.csv")},
        "v460": {row["code_rome"]: row["title"] for row in rows(data / "rome_v460_metiers.csv")},
    }
    for one in job["codes"]["rome"]:
        assert labels[one["edition"]][one["code"]] == one["label"]


def test_usual_titles_belong_to_their_rome_sheet(data: Path) -> None:
    """An OGR code of a family that the table covers is a title of the job's v3 sheet."""
    titles = {row["code"]: row["rome_id"] for row in rows(data / "rome_v3_appellations_secteurs.csv")}
    sheets = {job["codes"].get("ogr"): job["codes"]["rome"][0]["code"] for job in JOBS.values()}
    covered = {ogr: sheet for ogr, sheet in sheets.items() if sheet in titles.values() and ogr}

    assert covered == {ogr: titles[ogr] for ogr in covered}
    assert len(covered) == 12


@every_job
def test_fap_is_that_of_the_low_qualified(job: dict[str, Any], data: Path) -> None:
    """The FAP code is where Dares sends the v3 sheet at the qualifications 1, 2 and 5."""
    passage = rows(data / "dares_passage_rome_qualif_fap2021.csv", ";")
    sheet = job["codes"]["rome"][0]["code"]
    sent = {row["FAP341"] for row in passage if row["ROME"] == sheet and row["Qualif"] in {"1", "2", "5"}}

    assert {job["codes"]["fap"]} == sent


@pytest.mark.parametrize("year", SURVEYS)
@every_job
def test_survey_codes_exist_in_their_years(job: dict[str, Any], year: int, data: Path) -> None:
    """Each BMO code in use in a year is in that year's survey, with its label; there is one at least."""
    told = {code["code"]: code["label"] for code in in_use(job, year)}

    assert told
    assert told == {code: survey(data, year)[code] for code in told}


def test_a_code_that_depends_on_the_qualification_says_so() -> None:
    """Where a job has several survey codes in one year, each tells for whom."""
    several = [
        codes for job in JOBS.values() for year in SURVEYS if len(codes := list(in_use(job, year))) > 1
    ]

    assert several
    for codes in several:
        assert {"peu qualifié", "qualifié"} == {code["when"] for code in codes}


@pytest.mark.parametrize("idcc", AGREEMENTS)
def test_agreements_are_as_published(idcc: str, data: Path) -> None:
    """First day, last day and successor of each agreement are those of the Dares list."""
    branches = {row["IDCC"]: row for row in rows(data / "idcc_dares_2026_06_branches.csv")}
    others = {row["CODE"]: row for row in rows(data / "idcc_dares_2026_06_accords_statuts.csv")}
    row = branches.get(f"0{idcc}") or others[f"0{idcc}"]
    mine = AGREEMENTS[idcc]

    assert (row["DateEffet"] or row["DateSignature"]) == str(mine["since"])
    assert row["DateFin"] == str(mine.get("until", ""))
    assert (row.get("NouvIDCC") or row.get("NouvCODE", ""))[-4:] == mine.get("successor", "")
    assert (row.get("IDCCactif") or row["CODEactif"]) == ("0" if "until" in mine else "1")


def test_successors_and_facts_name_known_agreements() -> None:
    """Every successor, and every agreement that facts are told of, is in the catalogue."""
    named = {agreement["successor"] for agreement in AGREEMENTS.values() if "successor" in agreement}

    assert set() == (named | set(read("agreement-facts.toml"))) - set(AGREEMENTS)


def test_segment_figures_are_the_sums_of_published_cells(data: Path) -> None:
    """The figures of the segment sheet are recomputed from the surveys."""
    told = {(figure["year"], figure["label"]): figure["value"] for figure in read("segment.toml")["figures"]}
    codes = {code["code"] for job in JOBS.values() for code in in_use(job, 2025)}
    words = {
        "met": "projets de recrutement",
        "xmet": "projets jugés difficiles",
        "smet": "projets saisonniers",
    }
    sums = {
        (year, f"{survey(data, year)[code]} ({code})\N{NO-BREAK SPACE}: {word}"): sum(
            int(row[column])
            for row in rows(data / f"bmo_{year}_france.csv.gz")
            if row["Code métier BMO"] == code and row[column] != "*"
        )
        for year in (2024, 2025)
        for code in codes
        for column, word in words.items()
    }

    assert sums == told


def test_tasks_and_jobs_name_what_exists() -> None:
    """Permits named by tasks and jobs exist, and so do the tasks that jobs name."""
    tasks, permits = read("tasks.toml"), read("permits.toml")
    asked = {key for one in (*tasks.values(), *JOBS.values()) for key in one.get("permits", ())}

    assert set() == asked - set(permits)
    assert set() == {key for job in JOBS.values() for key in job["task_keys"]} - set(tasks)


def test_no_job_is_made_of_a_restricted_task() -> None:
    """A mission that tells no task has those of its job: none of these may be closed or need a permit."""
    tasks = read("tasks.toml")
    restricted = {key for key, task in tasks.items() if task.get("restriction", "open") != "open"}

    assert restricted
    assert set() == {key for job in JOBS.values() for key in job["task_keys"]} & restricted
