"""What the kit says of public codes, on invented tables of a line or two."""

import datetime as dt
import gzip
import shutil
from pathlib import Path
from typing import Any

import attrs
import pytest

from zest.model.agreement import CollectiveAgreement
from zest.model.identifiers import Idcc
from zest.model.job import HoursPattern, Job, JobCodes, RomeCode, RomeEdition, SurveyCode
from zest.model.segment import SegmentFigure
from zest.source import Source, Status
from zest.testing import codes
from zest.testing.reference_tables import reference_folder, rome, survey

SOURCE = Source(reference="Fictif", status=Status.VERIFIED, read_on=dt.date(2026, 11, 23))
BMO = "Code métier BMO,Nom métier BMO,Famille_met,Lbl_fam_met,met,xmet,smet\n"
DARES = "DateSignature,DateEffet,DateFin"
TABLES = {
    "rome_v3_codes.csv": "code,name\nX1000,Trieur\n",
    "rome_v460_metiers.csv": "code_rome,title\nX1000,Trieuse / Trieur\n",
    "rome_v3_appellations_secteurs.csv": "code,name,rome_id\n10,Trieuse,X1000\n11,Autre,X2000\n",
    "dares_passage_rome_qualif_fap2021.csv": "ROME;Qualif;FAP341\nX1000;1;A1X11\nX1000;7;A1X99\n",
    "dares_fap2021_arborescence.csv": "Code_FAP341;Code_FAP228\nA1X11;A1X10\n",
    "dares_passage_fap2009_romev3.csv": "code_rome,qualif,code_fap2009\nX1000,1,A1Z10\nX1000,6,A1Z20\n",
    "idcc_dares_2026_06_branches.csv": f"IDCC,IDCCactif,NouvIDCC,{DARES}\n"
    "00001,0,00002,,2000-01-01,2010-01-01\n00002,1,,,2010-01-01,\n00004,1,,1998-04-04,1900-01-01,\n00005,1,,1900-01-01,1900-01-01,\n",
    "idcc_dares_2026_06_accords_statuts.csv": f"CODE,CODEactif,NouvCODE,{DARES}\n00003,1,,1999-05-05,,\n",
    "bmo_2023_france.csv.gz": f"{BMO}A1Z10,Trieurs,A,Tri,5,*,1\n",
    "bmo_2024_france.csv.gz": f"{BMO}A1X10,Trieurs,A,Tri,5,*,1\nA1X10,Trieurs,A,Tri,2,3,*\n",
    "bmo_2025_france.csv.gz": f"{BMO}A1X10,Trieurs\N{NO-BREAK SPACE},A,Tri,5,*,1\n",
}
JOB = Job(
    key="trieur", feminine="Trieuse", masculine="Trieur", summary="Trie.", tasks=("Trier",), sources={},
    hours=HoursPattern(text="Le jour.", source=SOURCE),
    codes=JobCodes(
        rome=(
            RomeCode(code="X1000", edition=RomeEdition.V3, label="Trieur"),
            RomeCode(code="X1000", edition=RomeEdition.V460, label="Trieuse / Trieur"),
        ),
        ogr="10",
        fap="A1X11",
        survey=(
            SurveyCode(code="A1Z10", label="Trieurs", until=2023),
            SurveyCode(code="A1X10", label="Trieurs", since=2024),
        ),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the invented tables."""
    made = tmp_path_factory.mktemp("tables")
    for name, text in TABLES.items():
        raw = text.encode()
        (made / name).write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return made


def coded(**changes: Any) -> Job:
    """Return the job with other codes."""
    return attrs.evolve(JOB, codes=attrs.evolve(JOB.codes, **changes))


def test_right_codes_are_silent(folder: Path) -> None:
    """Every table agrees with the job."""
    asked = (codes.rome_faults, codes.fap_faults, codes.survey_faults)

    assert [] == [fault for one in asked for fault in one(JOB, folder)]


@pytest.mark.parametrize(
    "changes, faults",
    [
        ({"rome": JOB.codes.rome[:1]}, ["trieur : aucun code ROME v460."]),
        (
            {"rome": (attrs.evolve(JOB.codes.rome[0], label="Tri"), JOB.codes.rome[1])},
            ["trieur : ROME v3 X1000 « Tri », publié « Trieur »."],
        ),
        (
            {
                "rome": (RomeCode(code="X9999", edition=RomeEdition.V3, label="Tri"), JOB.codes.rome[1]),
                "ogr": "",
            },
            ["trieur : ROME v3 X9999 « Tri », que cette édition ne publie pas."],
        ),
        ({"ogr": "11"}, ["trieur : l'appellation 11 n'est pas de X1000."]),
        ({"ogr": ""}, []),
    ],
)
def test_wrong_rome_codes_are_told(folder: Path, changes: dict[str, Any], faults: list[str]) -> None:
    """Edition by edition, with what is published."""
    assert faults == list(codes.rome_faults(coded(**changes), folder))


def test_an_edition_without_table_knows_no_code(folder: Path) -> None:
    """Nothing is guessed from another edition."""
    assert {} == rome(folder, RomeEdition.OCT_2024)


def test_a_wrong_fap_code_is_told(folder: Path) -> None:
    """Both ways: what the job is sent to, and where the code leads."""
    assert [
        "trieur : FAP A1X99, passage vers A1X11.",
        "trieur : A1X99 mène à rien, et non à A1X10.",
    ] == list(codes.fap_faults(coded(fap="A1X99"), folder))


def test_a_job_that_tells_no_code_is_told_what_it_lacks_once(folder: Path) -> None:
    """Nothing leads to nothing: each code that is absent is one sentence."""
    bare = coded(rome=(), ogr="", fap="", survey=())
    asked = (codes.rome_faults, codes.fap_faults, codes.survey_faults)

    assert [
        "trieur : aucun code ROME v3.",
        "trieur : aucun code ROME v460.",
        "trieur : FAP non dit, sans passage depuis son code ROME v3.",
        "trieur : aucun code BMO en 2023.",
        "trieur : aucun code BMO en 2024.",
        "trieur : aucun code BMO en 2025.",
    ] == [fault for one in asked for fault in one(bare, folder)]


@pytest.mark.parametrize(
    "told, faults",
    [
        (
            JOB.codes.survey[:1],
            [
                "trieur : aucun code BMO en 2024 ; le passage mène à A1X10.",
                "trieur : aucun code BMO en 2025 ; le passage mène à A1X10.",
            ],
        ),
        (
            (attrs.evolve(JOB.codes.survey[0], label="Tri"), JOB.codes.survey[1]),
            ["trieur : A1Z10 « Tri », publié « Trieurs » au BMO 2023."],
        ),
        (JOB.codes.survey[1:], ["trieur : aucun code BMO en 2023 ; le passage mène à A1Z10."]),
        (
            (SurveyCode(code="A1X10", label="Trieurs"),),
            [
                "trieur : A1X10 « Trieurs » n'est pas au BMO 2023.",
                "trieur : X1000 passe à A1Z10, et non à A1X10.",
            ],
        ),
        (
            (*JOB.codes.survey, SurveyCode(code="A1Z30", until=2023, when="qualifié")),
            [
                "trieur : A1Z30 «  » n'est pas au BMO 2023.",
                "trieur : X1000 passe à A1Z10, A1Z20, et non à A1Z10, A1Z30.",
            ],
        ),
    ],
)
def test_wrong_survey_codes_are_told(folder: Path, told: tuple[SurveyCode, ...], faults: list[str]) -> None:
    """Missing, mislabelled, or not where the Dares sends the job."""
    assert faults == list(codes.survey_faults(coded(survey=told), folder))


def agreement(idcc: str, since: str, until: str = "", successor: str = "") -> CollectiveAgreement:
    """Return an agreement of the invented branch."""
    return CollectiveAgreement(
        idcc=Idcc(idcc),
        title="Tri",
        source=SOURCE,
        since=dt.date.fromisoformat(since),
        until=dt.date.fromisoformat(until) if until else None,
        successor=Idcc(successor) if successor else None,
    )


@pytest.mark.parametrize(
    "told, faults",
    [
        # The successor begins on the published last day: the day before is the last.
        (agreement("0001", "2000-01-01", "2009-12-31", "0002"), 0),
        (agreement("0001", "2000-01-01", "2010-01-01", "0002"), 1),
        (agreement("0002", "2010-01-01"), 0),
        (agreement("0002", "2010-01-02"), 1),
        # Without a day of effect, the day of signature.
        (agreement("0003", "1999-05-05"), 0),
        # 1900 stands for a day that the ministry does not know.
        (agreement("0004", "1998-04-04"), 0),
        (agreement("0004", "1900-01-01"), 1),
        (agreement("0005", "1960-02-02"), 0),
        (agreement("9999", "2010-01-01"), 1),
    ],
)
def test_agreements_are_those_published(folder: Path, told: CollectiveAgreement, faults: int) -> None:
    """Days, successor and whether it is in force."""
    assert faults == len(list(codes.agreement_faults(told, folder)))


@pytest.mark.parametrize(
    "label, value, faults",
    [
        ("Trieurs (A1X10) : projets de recrutement", 7, 0),
        ("Trieurs (A1X10) : projets jugés difficiles", 3, 0),
        ("Tri (famille A)\N{NO-BREAK SPACE}: projets saisonniers", 1, 0),
        ("Trieurs (A1X10) : projets de recrutement", 8, 1),
        ("Trieuses (A1X10) : projets de recrutement", 7, 1),
        ("Trieurs (A1X77) : projets de recrutement", 7, 1),
        ("Trieurs (A1X10) : projets", 7, 1),
        ("Projets, trieurs (A1X10)", 7, 1),
        ("Part du temps partiel", 7, 0),
    ],
)
def test_segment_figures_are_sums_of_the_survey(folder: Path, label: str, value: float, faults: int) -> None:
    """A masked cell counts zero; a figure without survey code is another source's."""
    figure = SegmentFigure(label=label, value=value, unit="projets", year=2024, source=SOURCE)

    assert faults == len(list(codes.segment_faults(figure, folder)))


def test_a_stray_space_is_no_other_label(folder: Path) -> None:
    """One label of the survey ends with one."""
    assert "Trieurs" == survey(folder, 2025)["A1X10"].label


def test_the_folder_is_told_or_found_beside(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told wins, and is not guessed otherwise."""
    beside = tmp_path / "shared" / "data"
    beside.parent.mkdir()
    shutil.copytree(folder, beside)
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.delenv("ZEST_DATA", raising=False)
    assert beside == reference_folder()

    monkeypatch.setenv("ZEST_DATA", str(folder))
    assert folder == reference_folder()

    monkeypatch.setenv("ZEST_DATA", str(tmp_path))
    assert reference_folder() is None


def test_without_tables_a_sector_says_that_it_was_not_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loudly, with what to do."""
    monkeypatch.setenv("ZEST_DATA", str(tmp_path))

    with pytest.raises(pytest.skip.Exception, match="ZEST_DATA"):
        _ = codes.CodesConformance().folder
