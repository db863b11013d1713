"""What a sector says of public codes, held against the tables that publish them.

``class TestMine(CodesConformance): slug = "mine"`` beside ``SectorConformance``; each test is skipped, and
says so, on a machine that has not the tables. The functions yield one sentence per thing that differs.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from zest.model.agreement import CollectiveAgreement
from zest.model.job import Job, RomeEdition, SurveyCode
from zest.model.profile import SectorProfile
from zest.model.segment import SegmentFigure
from zest.plugins.assembly import assemble
from zest.testing import reference_tables as tables

OfJob = Callable[[Job, Path], Iterator[str]]
"""What tells the faults of one job against the tables of a folder."""

SURVEYS = (2023, 2024, 2025)
_UNTOLD = ("", "1900-01-01")
"""How the ministry writes a day that it does not know."""
ABSENT = (
    "CODES NON VÉRIFIÉS : les tables de référence (ROME, FAP, BMO, IDCC) sont absentes ;"
    " indiquez leur dossier dans la variable ZEST_DATA."
)
_QUALIFIED = "qualifié"
_FIGURE = re.compile(r"(?P<label>.+) \((?:famille )?(?P<code>[A-Z]\w{0,4})\)\s: (?P<words>.+)")
_CODE = re.compile(r"\((?:famille )?[A-Z](?:\d\w{3})?\)")
_COLUMNS = MappingProxyType({
    "projets de recrutement": "met",
    "projets jugés difficiles": "xmet",
    "projets saisonniers": "smet",
})  # fmt: skip


class CodesConformance:
    """Subclass it in the tests of a sector and give its slug.

    Attributes:
        slug: name of the entry point.
    """

    slug: ClassVar[str]

    @property
    def folder(self) -> Path:
        """Where the tables are; without them the test says that it did not run."""
        import pytest  # the functions of this module are asked without it too

        return tables.reference_folder() or pytest.skip(ABSENT)

    @property
    def profile(self) -> SectorProfile:
        """What the sector says."""
        return assemble((self.slug,)).loaded[0].sector.profile

    def test_rome(self) -> None:
        """Each job has a code in each edition that has a table, under the label of that very edition."""
        _none(one for job in self.profile.jobs.values() for one in rome_faults(job, self.folder))

    def test_fap(self) -> None:
        """The finest code is that of the low-qualified, and leads to the survey code in use."""
        _none(one for job in self.profile.jobs.values() for one in fap_faults(job, self.folder))

    def test_survey(self) -> None:
        """Each job has a code in each edition, under the label of that edition."""
        _none(one for job in self.profile.jobs.values() for one in survey_faults(job, self.folder))

    def test_agreements(self) -> None:
        """Days and successor are those that the ministry publishes."""
        told = self.profile.agreements.values()
        _none(one for agreement in told for one in agreement_faults(agreement, self.folder))

    def test_segment(self) -> None:
        """Each survey figure is the sum of the published cells of its edition."""
        told = self.profile.segment["segment"].figures
        _none(one for figure in told for one in segment_faults(figure, self.folder))


def _none(faults: Iterable[str]) -> None:
    """Fail with every fault: pytest explains the assertions of test files alone."""
    told = list(faults)
    assert not told, "\n".join(told)


def rome_of(job: Job, edition: RomeEdition) -> str:
    """Return the ROME code of a job in one edition; empty when it has none."""
    return next((one.code for one in job.codes.rome if one.edition is edition), "")


def rome_faults(job: Job, folder: Path) -> Iterator[str]:
    """Tell the ROME codes that are absent or labelled otherwise, and a usual title of another code."""
    for edition in (RomeEdition.V3, RomeEdition.V460):
        if not rome_of(job, edition):
            yield f"{job.key} : aucun code ROME {edition}."
    for one in job.codes.rome:
        if (known := tables.rome(folder, one.edition).get(one.code)) != one.label:
            published = f"publié « {known} »" if known else "que cette édition ne publie pas"
            yield f"{job.key} : ROME {one.edition} {one.code} « {one.label} », {published}."
    titles, v3 = tables.titles(folder), rome_of(job, RomeEdition.V3)
    # The table of usual titles covers some codes only.
    if job.codes.ogr and v3 in titles.values() and titles.get(job.codes.ogr) != v3:
        yield f"{job.key} : l'appellation {job.codes.ogr} n'est pas de {v3}."


def fap_faults(job: Job, folder: Path) -> Iterator[str]:
    """Tell a FAP code to which the Dares does not send the job, or that leads to another survey code."""
    fap, sent = job.codes.fap, tables.fap(folder, rome_of(job, RomeEdition.V3))
    if {fap} != sent:
        way = f"passage vers {_listed(sent)}" if sent else "sans passage depuis son code ROME v3"
        yield f"{job.key} : FAP {fap or 'non dit'}, {way}."
    above = tables.fap_above(folder).get(fap)
    used = [one.code for one in in_use(job, SURVEYS[-1]) if one.when != _QUALIFIED]
    # A job without a code in that edition is told as such, by survey_faults.
    if fap and used and [above] != used:
        yield f"{job.key} : {fap} mène à {above or 'rien'}, et non à {_listed(used)}."


def in_use(job: Job, year: int) -> list[SurveyCode]:
    """Return the survey codes of a job in one edition."""
    return [one for one in job.codes.survey if (one.since or year) <= year <= (one.until or year)]


def survey_faults(job: Job, folder: Path) -> Iterator[str]:
    """Tell the editions that know a job under no code or another label, and codes that the passage does not give."""
    for year in SURVEYS:
        published = tables.survey(folder, year)
        if not in_use(job, year):
            yield f"{job.key} : aucun code BMO en {year}{_led(job, year, folder)}."
        for one in in_use(job, year):
            if (known := published.get(one.code)) is None:
                yield f"{job.key} : {one.code} « {one.label} » n'est pas au BMO {year}."
            elif known.label != one.label:
                yield f"{job.key} : {one.code} « {one.label} », publié « {known.label} » au BMO {year}."
    yield from _passage_faults(job, folder)


def _led(job: Job, year: int, folder: Path) -> str:
    """Say which code the tables give where a job has none; nothing where they give none either."""
    if year == SURVEYS[0]:
        given = tables.fap_2009(folder, rome_of(job, RomeEdition.V3), low=True)
    else:
        given = {tables.fap_above(folder).get(job.codes.fap, "")} - {""}
    return f" ; le passage mène à {_listed(given)}" if given else ""


def _passage_faults(job: Job, folder: Path) -> Iterator[str]:
    """Up to 2023 the survey codes are those of the FAP of 2009; a helper's job may tell the low-qualified alone."""
    used, v3 = in_use(job, SURVEYS[0]), rome_of(job, RomeEdition.V3)
    low = {one.code for one in used if one.when != _QUALIFIED}
    if used and (given := tables.fap_2009(folder, v3, low=True)) != low:
        yield f"{job.key} : {v3} passe à {_listed(given)}, et non à {_listed(low)}."
    every = {one.code for one in used}
    if every != low and (given := tables.fap_2009(folder, v3, low=False)) != every:
        yield f"{job.key} : {v3} passe à {_listed(given)}, et non à {_listed(every)}."


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes)) or "rien"


def agreement_faults(told: CollectiveAgreement, folder: Path) -> Iterator[str]:
    """Tell an agreement that is not published, or has other days or another successor."""
    published = tables.agreements(folder)
    if (row := published.get(told.idcc)) is None:
        yield f"IDCC {told.idcc} : inconnu des tables."
        return
    last = dt.date.fromisoformat(row["DateFin"]) if row["DateFin"] else None
    successor = published.get(told.successor or "", {})
    # Where the successor begins on the very last day, that day is the successor's.
    if last and row["DateFin"] == successor.get("DateEffet"):
        last -= dt.timedelta(days=1)
    since = next(
        (row[one] for one in ("DateEffet", "DateSignature") if row[one] not in _UNTOLD), f"{told.since}"
    )
    expected = (since, last, row["NouvIDCC"][-4:], row["IDCCactif"])
    found = (str(told.since), told.until, told.successor or "", "0" if told.until else "1")
    if found != expected:
        yield f"IDCC {told.idcc} : {_said(*found)} ; publié : {_said(*expected)}."


def _said(since: str, until: dt.date | None, successor: str, active: str) -> str:
    end = f" au {until}" if until else ""
    led = f", puis {successor}" if successor else ""
    return f"du {since}{end}{led}, {'en vigueur' if active == '1' else 'plus en vigueur'}"


def segment_faults(told: SegmentFigure, folder: Path) -> Iterator[str]:
    """Tell a survey figure that is not the sum of the published cells under its label."""
    if not _CODE.search(told.label):
        return
    match = _FIGURE.fullmatch(told.label)
    if match is None or match["words"] not in _COLUMNS:
        yield f"« {told.label} » : écrivez « libellé (code) : {', '.join(_COLUMNS)} »."
        return
    job = tables.survey(folder, told.year).get(match["code"])
    published = (job.label, job.sums[_COLUMNS[match["words"]]]) if job else ("rien", 0)
    if published != (match["label"], told.value):
        said = f"{published[0]}, {published[1]}" if job else "rien"
        yield f"« {told.label} » {told.value:g} en {told.year} ; publié : {said}."
