"""Every code of the sector exists in the reference tables, edition by edition, under the same label."""

import collections
import csv
import functools
import gzip
import os
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

SECTOR = files("zest_btp")
LOW = "125"
"""Qualification digits of low-qualified workers in the tables of the Dares."""


def table(*names: str) -> dict[str, Any]:
    """Read one TOML file of the sector."""
    return tomllib.loads(SECTOR.joinpath(*names).read_text(encoding="utf-8"))


JOBS = {
    file.name.removesuffix(".toml"): table("jobs", file.name)
    for file in sorted(SECTOR.joinpath("jobs").iterdir(), key=lambda f: f.name)
}


@pytest.fixture(scope="module")
def data() -> Path:
    """The folder of the reference tables: ``ZEST_DATA``, or ``shared/data`` beside the repository."""
    beside = [parent / "shared" / "data" for parent in Path(__file__).resolve().parents]
    told = os.environ.get("ZEST_DATA")
    for folder in [Path(told)] if told else beside:
        if (folder / "SOURCES.md").is_file():
            return folder
    pytest.skip(
        "CODES NON VÉRIFIÉS : les tables de référence (ROME, FAP, BMO, IDCC) sont absentes ;"
        " indiquez leur dossier dans la variable ZEST_DATA."
    )


def rows(file: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """Read the rows of a reference table, gzipped or not."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=delimiter)


def pairs(file: Path, key: str, value: str, delimiter: str = ",") -> dict[str, str]:
    """Read two columns of a reference table; the stray no-break space of one label is left out."""
    return {row[key]: row[value].strip() for row in rows(file, delimiter)}


@functools.cache
def survey(folder: Path, year: int) -> dict[str, tuple[str, dict[str, int]]]:
    """Sum the published cells of one BMO edition: label and sums by job, then by family of jobs."""
    sums: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    labels: dict[str, str] = {}
    for row in rows(folder / f"bmo_{year}_france.csv.gz"):
        for key, label in (("Code métier BMO", "Nom métier BMO"), ("Famille_met", "Lbl_fam_met")):
            labels[row[key]] = row[label].strip()
            sums[row[key]].update(
                {name: int(row[name]) for name in ("met", "xmet", "smet") if row[name] != "*"}
            )
    return {code: (label, dict(sums[code])) for code, label in labels.items()}


@pytest.mark.parametrize(
    "edition, file, columns",
    [
        ("v3", "rome_v3_codes.csv", ("code", "name")),
        ("v460", "rome_v460_metiers.csv", ("code_rome", "title")),
    ],
)
def test_rome(data: Path, edition: str, file: str, columns: tuple[str, str]) -> None:
    """Each job has one ROME code in the edition, with the label of that very edition."""
    known = pairs(data / file, *columns)
    told = {
        job: [(r["code"], r["label"]) for r in facts["codes"]["rome"] if r["edition"] == edition]
        for job, facts in JOBS.items()
    }
    expected = {job: [(code, known.get(code)) for code, _ in codes][:1] for job, codes in told.items()}
    assert expected == told
    assert [] == [job for job, codes in told.items() if not codes]


def test_ogr(data: Path) -> None:
    """The usual title belongs to the ROME v3 code of its job."""
    known = pairs(data / "rome_v3_appellations_secteurs.csv", "code", "rome_id")
    told = {
        job: (facts["codes"]["ogr"], facts["codes"]["rome"][0]["code"])
        for job, facts in JOBS.items()
        if "ogr" in facts["codes"]
    }
    assert told
    assert {job: (ogr, known.get(ogr)) for job, (ogr, _) in told.items()} == told


def test_fap(data: Path) -> None:
    """The finest FAP is the one to which the Dares sends the low-qualified of the ROME v3 code."""
    passage = {
        (row["ROME"], row["Qualif"]): row["FAP341"]
        for row in rows(data / "dares_passage_rome_qualif_fap2021.csv", ";")
    }
    for job, facts in JOBS.items():
        rome = facts["codes"]["rome"][0]["code"]
        assert {facts["codes"]["fap"]} == {passage.get((rome, digit)) for digit in LOW}, job


def test_fap_leads_to_the_survey_code(data: Path) -> None:
    """Since 2024, the survey code of the low-qualified is the FAP one level up."""
    up = pairs(data / "dares_fap2021_arborescence.csv", "Code_FAP341", "Code_FAP228", ";")
    for job, facts in JOBS.items():
        since_2024 = [
            c["code"] for c in facts["codes"]["survey"] if "since" in c and c.get("when") != "qualifié"
        ]
        assert [up.get(facts["codes"]["fap"])] == since_2024, job


def test_survey_code_before_2024(data: Path) -> None:
    """Up to 2023, each survey code is one to which the Dares sends the ROME v3 code at that level."""
    passage: dict[tuple[str, bool], set[str]] = collections.defaultdict(set)
    for row in rows(data / "dares_passage_fap2009_romev3.csv"):
        levels = {row["qualif"] in LOW} if row["qualif"] else {True, False}
        for low in levels:
            passage[row["code_rome"], low].add(row["code_fap2009"])
    for job, facts in JOBS.items():
        rome = facts["codes"]["rome"][0]["code"]
        for code in (c for c in facts["codes"]["survey"] if "until" in c):
            assert code["code"] in passage[rome, code.get("when") != "qualifié"], job


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_survey_codes_exist_in_their_years(data: Path, year: int) -> None:
    """Each job has a BMO code in each edition, with the label of that edition."""
    known = survey(data, year)
    for job, facts in JOBS.items():
        used = [c for c in facts["codes"]["survey"] if c.get("since", 0) <= year <= c.get("until", 9999)]
        assert used, job
        assert [known.get(c["code"], ("",))[0] for c in used] == [c["label"] for c in used], job


def test_jobs_are_those_of_the_list(data: Path) -> None:
    """The jobs, with all their codes, are those of the list made for the project."""
    listed = {
        row["cle"].replace("_", "-"): {
            row["ogr_v3"],
            row["rome_v3"],
            row["rome_v460"],
            row["fap341_peu_qualifie"],
            row["code_metier_bmo_2023"],
            row["code_metier_bmo_2024"],
        }
        for row in rows(data / "derive_metiers_zest.csv")
        if row["secteur"] == "btp"
    }
    told = {
        job: {
            facts["codes"].get("ogr", ""),
            facts["codes"]["fap"],
            *(r["code"] for r in facts["codes"]["rome"]),
            *(c["code"] for c in facts["codes"]["survey"] if c.get("when") != "qualifié"),
        }
        for job, facts in JOBS.items()
    }
    assert listed == told


@pytest.mark.parametrize("file", ["agreements.toml", "agreements-merged.toml"])
def test_agreements(data: Path, file: str) -> None:
    """Each agreement has the dates and the successor that the ministry publishes."""
    published = {
        row["IDCC"][-4:]: (row, row["NouvIDCC"]) for row in rows(data / "idcc_dares_2026_06_branches.csv")
    }
    statutes = {
        row["CODE"][-4:]: (row, row["NouvCODE"])
        for row in rows(data / "idcc_dares_2026_06_accords_statuts.csv")
    }
    for idcc, told in table(file).items():
        row, successor = {**statutes, **published}[idcc]
        expected = (row["DateEffet"] or row["DateSignature"], row["DateFin"], successor[-4:])
        assert expected == (str(told["since"]), str(told.get("until", "")), told.get("successor", "")), idcc


def test_facts_belong_to_agreements_in_force() -> None:
    """Facts are told of agreements that the sector knows and that no other has replaced."""
    known = table("agreements.toml")
    assert [] == [idcc for idcc in table("agreement-facts.toml") if "successor" in known[idcc]]


@pytest.mark.parametrize("measure, words", [
    ("met", "projets de recrutement"),
    ("xmet", "projets jugés difficiles"),
    ("smet", "projets saisonniers"),
])  # fmt: skip
def test_segment_figures(data: Path, measure: str, words: str) -> None:
    """Each figure of the segment sheet is the sum of the published cells of its edition."""
    told = [f for f in table("segment.toml")["figures"] if f["label"].endswith(f" : {words}")]
    assert told
    for figure in told:
        label, _, code = figure["label"].removesuffix(f") : {words}").rpartition(" (")
        expected = survey(data, figure["year"])[code.removeprefix("famille ")]
        assert (expected[0], expected[1][measure]) == (label, figure["value"]), figure["label"]


def test_each_job_has_figures() -> None:
    """The segment sheet tells the market of each job, by the survey codes used since 2024."""
    figures = " ".join(f["label"] for f in table("segment.toml")["figures"])
    codes = {c["code"] for job in JOBS.values() for c in job["codes"]["survey"] if "since" in c}
    assert [] == sorted(code for code in codes if f"({code})" not in figures)
