"""Cells: what each form means, and what is refused rather than guessed."""

import datetime as dt
import decimal
from typing import Any

import polars as pl
import pytest

from zest.tables.cells import plan, read
from zest.tables.mapping import ColumnMapping, Reading
from zest.tables.natives import cleaned
from zest.tables.schemas import schema_of


def value(column: str, given: Any, table: str = "missions", dtype: Any = None, **told: Any) -> Any:
    """Return what one cell becomes; ``"?"`` when it cannot be read, ``"!"`` when it is refused."""
    reading = told.pop("reading", Reading())
    known = schema_of(table).column(column)
    made = plan(known, column, "0", ColumnMapping(**told), reading)
    frame = pl.Series(column, [given], dtype=dtype, strict=False).to_frame()
    cells = read(frame.select(cleaned(column, frame.schema[column], reading.missing)), [made])[column]
    if cells.unreadable[0] or cells.refused[0]:
        assert cells.values[0] is None
        return "?" if cells.unreadable[0] else "!"
    return cells.values[0]


@pytest.mark.parametrize(
    "text,number",
    [
        ("7.5", 7.5), ("7,5", 7.5), ("0", 0.0), ("70", 70.0), (" 70 ", 70.0), ("+3,25", 3.25),
        ("1 234,5", 1234.5), ("1\u00a0234,50", 1234.5), ("1\u202f234", 1234.0), ("1'234.5", 1234.5),
        ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.234", 1.234), ("1,234", 1.234), ("1e2", 100.0),
        ("21,50 €", 21.5), ("21.50€/h", 21.5), ("21 EUR HT", 21.0), ("21,5 euros", 21.5),
        ("1 2", "?"), ("inf", "?"), ("NaN", "?"), ("vingt", "?"), ("1,2,3", "?"), ("€", "?"), ("-1", "!"),
        ("", None), ("   ", None), ("\u00a0", None),
    ],
)  # fmt: skip
def test_a_price(text: str, number: object) -> None:
    """Decimal points and commas, thousands, currencies; never a sum of two numbers."""
    assert number == value("tarif_horaire", text)


@pytest.mark.parametrize(
    "text,hours",
    [
        ("7h30", 7.5), ("7:30", 7.5), ("7,5", 7.5), ("7.5", 7.5), ("7 h 30", 7.5), ("7H30", 7.5), ("07:30:00", 7.5),
        ("7h", 7.0), ("70 h", 70.0), ("7,5 heures", 7.5), ("0:45", 0.75), ("7h30min", 7.5), ("151:40", 151 + 40 / 60),
        ("7:60", "?"), ("7:", "?"), ("7h5h", "?"), ("-7h30", "?"), ("7:30:99", "?"),
        ("1899-12-31 07:30:00", 7.5), ("1900-01-02 22:30:00", 70.5), ("1900-03-01 01:00:00", 61 * 24 + 1),
        ("2026-06-08 07:30:00", "?"),
    ],
)  # fmt: skip
def test_hours(text: str, hours: object) -> None:
    """Clock and decimal forms mean the same, and so does what a workbook stores."""
    read_hours = value("heures", text)

    assert hours == (read_hours if isinstance(hours, str) else pytest.approx(read_hours))


@pytest.mark.parametrize(
    "unit,text,hours",
    [
        ("h:mm", "7:30", 7.5), ("h:mm", "7h30", 7.5), ("h:mm", "7.30", "?"),
        ("minutes", "450", 7.5), ("minutes", "7:30", "?"), ("heures", "7,5", 7.5), ("heures", "7:30", "?"),
    ],
)  # fmt: skip
def test_hours_of_a_stated_unit(unit: str, text: str, hours: object) -> None:
    """A stated unit is the only one that is read."""
    assert hours == value("heures", text, unit=unit)


@pytest.mark.parametrize(
    "unit,decimal_sign,text,price",
    [
        ("centimes", "", "2150", 21.5), ("", ",", "1.234", 1234.0), ("", ",", "21,5", 21.5),
        ("", ".", "1,234", 1234.0), ("", ".", "21.5", 21.5),
    ],
)  # fmt: skip
def test_a_price_of_a_stated_form(unit: str, decimal_sign: str, text: str, price: float) -> None:
    """Cents are divided; a stated decimal sign makes the other one a thousands separator."""
    assert price == value("tarif_horaire", text, unit=unit, reading=Reading(decimal=decimal_sign))


@pytest.mark.parametrize(
    "text,number", [("2", 2), ("2,0", 2), ("2.5", "?"), ("deux", "?"), ("0", "!"), ("-1", "!")]
)
def test_a_number_of_people(text: str, number: object) -> None:
    """Whole, and at least one."""
    assert number == value("personnes", text, "commandes")


@pytest.mark.parametrize(
    "text",
    ["2026-06-08", "08/06/2026", "8/6/2026", "08-06-2026", "08.06.2026", "2026/06/08", "2026/6/8", "2026-06-08 00:00:00",
     "2026-06-08T07:30:00", "08/06/2026 07:30", "08/06/2026 à 7h30", "2026-06-08T07:30:00.000Z"],
)  # fmt: skip
def test_a_day(text: str) -> None:
    """ISO or French; the hour that a software adds is left."""
    assert dt.date(2026, 6, 8) == value("debut", text)


@pytest.mark.parametrize(
    "text", ["31/02/2024", "08/06/26", "2026-13-01", "12 juin 2026", "46181", "0026-06-08", "?"]
)
def test_a_day_that_is_none(text: str) -> None:
    """Nothing is guessed: neither the century, nor the month, nor a spreadsheet's count of days."""
    assert "?" == value("debut", text)


def test_a_day_of_a_stated_form() -> None:
    """The mapping of the column wins over that of the file; other forms are no longer read."""
    short = Reading(dates=("%d/%m/%y",))

    assert dt.date(2026, 6, 8) == value("debut", "08/06/26", reading=short)
    assert "?" == value("debut", "2026-06-08", reading=short)
    assert dt.date(2026, 6, 8) == value("debut", "06.08.2026", dates=("%m.%d.%Y",), reading=short)


@pytest.mark.parametrize(
    "text",
    ["2026-06-08T07:30:00", "2026-06-08 07:30:00", "2026-06-08T07:30", "2026-06-08 07:30", "08/06/2026 07:30",
     "08/06/2026 07:30:00", "8/6/2026 7:30", "08/06/2026 à 7h30", "08/06/2026  07h30", "2026-06-08T07:30:00.000",
     "2026-06-08T07:30:00+02:00", "2026-06-08T05:30:00Z"],
)  # fmt: skip
def test_a_moment(text: str) -> None:
    """A zone is brought to the clock of Paris; without one, the clock is that of the place."""
    assert dt.datetime(2026, 6, 8, 7, 30) == value("debut_a", text)


@pytest.mark.parametrize(
    "text", ["2026-06-08", "08/06/2026", "31/02/2026 07:30", "2026-06-08 25:00", "07:30"]
)
def test_a_moment_without_its_hour_is_none(text: str) -> None:
    """Midnight would be a guess, and a delay measured from it would be false."""
    assert "?" == value("debut_a", text)


@pytest.mark.parametrize("form,text", [("%d/%m/%y %H:%M", "08/06/26 07:30"), ("%d/%m/%y", "08/06/26 07:30")])
def test_a_moment_of_a_stated_form(form: str, text: str) -> None:
    """The form tells the hour, or only the day that stands before it."""
    assert dt.datetime(2026, 6, 8, 7, 30) == value("debut_a", text, reading=Reading(dates=(form,)))


@pytest.mark.parametrize(
    "text,answer",
    [("oui", True), ("OUI", True), ("Vrai", True), ("1", True), ("O", True), ("non", False), ("FAUX", False), ("0", False),
     ("n", False), ("x", "?"), ("peut-être", "?")],
)  # fmt: skip
def test_yes_or_no(text: str, answer: object) -> None:
    """In the words of people and of machines."""
    assert answer == value("poste_a_risque", text)


def test_yes_or_no_in_the_words_of_a_mapping() -> None:
    """A cross is a yes for who says so."""
    assert value("poste_a_risque", "X", values={"x": "oui"}) is True


@pytest.mark.parametrize(
    "text,word",
    [("entreprise", "entreprise"), ("Entreprise", "entreprise"), ("ORGANISME PUBLIC", "organisme-public"),
     ("organisme_public", "organisme-public"), ("hôtel", "!"), ("", None)],
)  # fmt: skip
def test_a_word_of_a_list(text: str, word: object) -> None:
    """Case, accents and spaces do not count; nothing else is forgiven."""
    assert word == value("type_client", text)


def test_a_word_of_a_mapping() -> None:
    """The words of the software stand for ours, in lists and in free texts."""
    assert "particulier" == value("type_client", "Client privé", values={"client prive": "particulier"})
    assert "14" == value("departement", "Calvados", values={"Calvados": "14"})
    assert "61" == value("departement", "61", values={"Calvados": "14"})


@pytest.mark.parametrize(
    "text,code", [("01", "01"), ("2A", "2A"), ("974", "974"), ("1", "!"), ("20", "!"), ("14000", "!")]
)
def test_a_departement(text: str, code: str) -> None:
    """Its zero counts: one digit is a spreadsheet's damage, and is not mended in silence."""
    assert code == value("departement", text)


def test_what_stands_for_nothing() -> None:
    """Texts that the mapping names are blanks."""
    assert value("debut", "n.c.", reading=Reading(missing=("n.c.", "-"))) is None


PARIS = "Europe/Paris"


@pytest.mark.parametrize(
    "column,given,dtype,expected",
    [
        ("debut", dt.date(2026, 6, 8), pl.Date, dt.date(2026, 6, 8)),
        ("debut", dt.datetime(2026, 6, 8, 7, 30), pl.Datetime("ms"), dt.date(2026, 6, 8)),
        ("debut", dt.datetime(2026, 6, 7, 23), pl.Datetime("us", "UTC"), dt.date(2026, 6, 8)),
        ("debut", 20260608, pl.Int64, "?"),
        ("debut_a", dt.datetime(2026, 6, 8, 7, 30), pl.Datetime("ns"), dt.datetime(2026, 6, 8, 7, 30)),
        ("debut_a", dt.datetime(2026, 6, 8, 5, 30), pl.Datetime("us", "UTC"), dt.datetime(2026, 6, 8, 7, 30)),
        ("debut_a", dt.date(2026, 6, 8), pl.Date, "?"),
        ("heures", 7, pl.Int32, 7.0),
        ("heures", 7.5, pl.Float32, 7.5),
        ("heures", decimal.Decimal("7.50"), pl.Decimal(10, 2), 7.5),
        ("heures", float("nan"), pl.Float64, None),
        ("heures", float("inf"), pl.Float64, "?"),
        ("heures", dt.timedelta(hours=7, minutes=30), pl.Duration("ms"), 7.5),
        ("heures", dt.time(7, 30), pl.Time, 7.5),
        ("tarif_horaire", dt.timedelta(hours=7), pl.Duration("ms"), "?"),
        ("incidents", 2, pl.UInt8, 2),
        ("incidents", 2.0, pl.Float64, 2),
        ("incidents", 2.5, pl.Float64, "?"),
        ("poste_a_risque", True, pl.Boolean, True),
        ("poste_a_risque", 1, pl.Int8, True),
        ("poste_a_risque", 7, pl.Int8, "?"),
        ("departement", 14, pl.Int64, "14"),
        ("departement", 14.0, pl.Float64, "14"),
        ("departement", 1, pl.Int64, "!"),
        ("id_mission", 12.5, pl.Float64, "12.5"),
        ("id_mission", "M1", pl.Categorical, "M1"),
        ("id_mission", ["M1"], pl.List(pl.String), "?"),
        ("type_client", "Entreprise", pl.Categorical, "entreprise"),
        ("structure", None, pl.Null, None),
    ],
)  # fmt: skip
def test_a_typed_column(column: str, given: object, dtype: Any, expected: object) -> None:
    """What a file has typed already is brought to our types; a whole number that became 14.0 is 14 again."""
    assert expected == value(column, given, dtype=dtype)


@pytest.mark.parametrize(
    "unit,given,expected", [("minutes", 450, 7.5), ("h:mm", 730, "?"), ("heures", 7.5, 7.5)]
)
def test_a_typed_number_of_a_stated_unit(unit: str, given: float, expected: object) -> None:
    """A number is not a clock."""
    assert expected == value("heures", given, unit=unit, dtype=pl.Float64)
