"""Files of the survey in every form they come in, and what is refused."""

import gzip
from pathlib import Path

import pytest

pytest.importorskip("polars")
pytest.importorskip("fastexcel")

from zest.errors import UnreadableFileError
from zest.opportunities.counting import needs
from zest.opportunities.finding import survey_files
from zest.opportunities.reading import read_editions
from zest.opportunities.survey import Bounds, Need, Share

ROW = "S2X60,Employés,V,Vente,28,Normandie,14,Calvados,2817,CAEN,20,12,*"
HEAD = "Code métier BMO,Nom métier BMO,Famille_met,Lbl_fam_met,REG,NOM_REG,Dept,NomDept,BE25,NOMBE25,met,xmet,smet"
NEED = Need(projects=Bounds(20, 20), difficult=Bounds(12, 12), seasonal=Bounds(0, 4), cells=1)


def written(folder: Path, text: str | bytes, name: str = "bmo.csv") -> Path:
    """Write a file."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(path: Path) -> tuple[int, dict[str, Need]]:
    """Read its one edition."""
    [one] = read_editions([path])
    return one.year, dict(needs(one.rows))


@pytest.mark.parametrize(
    "header",
    [
        HEAD,
        f"annee,{HEAD}".replace("BE25", "BE26"),
        HEAD.replace("Code métier BMO", "code métier BMO").replace("Nom métier BMO", "nom_metier BMO"),
        HEAD.replace("Code métier BMO", "metier").replace("Nom métier BMO", "nommetier").replace("BE25", "BE19"),
        HEAD.replace("Famille_met", "Famille_metier").replace("NOMBE25", "NOMBE20").replace("BE25", "BE20"),
        f"ANNEE,{HEAD},clpe".replace("BE25", "BE26"),
    ],
    ids=["2025", "2026", "2020", "2019", "famille", "clpe"],
)  # fmt: skip
def test_every_edition_names_its_columns_in_its_own_way(tmp_path: Path, header: str) -> None:
    """The year is that of its column, or of the basin's name."""
    year = 2026 if "BE26" in header else 2019 if "BE19" in header else 2020 if "BE20" in header else 2025
    row = (
        (f"{year}," if header.lower().startswith("annee") else "") + ROW + (",x" if "clpe" in header else "")
    )

    assert (year, {"S2X60": NEED}) == read(written(tmp_path, f"{header}\n{row}\n"))


@pytest.mark.parametrize(
    "name, change",
    [
        ("bmo.csv", lambda text: text.replace(",", ";").encode()),
        ("bmo.csv", lambda text: text.replace("\n", "\r\n").encode("utf-8-sig")),
        ("bmo.CSV", lambda text: text.encode("cp1252")),
        ("bmo.csv.gz", lambda text: gzip.compress(text.encode())),
        ("bmo.csv", lambda text: (text + ",,,,,,,,,,,,\n").encode()),
    ],
    ids=["semicolon", "mark", "windows", "gzip", "empty row"],
)
def test_every_form_of_text_is_read(tmp_path: Path, name: str, change: object) -> None:
    """Separator, encoding and compression are found."""
    raw = change(f"{HEAD}\n{ROW}\n")  # type: ignore[operator]

    assert (2025, {"S2X60": NEED}) == read(written(tmp_path, raw, name))


def test_a_workbook_is_read_below_its_title_in_the_sheet_that_holds_it(tmp_path: Path) -> None:
    """Numbers of a spreadsheet lose nothing: « 01 » was written 1, 20 was written 20.0."""
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "bmo.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Lisez-moi").write(0, 0, "Enquête")
        sheet = book.add_worksheet("BMO_2025_open_data")
        sheet.write(0, 0, "Enquête BMO")
        sheet.write_row(2, 0, HEAD.split(","))
        sheet.write_row(
            3, 0, ["S2X60", "Employés", "V", "Vente", 84, "ARA", 1, "Ain", 8401, "BOURG", 20, 12, "*"]
        )
    [one] = read_editions([path])

    assert {"S2X60": NEED} == dict(needs(one.rows))
    assert ("01", "8401") == (one.rows["department"][0], one.rows["basin"][0])


@pytest.mark.parametrize(
    "text, told",
    [
        ("", "est vide"),
        ("a,b\n1,2\n", "il lui manque « Code métier BMO »"),
        (
            f"{HEAD.replace('BE25', 'bassin').replace('NOM', '')}\n{ROW}\n",
            "« BE suivi de l'année (BE25) », « annee »",
        ),
        (f"{HEAD}\n{ROW[:-1]}douze\n", "bmo.csv:2 : « douze » n'est pas admis dans la colonne « smet »"),
        (f"{HEAD}\n{ROW[:-1]}21\n", "bmo.csv:2 : « 21 » n'est pas admis dans la colonne « smet »"),
        (
            f"{HEAD}\n{ROW}\n,Employés,V,Vente,28,N,14,C,2817,CAEN,20,12,*\n",
            "bmo.csv:3 : «  » n'est pas admis",
        ),
        (f"annee,{HEAD}\n1999,{ROW}\n", "« 1999 » n'est pas admis"),
        (f"{HEAD}\n{ROW}\n{ROW.replace('20', '21')}\n", "deux lignes différentes"),
        (f"{HEAD}\n", "que des en-têtes"),
        (f"{HEAD}\n{ROW},1,2,3\n", "n'est pas un tableau"),
        (b"PK\0\0", "n'est pas un tableau en texte"),
    ],
)
def test_what_is_no_edition_is_refused_with_its_row(tmp_path: Path, text: str | bytes, told: str) -> None:
    """One French sentence, never a guess."""
    with pytest.raises(UnreadableFileError) as refused:
        read_editions([written(tmp_path, text)])

    assert told in str(refused.value)


def test_files_that_cannot_be_opened_are_refused(tmp_path: Path) -> None:
    """Absent, of another kind, damaged, without the sheet."""
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(tmp_path / "autre.xlsx") as book:
        book.add_worksheet("Feuille")
    given = {
        "rien.csv": "n'existe pas",
        "autre.xlsx": "Aucune feuille du classeur",
        "casse.xlsx": "n'est pas un classeur lisible",
        "casse.csv.gz": "ne se décompresse pas",
        "page.pdf": "n'est ni un CSV",
    }
    for name in ("casse.xlsx", "casse.csv.gz", "page.pdf"):
        written(tmp_path, "rien", name)

    for name, words in given.items():
        with pytest.raises(UnreadableFileError, match=words):
            read_editions([tmp_path / name])


def test_a_file_larger_than_any_edition_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small archive may hold gigabytes: no more than the bound is ever read."""
    monkeypatch.setattr("zest.opportunities.opening.MOST", 100)

    with pytest.raises(UnreadableFileError, match="trop grand"):
        read_editions([written(tmp_path, gzip.compress(b"x" * 1_000), "bmo.csv.gz")])


def test_a_file_that_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is the system's own."""

    def refuse(_: Path, __: str) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, f"{HEAD}\n{ROW}\n")
    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(UnreadableFileError, match="ne peut pas être lu"):
        read_editions([path])


def test_a_folder_gives_its_editions_and_passes_over_what_lies_beside(tmp_path: Path) -> None:
    """Other tables may bear the same name."""
    edition = written(tmp_path, f"{HEAD}\n{ROW}\n", "bmo_2025.csv")
    written(tmp_path, "a,b\n1,2\n", "bmo_metiers.csv")
    written(tmp_path, "", "bmo_vide.csv")
    written(tmp_path, f"{HEAD}\n{ROW}\n", "autre.csv")

    assert (edition,) == survey_files([str(tmp_path)])
    assert (edition,) == survey_files([str(edition), str(edition)])


def test_the_folder_of_public_data_is_told_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a file, the message says what to download and where to put it."""
    monkeypatch.setenv("ZEST_DATA", str(tmp_path))
    with pytest.raises(UnreadableFileError, match=r"data\.gouv\.fr .* « --bmo FICHIER »"):
        survey_files([])
    edition = written(tmp_path, f"{HEAD}\n{ROW}\n", "bmo_2025.csv")

    assert (edition,) == survey_files([])
    monkeypatch.delenv("ZEST_DATA")
    empty = tmp_path / "vide"
    empty.mkdir()
    with pytest.raises(UnreadableFileError, match="^Aucun fichier"):
        survey_files([])
    with pytest.raises(UnreadableFileError, match="^« .* » : Aucun fichier"):
        survey_files([str(empty)])


@pytest.mark.parametrize(
    "need, share",
    [
        (Need(), Share(0.0, 1.0)),
        (Need(projects=Bounds(0, 4), difficult=Bounds(0, 4)), Share(0.0, 1.0)),
        (Need(projects=Bounds(10, 10), difficult=Bounds(5, 5)), Share(0.5, 0.5)),
        (Need(projects=Bounds(96, 100), difficult=Bounds(48, 52)), Share(0.48, 0.52)),
    ],
)
def test_a_share_is_bounded_on_both_sides(need: Need, share: Share) -> None:
    """With nothing published, nothing is known."""
    assert share == need.difficult_share


def test_masks_never_count_for_zero_nor_for_more_than_their_whole(tmp_path: Path) -> None:
    """A masked part is at most its published whole, and at most four."""
    rows = [ROW, ROW.replace("20,12,*", "*,*,*").replace("2817", "2818"), ROW.replace("20,12,*", "3,*,*").replace("2817", "2819")]  # fmt: skip
    _, told = read(written(tmp_path, "\n".join([HEAD, *rows])))

    assert Need(
        projects=Bounds(23, 27), difficult=Bounds(12, 12 + 4 + 3), seasonal=Bounds(0, 4 + 4 + 3), cells=3, masked=1
    ) == told["S2X60"]  # fmt: skip


def test_a_row_in_two_files_of_one_edition_is_counted_once(tmp_path: Path) -> None:
    """An extract beside the whole adds nothing; a row that differs is refused elsewhere."""
    other = ROW.replace("2817", "2818")
    whole = written(tmp_path, f"{HEAD}\n{ROW}\n{other}\n", "bmo_france.csv")
    extract = written(tmp_path, f"{HEAD}\n{other}\n", "bmo_bassin.csv")
    [one] = read_editions([whole, extract])

    assert (2, ("bmo_france.csv", "bmo_bassin.csv")) == (one.rows.height, one.files)
