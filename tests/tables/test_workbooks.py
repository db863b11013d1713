"""What a workbook hides: other sheets, cells in error, formulas that nobody computed, cells lost far away."""

import time
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from zest.errors import UnreadableFileError
from zest.findings import Severity
from zest.tables import sheet_parts
from zest.tables.mapping import Reading, TableMapping
from zest.tables.reading import read_table
from zest.tables.sheet_parts import Survey, survey
from zest.tables.table import Table

xlsxwriter = pytest.importorskip("xlsxwriter")

HEADER = ["id_mission", "structure", "client", "salarie", "debut", "heures"]


def row(number: int, hours: Any = 7.5) -> list[Any]:
    """Return a sound row."""
    return [f"M{number}", "bocage", "hôtel", f"s-{number}", f"0{number}/06/2026", hours]


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], **far: str) -> Path:
    """Write a workbook; ``far`` are texts at some references of its first sheet."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for rank, cells in enumerate(rows):
                sheet.write_row(rank, 0, cells)
        for reference, text in far.items():
            book.worksheets()[0].write(reference, text)
    return path


def rewritten(path: Path, part: str, *changes: tuple[str, str]) -> Path:
    """Change the XML of one part of a workbook."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    for old, new in changes:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


def told(table: Table) -> list[tuple[str, int]]:
    """Return the code and the row of each finding."""
    return [(one.code, one.place.line) for one in table.findings]


FIRST = "xl/worksheets/sheet1.xml"


def test_a_second_sheet_that_holds_the_table_is_told(tmp_path: Path) -> None:
    """Its rows are not read, and a warning says so, with what to do."""
    sheets = {"Juin": [HEADER, row(1)], "Juillet": [HEADER, row(2)], "Août": [HEADER], "Notes": [["lu le 3"]]}

    table = read_table(workbook(tmp_path / "missions.xlsx", sheets))

    [found] = table.findings
    assert (1, "Z060", Severity.WARNING) == (table.kept, found.code, found.severity)
    assert "« Juillet » porte le même tableau que la feuille « Juin »" in found.message


def test_a_sheet_that_is_asked_for_is_the_only_one_looked_at(tmp_path: Path) -> None:
    """Who names a sheet knows that there are others."""
    path = workbook(tmp_path / "missions.xlsx", {"Juin": [HEADER, row(1)], "Juillet": [HEADER, row(2)]})

    table = read_table(path, mapping=TableMapping(reading=Reading(sheet="Juillet")))

    assert (["M2"], ()) == (table.frame.collect()["id_mission"].to_list(), table.findings)


def test_the_table_may_be_on_another_sheet_than_the_first(tmp_path: Path) -> None:
    """The first sheet with the columns that any row must have is the one."""
    path = workbook(tmp_path / "missions.xlsx", {"Lisez-moi": [["Export"]], "Données": [HEADER, row(1)]})

    table = read_table(path)

    assert (1, ()) == (table.kept, table.findings)


def test_a_sheet_beside_that_cannot_be_read_holds_no_table(tmp_path: Path) -> None:
    """The first one is read all the same."""
    path = workbook(tmp_path / "missions.xlsx", {"Juin": [HEADER, row(1)], "Brouillon": [HEADER, row(2)]})
    lost = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'

    table = read_table(rewritten(path, "xl/worksheets/sheet2.xml", ("</sheetData>", lost)))

    assert (1, ()) == (table.kept, table.findings)


def test_a_cell_in_error_is_unreadable(tmp_path: Path) -> None:
    """Whatever its column holds, and whatever wrote it; a reference in error sets its row aside."""
    path = workbook(tmp_path / "missions.xlsx", {"A": [HEADER, row(1), row(2, "fin"), row(3)]})
    errors = [('r="F3" t="s"><v>', 'r="F3" t="e"><f>A9</f><v>#REF!</v></c><c r="J3" t="s"><v>')]
    (tmp_path / "missions.csv").write_text(f"{';'.join(HEADER)}\n#N/A;b;c;s;08/06/2026;#VALEUR!\n")

    table = read_table(rewritten(path, FIRST, *errors))
    exported = read_table(tmp_path / "missions.csv")

    assert [("Z053", 3)] == told(table)
    assert "colonne « heures » : une erreur de calcul ; corrigez sa formule" in table.findings[0].message
    assert ([("Z053", 2)] * 2, 0) == (told(exported), exported.kept)


def test_a_formula_that_nobody_computed_is_unreadable(tmp_path: Path) -> None:
    """A library wrote it and no spreadsheet opened it; one whose result is an empty text is blank."""
    path = workbook(
        tmp_path / "missions.xlsx", {"A": [HEADER, row(1, 51), row(2, 52), row(3, 53), row(4, 54)]}
    )
    changes = [
        ("<v>51</v>", "<f>3+4.5</f><v></v>"),
        ("<v>52</v>", "<f>3+4.5</f>"),
        ('r="F4"><v>53</v>', 'r="F4" t="str"><f>""</f><v></v>'),
        ("<v>54</v>", "<f>3+4.5</f><v>7.5</v>"),
    ]

    table = read_table(rewritten(path, FIRST, *changes))

    assert [("Z053", 2), ("Z053", 3)] == told(table)
    assert "enregistrez-le" in table.findings[0].message
    assert [None, None, None, 7.5] == table.frame.collect()["heures"].to_list()


def test_rows_of_nothing_but_formulas_that_nobody_computed_are_rows(tmp_path: Path) -> None:
    """They stand below the last row that the reader of workbooks sees, or right of its last column."""
    path = workbook(tmp_path / "missions.xlsx", {"A": [HEADER, row(1), ["M2"]]})
    bare = '<c r="A4"><f>A3</f></c><c r="Z4"><f>A3</f><v/></c><c s="0"><f>A3</f></c>'

    table = read_table(rewritten(path, FIRST, ("</sheetData>", f'<row r="4">{bare}</row></sheetData>')))

    assert ("Z053", 4) in told(table)
    assert (3, 1) == (table.read, table.kept)


@pytest.mark.parametrize("far", ["XFD1048576", "XFD12", "Z1048576"])
def test_a_cell_lost_far_away_is_told_before_the_sheet_is_read(far: str, tmp_path: Path) -> None:
    """The reader of workbooks would make room for all that lies between, and take the program down with it."""
    path = workbook(tmp_path / "missions.xlsx", {"Juin": [HEADER, row(1)]}, **{far: "x"})
    start = time.monotonic()

    with pytest.raises(UnreadableFileError, match=f"« Juin » .* une cellule perdue en {far}"):
        read_table(path)

    assert time.monotonic() - start < 5


def test_a_cell_that_is_only_painted_is_not_lost(tmp_path: Path) -> None:
    """Spreadsheets paint whole columns; other names of the same marks are read alike."""
    path = workbook(tmp_path / "missions.xlsx", {"Juin": [HEADER, row(1)]})
    painted = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    prefixed = [("</", "</x:"), ("<", "<x:"), ("<x:/x:", "</x:"), ("<x:?", "<?"), ("xmlns=", "xmlns:x=")]

    table = read_table(rewritten(path, FIRST, ("</sheetData>", painted), *prefixed))

    assert 1 == table.kept


def test_a_workbook_of_another_kind_has_no_such_parts(tmp_path: Path) -> None:
    """It is looked at by its reader alone."""
    with zipfile.ZipFile(tmp_path / "missions.ods", "w") as book:
        book.writestr("content.xml", "<x/>")

    assert Survey() == survey(tmp_path / "missions.ods", 0, "Juin", "missions.ods")


def test_a_row_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not gathered whole to be looked at."""
    monkeypatch.setattr(sheet_parts, "LONGEST", 100)
    path = workbook(tmp_path / "missions.xlsx", {"Juin": [HEADER, row(1)]})

    with pytest.raises(UnreadableFileError, match="sans fin"):
        read_table(path)


@pytest.mark.parametrize("part", ["xl/_rels/workbook.xml.rels", FIRST])
def test_a_part_that_is_not_there_is_told_by_the_reader(part: str, tmp_path: Path) -> None:
    """In its own words: the workbook is damaged."""
    path = workbook(tmp_path / "missions.xlsx", {"Juin": [HEADER, row(1)]})
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist() if name != part}
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)

    with pytest.raises(UnreadableFileError, match=r"missions\.xlsx"):
        read_table(path)


def test_what_the_parts_do_not_tell_is_left_to_the_reader(tmp_path: Path) -> None:
    """A workbook whose parts cannot be found is looked at by nobody else."""
    path = workbook(tmp_path / "missions.xlsx", {"Juin": [HEADER, row(1)]})

    table = read_table(rewritten(path, "xl/_rels/workbook.xml.rels", ('"', "'")))

    assert 1 == table.kept
