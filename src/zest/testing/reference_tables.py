"""The public tables of the field (ROME, FAP, BMO, IDCC): where they are, and what they say of a code.

They are too large to ship. Their folder is told by ``ZEST_DATA``, or found as ``shared/data`` beside one of
the folders above; the names of the files are those under which they were gathered.
"""

import collections
import csv
import functools
import gzip
import io
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from zest.model.job import RomeEdition

Row = Mapping[str, str]

LOW = frozenset("125")
"""Qualification digits of low-qualified workers in the tables of the Dares."""

MEASURES = ("met", "xmet", "smet")
"""Columns of the BMO: projects of recruitment, those judged difficult, those of a season."""

_ROME = MappingProxyType({
    RomeEdition.V3: ("rome_v3_codes.csv", "code", "name"),
    RomeEdition.V460: ("rome_v460_metiers.csv", "code_rome", "title"),
})  # fmt: skip


def reference_folder() -> Path | None:
    """Return the folder of the tables; ``None`` when they are not on this machine."""
    told = os.environ.get("ZEST_DATA")
    here = Path.cwd()
    places = [Path(told)] if told else [root / "shared" / "data" for root in (here, *here.parents)]
    return next((place for place in places if (place / "rome_v3_codes.csv").is_file()), None)


@functools.cache
def rows(file: Path, delimiter: str = ",") -> tuple[Row, ...]:
    """Read the rows of one table, gzipped or not."""
    raw = file.read_bytes()
    text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode("utf-8")
    return tuple(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@attrs.frozen(kw_only=True)
class SurveyJob:
    """What one edition of the BMO publishes of a job, or of a family of jobs.

    Attributes:
        label: French label of that edition.
        sums: national sum of the published cells, by column of ``MEASURES``; a masked cell (``*``) counts zero.
    """

    label: str
    sums: Mapping[str, int]


@functools.cache
def survey(folder: Path, year: int) -> Mapping[str, SurveyJob]:
    """Return one edition of the BMO by code of job and of family."""
    sums: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    labels: dict[str, str] = {}
    for row in rows(folder / f"bmo_{year}_france.csv.gz"):
        for code, label in (("Code métier BMO", "Nom métier BMO"), ("Famille_met", "Lbl_fam_met")):
            # One label of the survey ends with a stray no-break space.
            labels[row[code]] = row[label].strip()
            sums[row[code]].update({one: int(row[one].replace("*", "0")) for one in MEASURES})
    return {code: SurveyJob(label=label, sums=dict(sums[code])) for code, label in labels.items()}


@functools.cache
def rome(folder: Path, edition: RomeEdition) -> Mapping[str, str]:
    """Return the labels of one edition of the ROME by code; none for an edition that has no table."""
    if edition not in _ROME:
        return {}
    name, code, label = _ROME[edition]
    return {row[code]: row[label].strip() for row in rows(folder / name)}


@functools.cache
def titles(folder: Path) -> Mapping[str, str]:
    """Return the ROME v3 code of each usual title, by OGR code."""
    return {row["code"]: row["rome_id"] for row in rows(folder / "rome_v3_appellations_secteurs.csv")}


@functools.cache
def fap(folder: Path, rome_v3: str) -> set[str]:
    """Return the finest FAP-2021 codes to which the Dares sends the low-qualified of a ROME v3 code."""
    passage = rows(folder / "dares_passage_rome_qualif_fap2021.csv", ";")
    return {row["FAP341"] for row in passage if row["ROME"] == rome_v3 and row["Qualif"] in LOW}


@functools.cache
def fap_above(folder: Path) -> Mapping[str, str]:
    """Return, for each finest FAP-2021 code, that of the level which the survey uses since 2024."""
    tree = rows(folder / "dares_fap2021_arborescence.csv", ";")
    return {row["Code_FAP341"]: row["Code_FAP228"] for row in tree}


@functools.cache
def fap_2009(folder: Path, rome_v3: str, *, low: bool) -> set[str]:
    """Return the FAP-2009 codes to which the Dares sends a ROME v3 code; those of the low-qualified if ``low``."""
    passage = [
        row for row in rows(folder / "dares_passage_fap2009_romev3.csv") if row["code_rome"] == rome_v3
    ]
    return {row["code_fap2009"] for row in passage if not low or row["qualif"] in {"", *LOW}}


@functools.cache
def agreements(folder: Path) -> Mapping[str, Row]:
    """Return the rows of both tables of the Dares by IDCC, under the column names of the first."""
    renamed = {"CODE": "IDCC", "CODEactif": "IDCCactif", "NouvCODE": "NouvIDCC"}
    others = rows(folder / "idcc_dares_2026_06_accords_statuts.csv")
    statutes = [{renamed.get(name, name): cell for name, cell in row.items()} for row in others]
    return {row["IDCC"][-4:]: row for row in (*statutes, *rows(folder / "idcc_dares_2026_06_branches.csv"))}
