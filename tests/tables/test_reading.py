"""Reading a file: what it is found to be, what is told of it, and what is refused."""

import datetime as dt
import gc
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from zest.errors import MissingExtraError, UnknownTableError, UnreadableFileError
from zest.findings import Severity
from zest.tables import reading, sources, texts
from zest.tables.faults import MOST, Faults
from zest.tables.mapping import ColumnMapping, Reading, TableMapping
from zest.tables.reading import read_table
from zest.tables.spool import Spool
from zest.tables.table import Table

Written = Callable[..., Path]

HEADER = "id_mission;structure;client;salarie;debut;heures"


def row(number: int, **cells: str) -> str:
    """Return a sound line of missions, but for some cells."""
    told = {
        "key": f"M{number}",
        "structure": "bocage",
        "client": "c",
        "who": "s-1",
        "day": "08/06/2026",
        "hours": "7",
    }
    return ";".join({**told, **cells}.values())


def codes(table: Table) -> list[tuple[str, int]]:
    """Return the code and the row of each finding."""
    return [(f.code, f.place.line) for f in table.findings]


def read(given: Any, **mapping: Any) -> Table:
    """Read with how the file is written stated."""
    return read_table(given, mapping=TableMapping(reading=Reading(**mapping)))


def test_a_title_above_the_header_is_passed_over(written: Written) -> None:
    """The header is the row that names the most columns; rows are numbered as the file numbers them."""
    table = read_table(written("Export du 12/06/2026", "", ";;;", HEADER, row(1)))

    assert ([], [5]) == (codes(table), table.frame.collect()["_ligne"].to_list())


def test_the_row_of_the_header_may_be_stated(written: Written) -> None:
    """What stands above is not looked at."""
    path = written(HEADER, row(1), HEADER, row(2))

    assert ["M2"] == read(path, header_row=3).frame.collect()["id_mission"].to_list()


def test_a_header_beyond_the_end_is_refused(written: Written, tmp_path: Path) -> None:
    """With the row that was stated, whatever the file is."""
    pl.DataFrame({"a": ["b"]}).write_excel(tmp_path / "missions.xlsx")

    for path in (written(HEADER, row(1)), tmp_path / "missions.xlsx"):
        with pytest.raises(UnreadableFileError, match="n'a pas de ligne 40, .*header_row"):
            read(path, header_row=40)


def test_the_row_of_the_header_may_be_deep(tmp_path: Path) -> None:
    """Deeper than it is looked for when nobody states it."""
    rows = [["titre"] * 6] * 30 + [HEADER.split(";"), row(1).split(";")]
    pl.DataFrame(rows, orient="row").write_excel(tmp_path / "missions.xlsx", include_header=False)

    assert 1 == read(tmp_path / "missions.xlsx", header_row=31).kept


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\n\n\n", b"\xef\xbb\xbf \r\n\t\r\n"])
def test_a_file_without_a_word_is_empty(content: bytes, tmp_path: Path) -> None:
    """And is not said to lack each column."""
    (tmp_path / "missions.csv").write_bytes(content)

    with pytest.raises(UnreadableFileError, match="est vide"):
        read_table(tmp_path / "missions.csv")


def test_nul_characters_are_told_with_their_row(tmp_path: Path) -> None:
    """Of the first one; a file of nothing else is no text."""
    for content, row_ in ((f"{HEADER}\nM1;boc\0age\n".encode(), 2), (bytes(1_000), 1)):
        (tmp_path / "missions.csv").write_bytes(content)
        with pytest.raises(UnreadableFileError, match=f"caractères nuls, le premier à la ligne {row_} "):
            read_table(tmp_path / "missions.csv")


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16"])
def test_marked_encodings_are_read(encoding: str, written: Written) -> None:
    """The mark of one begins as that of the other."""
    assert 1 == read_table(written(HEADER, row(1), encoding=encoding)).kept


def test_the_name_of_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    """It is told absent; one that is there is told how to be named; a cluster is not looked into."""
    (tmp_path / "Mission 2026.csv").write_text(HEADER)

    with pytest.raises(UnreadableFileError, match=r"export\.csv » n'existe pas"):
        reading.table_name(tmp_path / "export.csv")
    with pytest.raises(UnknownTableError, match=r"comme « missions-mission-2026\.csv »"):
        reading.table_name(tmp_path / "Mission 2026.csv")
    with pytest.raises(UnknownTableError, match="de quel tableau"):
        reading.table_name(Path("s3://exports/juin"))


@pytest.mark.parametrize(
    "cell,column,mapping,said",
    [
        (
            "7,5",
            "heures",
            ColumnMapping(unit="h:mm"),
            "« 7,5 » ne se lit pas ; il faut des heures et des minutes",
        ),
        (
            "7h30",
            "heures",
            ColumnMapping(unit="heures"),
            "« 7h30 » ne se lit pas ; il faut des heures, comme 7,5.",
        ),
        ("sept", "heures", ColumnMapping(), "il faut des heures, comme 7,5 ou 7h30"),
        ("46181", "fin", ColumnMapping(), "une date que le tableur a réduite à un nombre"),
        ("460", "fin", ColumnMapping(), "il faut un jour, comme"),
        ("x", "poste_a_risque", ColumnMapping(), r"un autre mot se dit dans « columns\.toml » \(values\)"),
    ],
)
def test_what_cannot_be_read_says_what_would_be(
    cell: str, column: str, mapping: ColumnMapping, said: str, written: Written
) -> None:
    """As the mapping has it, where it says something."""
    path = written(f"id_mission;structure;client;salarie;debut;{column}", f"M1;b;c;s-1;08/06/2026;{cell}")

    [found] = read_table(path, mapping=TableMapping(columns={column: mapping})).findings

    assert re.search(said, found.message)


def test_a_header_may_end_with_separators(written: Written) -> None:
    """They name no column."""
    assert [] == codes(read_table(written(f"{HEADER};;", f"{row(1)};;")))


def test_a_carriage_return_within_a_line_ends_nothing(written: Written) -> None:
    """Neither in the title nor in a cell."""
    table = read_table(written("Export\rde juin", HEADER, row(1, client="a\rb")))

    assert ([], [(3, "a\rb")]) == (codes(table), table.frame.collect().select("_ligne", "client").rows())


def test_an_endless_line_is_no_header(written: Written) -> None:
    """The header is looked for beyond it."""
    assert 1 == read_table(written("x" * 200_000, HEADER, row(1))).kept


def test_excel_may_tell_the_separator(written: Written) -> None:
    """Its first line is a hint, not a header."""
    table = read_table(written("sep=;", HEADER, row(1)))

    assert ([], [3]) == (codes(table), table.frame.collect()["_ligne"].to_list())


def test_a_separator_may_be_stated(written: Written) -> None:
    """Any sign may be."""
    assert 1 == read(written(*(line.replace(";", "~") for line in (HEADER, row(1)))), separator="~").kept


def test_quotes_may_be_plain_signs(written: Written) -> None:
    """Some exports never quote."""
    table = read(written(HEADER, row(1, client='le "Port')), quotes=False)

    assert ([], ['le "Port']) == (codes(table), table.frame.collect()["client"].to_list())


def test_a_cell_may_hold_several_lines(written: Written) -> None:
    """In quotes; the rows after it are numbered as a spreadsheet numbers them."""
    table = read_table(written(HEADER, row(1, client='"un\ndeux; ""trois"""'), row(2)))

    assert [] == codes(table)
    assert [('un\ndeux; "trois"', 2), ("c", 3)] == table.frame.collect().select("client", "_ligne").rows()


def test_a_quote_that_never_closes_swallows_nothing(written: Written) -> None:
    """Its row is read without it; the others are as they were."""
    table = read_table(
        written(HEADER, row(1), row(2, client='"le Port'), row(3), row(4, client='"a;b"'), row(5))
    )

    assert [("Z007", 3)] == codes(table)
    assert ["c", "le Port", "c", "a;b", "c"] == table.frame.collect()["client"].to_list()


def test_a_file_without_its_last_line_end_is_read_whole(tmp_path: Path) -> None:
    """Even when its last cell has an odd quote."""
    path = tmp_path / "missions.csv"
    path.write_text(f"{HEADER}\n{row(1)}\n{row(2, client=chr(34) + 'x')}", "utf-8")

    assert ["c", "x"] == read_table(path).frame.collect()["client"].to_list()


@pytest.mark.parametrize("rows", [(), ("",), (";;;;;",)])
def test_a_file_with_a_header_alone_has_no_row_and_no_share(written: Written, rows: tuple[str, ...]) -> None:
    """A rate without cases is never given."""
    table = read_table(written(HEADER, *rows))

    assert (0, 0, None, 0) == (table.read, table.kept, table.share, table.frame.collect().height)


def test_columns_beyond_the_schema_are_told_once(written: Written) -> None:
    """As a matter of information; a column without a name is left."""
    table = read_table(written(f"{HEADER};Ville;;Téléphone", f"{row(1)};Caen;;02"))

    [found] = table.findings
    assert (Severity.INFO, "Z051") == (found.severity, found.code)
    assert "« Ville », « Téléphone »" in found.message
    assert {"Z051": 2} == dict(table.counts)


def test_many_columns_beyond_the_schema_are_not_all_named(written: Written) -> None:
    """A dozen is enough to recognise a file."""
    names = ";".join(f"n{rank}" for rank in range(20))

    assert "n11 » et 8 autres." in read_table(written(f"{HEADER};{names}", row(1))).findings[0].message


def test_a_required_column_that_is_missing_is_told_with_the_nearest_name(written: Written) -> None:
    """One finding, not one for each row, and no row is kept: none could be counted."""
    table = read_table(written(HEADER.replace("debut", "Date début"), row(1), row(2)))

    assert ["Z051", "Z052"] == [code for code, _ in codes(table)]
    assert "« debut » manque ; est-ce « Date début » ?" in table.findings[1].message
    assert (2, 0, 2) == (table.read, table.kept, table.aside)


def test_a_file_without_a_known_header_repeats_none_of_its_cells(written: Written) -> None:
    """Its first row may be a person's."""
    table = read_table(written("Dupont;Marie;12/03/1985", "Durand;Luc;01/01/1990"))

    assert 5 == len(table.findings)
    assert not any("Dupont" in found.message or "Marie" in found.message for found in table.findings)


def test_a_column_given_twice_is_read_once(written: Written) -> None:
    """The first one; the other is told."""
    table = read_table(written(f"{HEADER};Début", f"{row(1)};09/06/2026"))

    assert [("Z051", 1)] == codes(table)
    assert dt.date(2026, 6, 8) == table.frame.collect()["debut"][0]


def test_a_message_tells_the_column_as_the_file_names_it_and_the_value(written: Written) -> None:
    """What is at fault can be found with a search in the file."""
    table = read_table(written(HEADER.replace("debut", "Début"), row(1, day="31/02/2024")))

    [found] = table.findings
    assert "Ligne 2, colonne « Début » : « 31/02/2024 » ne se lit pas" in found.message
    assert ("missions", "M1", "debut") == found.identity
    assert "missions.csv:2" in str(found.place)


@pytest.mark.parametrize(
    "cells",
    [
        {"day": "Marie Dupont"},
        {"hours": "1 85 05 78 006 084 36"},
        {"day": "0612345678"},
        {"hours": "06 12 34 56 78"},
    ],
)
def test_a_value_that_could_be_a_person_is_never_repeated(written: Written, cells: dict[str, str]) -> None:
    """Cells shifted by one column hold names and numbers of people."""
    [found] = read_table(written(HEADER, row(1, **cells))).findings

    assert not any(word in found.message for text in cells.values() for word in text.split())


def test_a_fault_beyond_the_bound_is_counted() -> None:
    """Whoever tells it."""
    faults = Faults(file="missions.csv", table="missions")
    for number in range(MOST + 2):
        faults.add("Z007", f"Ligne {number}.", row=number)

    assert (MOST, {"Z007": MOST + 2}) == (len(faults.told()[0]), faults.told()[1])


def test_findings_are_bounded_and_counts_are_exact(written: Written) -> None:
    """A thousand of each kind are made; the number stays true."""
    table = read_table(written(HEADER, *(row(n, hours="x") for n in range(MOST + 50))))

    assert (MOST, MOST + 50) == (len(table.findings), table.counts["Z053"])


def test_a_table_too_large_for_memory_waits_in_a_folder(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same frame, row after row, as long as somebody holds it; then the folder is gone."""
    path = written(HEADER, *(row(n) for n in range(250)), row(3))
    whole = read_table(path)
    monkeypatch.setattr(texts, "BATCH", 20)
    monkeypatch.setattr(reading, "IN_MEMORY", 60)

    table = read_table(path)
    frame = table.frame.collect()

    assert (whole.read, whole.kept, whole.counts) == (table.read, table.kept, table.counts)
    assert whole.frame.collect().equals(frame)
    assert isinstance(table.holds, Spool)
    folder = table.holds.folder
    assert folder is not None
    assert folder.is_dir()
    del table
    gc.collect()
    assert not folder.exists()


def test_a_large_table_may_end_with_its_last_part(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left over, nothing is missing."""
    path = written(HEADER, *(row(n) for n in range(100)))
    monkeypatch.setattr(texts, "BATCH", 100)
    monkeypatch.setattr(reading, "IN_MEMORY", 50)

    assert 100 == read_table(path).frame.collect().height


def test_a_frame_may_be_collected_many_times(written: Written) -> None:
    """It is lazy, and reads no file again."""
    path = written(HEADER, row(1))
    table = read_table(path)
    path.unlink()

    assert table.frame.collect().equals(table.frame.collect())


def test_columns_that_the_file_lacks_are_null(written: Written) -> None:
    """Every frame of a table has the same columns."""
    table = read_table(written(HEADER, row(1)))

    assert table.frame.collect()["fin"].to_list() == [None]
    assert {"debut": "debut", "heures": "heures"}.items() <= table.columns.items()


@pytest.mark.parametrize(
    "name,table",
    [("missions.csv", "missions"), ("Missions 2026-06.csv", "missions"), ("SUIVIS_T3.CSV", "suivis")],
)
def test_the_name_of_a_file_tells_its_table(written: Written, name: str, table: str) -> None:
    """Its first word does."""
    assert table == read_table(written("id_suivi;" + HEADER, name=name)).name


@pytest.mark.parametrize("given_name", ["export.csv", "missionsx.csv"])
def test_a_file_whose_name_tells_nothing_is_refused(written: Written, given_name: str) -> None:
    """Unless the caller tells."""
    path = written(HEADER, row(1), name=given_name)

    with pytest.raises(UnknownTableError, match="missions"):
        read_table(path)
    assert 1 == read_table(path, "missions").kept


def test_a_frame_must_be_told_its_table() -> None:
    """It has no name."""
    with pytest.raises(UnknownTableError, match="Dites de quel tableau"):
        read_table(pl.DataFrame())


def test_what_is_no_frame_is_refused() -> None:
    """A list of rows is not one."""
    with pytest.raises(UnreadableFileError, match="« list »"):
        read_table([1], "missions")


REFUSED = {
    "missions.csv": (b"", "est vide"),
    "missions.txt": (b"%PDF-1.7", "est un PDF"),
    "missions-1.csv": (b"PK\x03\x04zip", "son extension"),
    "missions-2.csv": (b"\xd0\xcf\x11\xe0x", "ancien classeur"),
    "missions-3.csv": (b"PAR1x", "Parquet"),
    "missions-4.csv": (b"a;b\n\0\x01\x02c", "caractères nuls"),
    "missions.xlsx": (b"not a workbook", "n'est pas un classeur lisible"),
    "missions.parquet": (b"PAR1 not", "n'est pas un fichier Parquet lisible"),
    "missions.doc": (b"x", "n'est pas un tableau que zest sait lire"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_table_is_refused_in_french(tmp_path: Path, name: str) -> None:
    """Each with its cause."""
    (tmp_path / name).write_bytes(REFUSED[name][0])

    with pytest.raises(UnreadableFileError, match=REFUSED[name][1]):
        read_table(tmp_path / name, "missions")


def test_a_file_that_is_absent_or_a_folder_is_refused(tmp_path: Path) -> None:
    """Nothing is opened."""
    (tmp_path / "missions.csv").mkdir()

    with pytest.raises(UnreadableFileError, match="pas un fichier ordinaire"):
        read_table(tmp_path / "missions.csv")
    with pytest.raises(UnreadableFileError, match="n'existe pas"):
        read_table(tmp_path / "missions.xlsx")


def test_a_damaged_file_is_refused_while_it_is_read(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What polars cannot parse is told as damage, never as a traceback."""
    path = written(HEADER, row(1), row(2, client='"x'), row(3))
    monkeypatch.setattr(texts, "unpaired", lambda _: False)

    with pytest.raises(UnreadableFileError, match="abîmés"):
        read_table(path)


def test_without_the_extra_the_command_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for YAML."""
    monkeypatch.setitem(sys.modules, "polars", None)

    with pytest.raises(MissingExtraError, match=r'pip install "zest-coorace\[records\]"'):
        read_table("missions.csv")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_an_encoding_is_found(written: Written, encoding: str) -> None:
    """Accents come out as they went in."""
    table = read_table(
        written(HEADER.replace("debut", "Début"), row(1, client="Hôtel d'été €"), encoding=encoding)
    )

    assert ([], ["Hôtel d'été €"]) == (codes(table), table.frame.collect()["client"].to_list())


def test_an_encoding_may_be_stated(written: Written) -> None:
    """An old one cannot be told from another by its bytes."""
    path = written(HEADER.replace("debut", "Début"), row(1, client="Hôtel"), encoding="cp850")

    assert ["Hôtel"] == read(path, encoding="cp850").frame.collect()["client"].to_list()


@pytest.mark.parametrize("encoding,cause", [("utf-8", "n'est pas en « utf-8 »"), ("klingon", "n'existe pas")])
def test_a_false_encoding_is_refused(written: Written, encoding: str, cause: str) -> None:
    """What was stated is not guessed at."""
    path = written(HEADER, row(1, client="Hôtel"), encoding="cp1252")

    with pytest.raises(UnreadableFileError, match=cause):
        read(path, encoding=encoding)


def test_two_encodings_far_from_each_other_are_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two exports were glued together; every row is read."""
    from zest.tables import encodings

    first = [HEADER, *(row(n, client="été") for n in range(40))]
    second = [row(n, client="hôtel") for n in range(40, 80)]
    path = tmp_path / "missions.csv"
    path.write_bytes("\n".join(first).encode() + b"\n" + "\n".join(second).encode("cp1252"))
    # The border of two blocks is that of the two exports.
    monkeypatch.setattr(encodings, "BLOCK", len("\n".join(first).encode()) + 1)

    table = read_table(path)

    assert ([("Z007", 0)], 80) == (codes(table), table.kept)
    assert {"été", "hôtel"} == set(table.frame.collect()["client"])


@pytest.mark.parametrize("encoding", ["", "cp1252"])
def test_a_file_without_line_ends_is_no_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """Memory is not filled with one line, whoever states the encoding."""
    from zest.tables import encodings

    path = tmp_path / "missions.csv"
    path.write_bytes(b'"' * 1000)
    monkeypatch.setattr(encodings, "BLOCK", 16)

    with pytest.raises(UnreadableFileError, match="pas de fins de ligne"):
        read_table(path, mapping=TableMapping(reading=Reading(encoding=encoding)))


def test_a_sheet_is_numbered_as_it_shows(tmp_path: Path) -> None:
    """A title and blank rows above the header count, a blank column before it does not matter."""
    import xlsxwriter

    path = tmp_path / "missions.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Notes").write(0, 0, "rien")
        sheet = book.add_worksheet("MAD")
        sheet.write(0, 1, "Missions de juin")
        sheet.write_row(3, 1, HEADER.split(";"))
        sheet.write_row(5, 1, ["M1", "bocage", "c", "s-1"])
        sheet.write_datetime(5, 5, dt.datetime(2026, 6, 8), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_number(5, 6, 7.5 / 24, book.add_format({"num_format": "h:mm"}))
        sheet.write_row(6, 1, ["Total", "", "", "", "", 7.5])

    table = read_table(path, mapping=TableMapping(reading=Reading(sheet="MAD")))

    assert {"vide": 1, "total": 1} == dict(table.ignored)
    assert [(6, 7.5, dt.date(2026, 6, 8))] == table.frame.collect().select("_ligne", "heures", "debut").rows()


def test_a_sheet_that_does_not_exist_is_refused_with_those_that_do(tmp_path: Path) -> None:
    """So that the mapping can be mended."""
    path = tmp_path / "missions.xlsx"
    pl.DataFrame({"a": [1]}).write_excel(path, worksheet="Feuil1")

    with pytest.raises(UnreadableFileError, match="il a « Feuil1 »"):
        read(path, sheet="MAD")


def test_an_empty_sheet_is_a_table_without_columns(tmp_path: Path) -> None:
    """Its required columns are missing."""
    path = tmp_path / "missions.xlsx"
    pl.DataFrame().write_excel(path)

    assert {"Z052": 5} == dict(read_table(path).counts)


def test_a_mapping_names_columns_as_a_software_does(written: Written) -> None:
    """The software's names stand beside ours."""
    mapping = TableMapping(columns={"debut": ColumnMapping(headers=("Date de début",))})
    renamed = written(HEADER.replace("debut", "DATE DE DEBUT"), row(1))

    assert 1 == read_table(renamed, mapping=mapping).kept
    assert 1 == read_table(written(HEADER, row(1)), mapping=mapping).kept


def test_a_file_is_shown_under_the_name_that_the_caller_gives(written: Written) -> None:
    """Findings and rows bear it."""
    table = read_table(written(HEADER, row(1, hours="x")), shown="tables/missions.csv")

    assert "tables/missions.csv" == table.findings[0].place.file == table.frame.collect()["_fichier"][0]


def test_a_frame_without_texts_holds_no_total(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers alone are looked at; a row that lacks its references is set aside as any other."""
    monkeypatch.setattr(sources, "BATCH", 2)
    table = read_table(
        pl.DataFrame({"heures": [1.0, None], "id_suivi": [1, 2], "id_mission": [1, None]}), "suivis"
    )

    assert {"Z051": 1, "Z052": 1} == dict(table.counts)


def test_the_rows_of_a_table_without_any_known_column_are_counted() -> None:
    """None can be kept, and the share says so."""
    table = read_table(pl.DataFrame({"x": [1, 2]}), "suivis")

    assert (2, 0, 0.0) == (table.read, table.kept, table.share)


def test_a_departement_is_never_a_number(written: Written) -> None:
    """Its zero is kept, and its letter."""
    table = read_table(written(f"{HEADER};departement", f"{row(1)};01", f"{row(2)};2A"))

    assert ["01", "2A"] == table.frame.collect()["departement"].to_list()


def test_a_damaged_parquet_file_is_refused_while_it_is_read(tmp_path: Path) -> None:
    """Its footer tells what it holds, and not how well."""
    path = tmp_path / "missions.parquet"
    pl.DataFrame({"id_mission": [f"M{number}" for number in range(10_000)]}).write_parquet(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes(byte ^ 0x5A for byte in whole[100:2_000]) + whole[2_000:])

    with pytest.raises(UnreadableFileError, match=r"missions\.parquet » est abîmé"):
        read_table(path)


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_the_name_of_a_file_is_no_pattern(suffix: str, tmp_path: Path) -> None:
    """A second download may be numbered between brackets; ``missions-1`` is another file."""
    for name, key in {"missions-[1]": "M2", "missions-1": "M1"}.items():
        frame = pl.DataFrame(
            {"id_mission": [key], "structure": "ai", "client": "h", "salarie": "s", "debut": "2026-03-02"}
        )
        getattr(frame, f"write_{suffix[1:]}")(tmp_path / f"{name}{suffix}")

    assert ["M2"] == read_table(tmp_path / f"missions-[1]{suffix}").frame.collect()["id_mission"].to_list()


def test_an_optional_column_that_is_misspelt_is_asked_about(written: Written) -> None:
    """A warning, that names what it may be; another unknown column is but information."""
    path = written(f"{HEADER};presentee_le;ville", f"{row(1)};08/06/2026;Caen")

    far, near = sorted(read_table(path).findings, key=lambda one: one.severity is Severity.WARNING)

    assert ("Z051", Severity.WARNING) == (near.code, near.severity)
    assert "« presentee_le » ; est-ce « presente_le » ?" in near.message
    assert ("Z051", Severity.INFO) == (far.code, far.severity)


def test_a_column_that_is_there_is_not_asked_about(written: Written) -> None:
    """What looks like it is another one."""
    [found] = read_table(written(f"{HEADER};clients", f"{row(1)};2")).findings

    assert Severity.INFO == found.severity


def test_a_column_given_twice_is_a_warning(written: Written) -> None:
    """Of two values, one is left out."""
    [found] = read_table(written(f"{HEADER};client", f"{row(1)};autre")).findings

    assert ("Z051", Severity.WARNING) == (found.code, found.severity)
