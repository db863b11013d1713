"""A workbook is filled by a person, read to the cell, and loses nothing of a dossier."""

import datetime as dt
import io
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import openpyxl  # type: ignore[import-untyped]  # it ships no types
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

import zest
from zest.cli import main
from zest.errors import MissingExtraError, UnreadableFileError, UnwritableError
from zest.model.convention import HoursDerogation, StateConvention
from zest.model.dossier import Collective, Dossier
from zest.model.journey import Audience, Journey, Meeting, Training
from zest.model.outcome import ActivityResult
from zest.model.period import Period
from zest.model.structure import FinancialGuarantee, Structure
from zest.testing.strategies import dossiers
from zest.workbook import grids
from zest.workbook.cells import BadCell, from_cell, to_cell
from zest.workbook.extras import require
from zest.workbook.plan import Column, sheets
from zest.workbook.writing import to_workbook

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(file.parent for file in ROOT.glob("examples/*/zest.toml"))


def through(dossier: Dossier) -> Dossier:
    """Return a dossier written as a workbook and read back."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "classeur.xlsx"
        file.write_bytes(to_workbook(dossier))
        return zest.load(file)


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes a workbook of plain rows, one list of rows a sheet."""

    def write(**pages: list[list[Any]]) -> Path:
        path = tmp_path / "classeur.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as made:
            for name, rows in pages.items():
                page = made.add_worksheet(name.replace("_", " "))
                for line, row in enumerate(rows):
                    page.write_row(line, 0, row)
        return path

    return write


def faults(path: Path) -> list[tuple[str, str, str]]:
    """Return code, cell and message of each fault of a workbook."""
    return [(one.code, one.place.cell, one.message) for one in zest.load(path).faults]


@given(dossiers())
def test_a_dossier_is_read_as_it_was_written(dossier: Dossier) -> None:
    """Whatever words it holds; and nothing is found on the way."""
    loaded = through(dossier)

    assert () == loaded.faults
    assert dossier == loaded


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_examples_go_through(folder: Path) -> None:
    """As far as they could be read."""
    dossier = zest.load(folder)

    assert dossier == through(dossier)


UNTOLD_AND_NONE = [
    Dossier(),
    Dossier(journey=Journey()),
    Dossier(trainings=()),
    Dossier(meetings=()),
    Dossier(results=(ActivityResult(), ActivityResult())),
    Dossier(meetings=(Meeting(held_on=dt.date(1899, 1, 1), structures=()),)),
    Dossier(
        trainings=(
            Training(title="a", audience=Audience.EMPLOYEES, attendances=()),
            Training(title="b", audience=Audience.EMPLOYEES),
        )
    ),
    Dossier(
        structures=(
            Structure(key="a", name="", state_conventions=()),
            Structure(key="a", name="B", state_conventions=(StateConvention(annexes=()), StateConvention())),
            Structure(key="", name="(aucun)", derogations=(HoursDerogation(document="(aucun)"),)),
            Structure(key="ligne 2", name='"x"', guarantee=FinancialGuarantee()),
            Structure(key=" d ", name="\r_x0041_\x0b", cooperation_conventions=(Period(), Period())),
            Structure(key="(ligne vide)", name=" =1+1"),
        )
    ),
]


@pytest.mark.parametrize("dossier", UNTOLD_AND_NONE, ids=range(len(UNTOLD_AND_NONE)))
def test_untold_and_none_stay_apart(dossier: Dossier) -> None:
    """So do two rows of one key, rows that tell nothing, and texts that a cell does not keep."""
    read = through(attrs.evolve(dossier, collective=Collective(name="C")))
    told = attrs.evolve(dossier, collective=Collective(name="C"))
    strange = [one.code for one in read.faults]

    assert told == read or ["Z004"] == strange


def test_nothing_becomes_a_formula() -> None:
    """Neither a formula nor a link nor a number is made of words; what is of ours is protected."""
    nasty = ("=1+1", "+33", "-1", "@SUM(A1)", "http://x.example", "0123", "{=1}")
    members = tuple(Structure(key=f"k{rank}", name=word) for rank, word in enumerate(nasty))
    made = openpyxl.load_workbook(io.BytesIO(to_workbook(Dossier(structures=members))))
    cells = [made["Structures"].cell(row=line, column=2) for line in range(2, 2 + len(nasty))]
    formulas = [
        page.title for page in made for row in page.iter_rows() for cell in row if cell.data_type == "f"
    ]

    assert list(zip(nasty, "s" * len(nasty), strict=True)) == [(cell.value, cell.data_type) for cell in cells]
    assert not any(cell.hyperlink for cell in cells)
    assert {"Lisez-moi"} == set(formulas)
    assert made["Lisez-moi"].protection.sheet
    assert made["Listes"].protection.sheet


def test_each_sheet_helps_who_fills_it() -> None:
    """Its header is frozen, each column has its bubble, closed lists and yes-or-no have their words."""
    made = openpyxl.load_workbook(io.BytesIO(to_workbook(zest.load(ROOT / "examples/caen-exemplaire"))))
    for sheet in sheets():
        page = made[sheet.title]
        rules = page.data_validations.dataValidation
        below = [
            one for one in rules if "1" not in str(one.sqref).split(":")[0][-1:] or ":" in str(one.sqref)
        ]

        assert page.freeze_panes is not None
        assert len(sheet.columns) + sheet.ahead <= len(rules)
        assert all(one.promptTitle or one.type == "list" for one in below)
    lists = {one.formula1 for one in made["Structures"].data_validations.dataValidation if one.type == "list"}

    assert '"oui,non"' in lists
    assert any(formula.startswith("Listes!") for formula in lists)


def test_titles_are_unique_and_sheets_can_be_named_so() -> None:
    """A title names one sheet, or one column of its sheet; none is too long for a spreadsheet."""
    for sheet in sheets():
        assert [] == [title for title, n in Counter(c.title for c in sheet.columns).items() if n > 1]
        assert len(sheet.title) <= 31
    assert len(sheets()) == len({sheet.title for sheet in sheets()})


def test_the_same_dossier_gives_the_same_bytes() -> None:
    """A workbook can be compared, and kept."""
    dossier = zest.load(ROOT / "examples/caen-exemplaire")

    assert to_workbook(dossier) == to_workbook(dossier)


def test_a_person_fills_it_as_people_do(book: Callable[..., Path]) -> None:
    """French words in any case, true days, numbers for codes, columns in another order, blank rows between."""
    path = book(
        Collectif=[["nom", "", "Création"], ["C", "", dt.date(2020, 1, 2)]],
        Structures=[
            ["Nom *", "Clé", "Nature", "SIRET", "Adhère à COORACE", "Département", "Équipes informées"],
            [],
            ["A", "a", "etti", 10000017000108, "OUI", 14, "2/3/2021"],
        ],
        Offres=[
            ["Clé", "Nature", "Structures", "Métiers"],
            ["o", "Mise à disposition", "a", "serveur ; plongeur"],
        ],
        Engagements=[
            ["Offres", "Clé", "Seuil d'un cas", "Objectif (part des cas)"],
            ["o", "reponse", "48", "0,9"],
        ],
        Missions=[
            ["Clé", "Structure", "Heures", "Prise de poste"],
            ["m", "a", "1 250,5", "02/03/2021 à 9h30"],
        ],
    )
    dossier = zest.load(path)
    [structure], [offer], [mission] = dossier.structures, dossier.offers, dossier.missions

    assert () == dossier.faults
    assert ("ETTI", "10000017000108", True, "14") == (
        structure.kind, structure.siret, structure.coorace_member, structure.department,
    )  # fmt: skip
    assert dt.date(2021, 3, 2) == structure.teams_informed_on
    assert ("lending", ("a",), ("serveur", "plongeur")) == (offer.kind, offer.structures, offer.jobs)
    assert offer.commitments is not None
    assert (48, 0.9) == (offer.commitments[0].threshold, offer.commitments[0].target)
    assert (1250.5, dt.datetime(2021, 3, 2, 9, 30)) == (mission.hours, mission.starts_at)


def test_each_fault_is_told_at_its_cell(book: Callable[..., Path]) -> None:
    """All in one run, each once; what is not at fault is there to be judged."""
    path = book(
        Collectif=[["Nom", "Fictif"], ["C", "oui"]],
        Structures=[
            ["Clé", "Nom", "Nature", "SIRET", "Adhère à COORACE", "Équipes informées"],
            ["a", "A", "ETI", "123", "peut-être", "31/02/2021"],
            ["b", "", "AI", "", "", "bientôt"],
            ["c", "C", "AI", "8,12E+13", "oui", dt.datetime(2021, 1, 1, 9, 30)],
        ],
        Dérogations_d_heures=[["Clé"]],
        Conventions_de_coopération=[["Structures", "Premier jour"], ["z", dt.date(2020, 1, 1)], ["", dt.date(2020, 1, 1)]],
        Titres_du_salarié=[["Clé"], ["x"]],
        Missions=[["Clé", "Structure", "Heures"], ["m", "a", "beaucoup"]],
    )  # fmt: skip
    found = faults(path)
    dossier = zest.load(path)
    report = zest.check(dossier, as_of=dt.date(2026, 1, 1))

    assert [
        ("Z002", "'Dérogations d heures'"),
        ("Z002", "Collectif!B1"),
        ("Z004", "Structures!C2"),
        ("Z004", "Structures!E2"),
        ("Z004", "Structures!F2"),
        ("Z004", "Structures!F3"),
        ("Z004", "Structures!F4"),
        ("Z004", "'Conventions de coopération'!A2"),
        ("Z004", "'Conventions de coopération'!A3"),
        ("Z004", "Missions!C2"),
        ("Z005", "'Titres du salarié'!A2"),
        ("Z004", "Structures!D2"),
        ("Z005", "Structures!A3"),
        ("Z004", "Structures!D4"),
    ] == [one[:2] for one in found]
    assert "vouliez-vous dire « ETTI » ?" in found[2][2]
    assert dossier.sources.lost(("missions", 0, "hours"))
    assert ["a", "c"] == [one.key for one in dossier.structures]
    assert "classeur.xlsx:Structures!A4" in {str(one.place)[-27:] for one in report.findings}


def test_a_second_collective_or_a_column_given_twice_is_a_fault(book: Callable[..., Path]) -> None:
    """Neither silently takes the place of the first."""
    path = book(Collectif=[["Nom", "Note", "nom"], ["C", "", "D"], ["E"]])

    assert [("Z002", "Collectif!C1"), ("Z004", "Collectif!A3")] == [one[:2] for one in faults(path)]
    assert "C" == zest.load(path).name


def test_a_finding_of_a_rule_stands_at_its_cell(
    book: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """``zest check classeur.xlsx`` names sheet and cell, on the screen and for programs."""
    path = book(
        Collectif=[["Nom"], ["C"]],
        Structures=[["Clé", "Nom", "Adhère à COORACE"], ["a", "A", "non"]],
    )

    assert 1 == main(["check", str(path)])
    assert "classeur.xlsx:Structures!C2" in capsys.readouterr().out
    assert 1 == main(["check", str(path), "--format", "json"])
    assert '"sheet": "Structures"' in capsys.readouterr().out


def test_what_is_no_workbook_of_a_dossier_is_refused(tmp_path: Path, book: Callable[..., Path]) -> None:
    """Absent, of another program, damaged, without one of its sheets: a sentence that says what to do."""
    (tmp_path / "a.xlsx").write_text("a")
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as archive:
        archive.writestr("x", "y")

    for path, words in (
        (tmp_path / "no.ods", "n'existe pas"),
        (tmp_path / "a.xlsx", "abîmé"),
        (tmp_path / "b.xlsx", "abîmé"),
        (book(Feuille1=[["a"]]), "n'a aucune des feuilles d'un dossier"),
    ):
        with pytest.raises(UnreadableFileError, match=words):
            zest.load(path)


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that unpacks to more than a dossier may hold, or a sheet of too many cells."""
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(grids.LARGEST + 1))
    with pytest.raises(UnreadableFileError, match="bien plus grand"):
        zest.load(tmp_path / "a.xlsx")
    (tmp_path / "b.xlsx").write_bytes(to_workbook(zest.load(ROOT / "examples/caen-exemplaire")))
    monkeypatch.setattr(grids, "MOST", 10)
    with pytest.raises(UnreadableFileError, match="plus de 10 cellules"):
        zest.load(tmp_path / "b.xlsx")


def test_a_cell_lost_far_away_is_refused_before_its_sheet_is_opened(tmp_path: Path) -> None:
    """What lies between would take more memory than there is."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet("Collectif").write("XFD1048576", "x")

    with pytest.raises(UnreadableFileError, match="« Collectif » .* XFD1048576"):
        zest.load(tmp_path / "a.xlsx")


def test_a_text_that_no_cell_holds_is_refused() -> None:
    """In a sentence."""
    with pytest.raises(UnwritableError, match="32767"):
        to_workbook(Dossier(collective=Collective(name="C", note="x" * 40_000)))


def test_a_missing_extra_is_named() -> None:
    """With what to type."""
    with pytest.raises(MissingExtraError, match="tableur"):
        require("no_such_module")


def _column(kind: Any, *, several: bool = False) -> Column:
    return Column(path=("x",), title="X", words="", kind=kind, several=several, default=None, optional=True)


@pytest.mark.parametrize(
    "cell,kind,value",
    [
        (True, bool, True),
        ("Vrai", bool, True),
        ("n", bool, False),
        (True, str, "oui"),
        (3.0, str, "3"),
        (2.5, str, "2.5"),
        (dt.date(2020, 1, 2), str, "2020-01-02"),
        ('"a" et "b"', str, '"a" et "b"'),
        (dt.datetime(2020, 1, 2), dt.date, dt.date(2020, 1, 2)),
        (dt.date(2020, 1, 2), dt.datetime, dt.datetime(2020, 1, 2)),
        ("2020-01-02", dt.date, dt.date(2020, 1, 2)),
        ("1e3", float, 1000),
        (4, int, 4),
    ],
)
def test_a_cell_is_read_as_its_column_wants(cell: object, kind: Any, value: Any) -> None:
    """Whatever a spreadsheet made of what was typed."""
    assert value == from_cell(cell, _column(kind))


@pytest.mark.parametrize("kind", [bool, float, dt.date, dt.datetime])
@given(
    cell=st.text(min_size=1, max_size=8) | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
)
def test_a_cell_is_read_or_refused_in_a_sentence(kind: Any, cell: object) -> None:
    """Never another error."""
    told = ""
    try:
        from_cell(cell, _column(kind))
    except BadCell as error:
        told = str(error)

    assert not told or told.endswith(".")


@given(st.lists(st.text(max_size=5), max_size=4))
def test_a_list_of_any_words_is_one_cell(words: list[str]) -> None:
    """Semicolons, quotes, blanks and line ends included."""
    column = _column(str, several=True)

    assert words == from_cell(to_cell(tuple(words), column), column)


def test_one_number_is_a_list_of_one() -> None:
    """A département typed alone becomes a number in the hands of a spreadsheet."""
    assert ["14"] == from_cell(14.0, _column(str, several=True))
