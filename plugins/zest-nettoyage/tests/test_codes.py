"""Every code of the catalogue is one of the reference tables, edition by edition, with its label.

The tables are public and too large for the package. Their folder is told by ``ZEST_DATA``, or found as
``shared/data`` beside the repository.
"""

import csv
import datetime as dt
import gzip
import io
import os
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__)
PACKAGE = HERE.parents[1] / "src" / "zest_nettoyage"
JOBS = sorted(file.stem for file in (PACKAGE / "jobs").glob("*.toml"))
SURVEYS = (2023, 2024, 2025)
LOW = ("1", "2", "5")
"""Digits of the passage table that stand for a low qualification."""


def folder() -> Path | None:
    """Return where the reference tables are, if they are anywhere."""
    told = os.environ.get("ZEST_DATA")
    places = [Path(told)] if told else [parent / "shared" / "data" for parent in HERE.parents]
    return next((place for place in places if (place / "rome_v3_codes.csv").is_file()), None)


@pytest.fixture(scope="module")
def data() -> Path:
    """The folder of the reference tables; without it, these tests say that they did not run."""
    found = folder()
    if found is None:
        pytest.skip(
            "CODES NON VÉRIFIÉS : les tables de référence (ROME, FAP, BMO, IDCC) sont absentes."
            " Indiquez leur dossier dans la variable ZEST_DATA."
        )
    return found


@cache
def toml(name: str) -> dict[str, Any]:
    """One file of the catalogue."""
    return tomllib.loads((PACKAGE / name).read_text("utf-8"))


def job(key: str) -> dict[str, Any]:
    """One job of the catalogue."""
    return toml(f"jobs/{key}.toml")


@cache
def table(file: Path, delimiter: str = ",") -> tuple[dict[str, str], ...]:
    """The rows of one reference table."""
    raw = file.read_bytes()
    text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode("utf-8")
    return tuple(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def pairs(file: Path, code: str, label: str, delimiter: str = ",") -> dict[str, str]:
    """Return the labels of one table by code."""
    return {row[code]: row[label] for row in table(file, delimiter)}


def survey(data: Path, year: int) -> tuple[dict[str, str], ...]:
    """Return the whole BMO file of one year."""
    return table(data / f"bmo_{year}_france.csv.gz")


@cache
def surveyed(data: Path, year: int) -> dict[str, str]:
    """Return the labels of the jobs of one survey year, by code."""
    return {row["Code métier BMO"]: row["Nom métier BMO"] for row in survey(data, year)}


def in_use(codes: list[dict[str, Any]], year: int) -> Iterator[dict[str, Any]]:
    """Yield the survey codes that hold for one year."""
    return (code for code in codes if code.get("since", year) <= year <= code.get("until", year))


def chosen(data: Path, key: str) -> dict[str, str]:
    """Return the row of the table of the 49 jobs that one job was made from."""
    rows = table(data / "derive_metiers_zest.csv")
    return next(r for r in rows if (r["secteur"], r["cle"]) == ("proprete", key.replace("-", "_")))


def test_every_job_of_the_sector_is_there(data: Path) -> None:
    """The catalogue holds the jobs of the sector, all of them and no other."""
    rows = table(data / "derive_metiers_zest.csv")
    expected = sorted(row["cle"].replace("_", "-") for row in rows if row["secteur"] == "proprete")

    assert expected == JOBS


@pytest.mark.parametrize("key", JOBS)
def test_rome_codes_exist_in_their_edition(data: Path, key: str) -> None:
    """Each ROME code is in the table of its own edition, under the very label, and is the chosen one."""
    tables = {
        "v3": pairs(data / "rome_v3_codes.csv", "code", "name"),
        "v460": pairs(data / "rome_v460_metiers.csv", "code_rome", "title"),
    }
    codes = job(key)["codes"]["rome"]
    row = chosen(data, key)

    assert [("v3", row["rome_v3"]), ("v460", row["rome_v460"])] == [(c["edition"], c["code"]) for c in codes]
    assert [tables[c["edition"]][c["code"]] for c in codes] == [c["label"] for c in codes]


@pytest.mark.parametrize("key", JOBS)
def test_usual_title_belongs_to_the_rome_code(data: Path, key: str) -> None:
    """The OGR code names an *appellation* of the job's ROME v3 code."""
    titles = pairs(data / "rome_v3_appellations_secteurs.csv", "code", "rome_id")
    known = pairs(data / "derive_metiers_zest.csv", "ogr_v3", "rome_v3") | titles
    codes = job(key)["codes"]

    assert codes["rome"][0]["code"] == known[codes["ogr"]]
    assert chosen(data, key)["ogr_v3"] == codes["ogr"]


@pytest.mark.parametrize("key", JOBS)
def test_fap_is_that_of_the_low_qualified_form(data: Path, key: str) -> None:
    """The FAP-2021 code exists at its finest level, and the Dares sends the ROME code to it."""
    codes = job(key)["codes"]
    passage = table(data / "dares_passage_rome_qualif_fap2021.csv", ";")
    rome = codes["rome"][0]["code"]
    reached = {row["FAP341"] for row in passage if row["ROME"] == rome and row["Qualif"] in LOW}

    known = pairs(data / "dares_fap2021_arborescence.csv", "Code_FAP341", "Code_FAP228", ";")

    assert {codes["fap"]} == reached
    assert known[codes["fap"]] in {code["code"] for code in in_use(codes["survey"], SURVEYS[-1])}


@pytest.mark.parametrize("year", SURVEYS)
@pytest.mark.parametrize("key", JOBS)
def test_survey_codes_exist_in_their_year(data: Path, key: str, year: int) -> None:
    """Each job has a BMO code for each survey year, under the label of that year."""
    used = list(in_use(job(key)["codes"]["survey"], year))
    labels = surveyed(data, year)

    assert used
    assert [labels[code["code"]] for code in used] == [code["label"] for code in used]


@pytest.mark.parametrize("key", JOBS)
def test_survey_codes_before_2024_follow_the_qualification(data: Path, key: str) -> None:
    """Up to 2023 the codes are those that the Dares gives to the ROME code, for every qualification."""
    codes = job(key)["codes"]
    passage = table(data / "dares_passage_fap2009_romev3.csv")
    rome = codes["rome"][0]["code"]
    expected = {row["code_fap2009"] for row in passage if row["code_rome"] == rome}
    low = {row["code_fap2009"] for row in passage if row["code_rome"] == rome and row["qualif"] in ("", *LOW)}
    used = list(in_use(codes["survey"], 2023))

    assert expected == {code["code"] for code in used}
    assert low == {code["code"] for code in used if code.get("when", "peu qualifié") == "peu qualifié"}


def agreements(data: Path) -> dict[str, dict[str, str]]:
    """Return the rows of the two tables of the Dares by number, under the names of the first."""
    branches = {row["IDCC"]: row for row in table(data / "idcc_dares_2026_06_branches.csv")}
    others = table(data / "idcc_dares_2026_06_accords_statuts.csv")
    renamed = {"CODE": "IDCC", "CODEactif": "IDCCactif", "NouvCODE": "NouvIDCC"}
    return branches | {row["CODE"]: {renamed.get(k, k): v for k, v in row.items()} for row in others}


@pytest.mark.parametrize("idcc", toml("agreements.toml"))
def test_agreements_are_those_of_the_dares(data: Path, idcc: str) -> None:
    """Each number exists, begins on its day, and is ended with a successor exactly when the table says so."""
    known, told = agreements(data), toml("agreements.toml")[idcc]
    row = known[f"0{idcc}"]

    assert row["DateEffet"] == told["since"].isoformat()
    assert (row["IDCCactif"] == "1") is ("until" not in told)
    assert row["NouvIDCC"] == (f"0{told['successor']}" if "successor" in told else "")


@pytest.mark.parametrize("idcc", [k for k, v in toml("agreements.toml").items() if "until" in v])
def test_an_ended_agreement_leaves_its_place_without_overlap(data: Path, idcc: str) -> None:
    """The last day is that of the table, or the day before where the successor begins on that very day."""
    known, told = agreements(data), toml("agreements.toml")[idcc]
    ended = dt.date.fromisoformat(known[f"0{idcc}"]["DateFin"])
    begins = known[f"0{told['successor']}"]["DateEffet"]

    assert ended - dt.timedelta(days=ended.isoformat() == begins) == told["until"]


def test_facts_are_those_of_known_agreements() -> None:
    """No fact hangs on a number that the sector does not list."""
    assert [] == [idcc for idcc in toml("agreement-facts.toml") if idcc not in toml("agreements.toml")]


@pytest.mark.parametrize("year", SURVEYS[1:])
def test_segment_figures_are_the_sums_of_published_cells(data: Path, year: int) -> None:
    """Each survey figure of the segment sheet is the national sum of what is published that year."""
    measures = {
        "Projets d'embauche": "met",
        "Projets jugés difficiles": "xmet",
        "Projets saisonniers": "smet",
    }
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for row in survey(data, year):
        for measure in measures.values():
            sums[row["Code métier BMO"], measure] += int(row[measure].replace("*", "0"))

    figures = [f for f in toml("segment.toml")["figures"] if f["year"] == year]
    named = [re.fullmatch(r"(.*?), .* \((\w+)\)", figure["label"]) for figure in figures]

    assert figures
    assert [sums[m[2], measures[m[1]]] for m in named if m] == [figure["value"] for figure in figures]
