"""Numbers by which France names firms, associations and agreements."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.model.identifiers import DepartmentCode, Idcc, Identifier, RegionCode, Rna, Siren, Siret, clip, luhn
from zest.model.period import Period, Quarter, last_day_of, months_later, repeated_hour

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))


@pytest.mark.parametrize(
    "kind,text,words",
    [
        (Siret, "8,12E+13", "notation scientifique"),
        (Siret, "8.12345678e13", "notation scientifique"),
        (Siret, "100 000 009 00108", "retirez les espaces et la ponctuation (« 10000000900108 »)"),
        (Siret, "100.000.009-00108", "« 10000000900108 »"),
        (Siret, "1234567800012", "il a 13 chiffres, un tableur a peut-être retiré les zéros"),
        (Siret, "abc", "n'est pas un SIRET (quatorze chiffres)."),
        (Siret, "١٢٣٤٥٦٧٨٩٠١٢٣٤", "n'est pas un SIRET"),
        (Siren, "12345678", "8 chiffres,"),
        (Siren, "1", "il a un seul chiffre, un tableur"),
        (Rna, "W12345678", "n'est pas un numéro RNA"),
        (Idcc, "123456", "n'est pas un IDCC"),
        (DepartmentCode, "1", "écrivez « 01 », entre guillemets"),
        (DepartmentCode, "20", "la Corse s'écrit « 2A » ou « 2B »"),
        (DepartmentCode, "14000", "c'est un code postal ou de commune"),
        (DepartmentCode, "96", "n'est pas un code de département"),
        (RegionCode, "99", "n'est pas un code de région"),
        (Quarter, "2026-T5", "n'est pas un trimestre"),
    ],
)
def test_what_is_wrong_with_a_number_is_diagnosed(kind: type[Identifier], text: str, words: str) -> None:
    """The message says what a spreadsheet or a hand did to it."""
    with pytest.raises(ValueError, match="^« ") as error:
        kind(text)

    assert words in str(error.value)


@pytest.mark.parametrize(
    "kind,text",
    [
        (Rna, "W123456789"),
        (Rna, "W9R1011072"),
        (DepartmentCode, "2A"),
        (DepartmentCode, "976"),
        (DepartmentCode, "988"),
        (RegionCode, "25"),
        (RegionCode, "94"),
        (Quarter, "2014-T3"),
    ],
)
def test_a_lawful_number_is_kept_as_it_is(kind: type[Identifier], text: str) -> None:
    """A letter in an overseas RNA, Corsica, historic regions."""
    assert text == kind(text)


@pytest.mark.parametrize(
    "text,expected", [("1979", "1979"), ("749", "0749"), ("01979", "1979"), ("16", "0016")]
)
def test_an_agreement_has_four_digits(text: str, expected: str) -> None:
    """Official files print five, speech one to four."""
    assert expected == Idcc(text)


@given(st.integers(0, 10**13 - 1).map(lambda n: f"{n:013}"))
def test_exactly_one_last_digit_satisfies_luhn(begin: str) -> None:
    """The check digit is a function of the others."""
    assert 1 == sum(luhn(f"{begin}{digit}") for digit in range(10))


@pytest.mark.parametrize(
    "siret,expected",
    [
        ("10000000900108", True),
        ("10000000900109", False),
        ("35600000049837", True),
        ("35600000000048", True),
        ("35600000000049", False),
        ("10000000100007", False),
    ],
)
def test_check_digits_of_a_siret(siret: str, expected: bool) -> None:  # a column of the table
    """Luhn over fourteen and over nine; La Poste by the plain sum as well."""
    assert expected == Siret(siret).checksum_ok


def test_a_siren_knows_its_check_digit() -> None:
    """That of an establishment is its legal unit's."""
    assert Siret("10000000900108").siren.checksum_ok


def test_a_long_value_is_shortened_in_a_message() -> None:
    """Both ends stay readable."""
    assert "« aaa" == clip("a" * 500)[:5]
    assert 60 > len(clip("a" * 500))


@given(DAYS, st.integers(0, 600))
def test_months_later_is_the_same_day_or_the_last(day: dt.date, months: int) -> None:
    """From date to date; the 31st of a month of thirty days is its last."""
    later = months_later(day, months)

    assert (day.year * 12 + day.month + months) == later.year * 12 + later.month
    assert later.day == day.day or (later + dt.timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    "months,expected", [(0, dt.date.max), (1, dt.date.max), (-12, dt.date(9998, 12, 31))]
)
def test_no_day_is_later_than_the_calendar(months: int, expected: dt.date) -> None:
    """Software writes 31/12/9999 for « never »: three years later is still never."""
    assert expected == months_later(dt.date.max, months)


@pytest.mark.parametrize(
    "start,months,last",
    [
        ("2026-03-02", 1, "2026-04-01"),
        ("2024-02-29", 24, "2026-02-28"),
        ("2024-08-31", 18, "2026-02-28"),
        ("2026-01-01", 24, "2027-12-31"),
        ("9999-12-31", 24, "9999-12-31"),
        ("9998-12-31", 12, "9999-12-31"),
    ],
)
def test_so_many_months_end_on_the_eve_of_the_same_day(start: str, months: int, last: str) -> None:
    """Where the month has no such day, its last one is in; the calendar's end is the end."""
    assert dt.date.fromisoformat(last) == last_day_of(dt.date.fromisoformat(start), months)


@pytest.mark.parametrize("year", range(1996, 2038))
def test_one_hour_of_october_comes_twice(year: int) -> None:
    """It is the one that the clocks of Paris show twice, and neither of its neighbours is."""
    paris, hour = ZoneInfo("Europe/Paris"), dt.timedelta(hours=1)
    begun = repeated_hour(year).replace(tzinfo=paris)

    assert [False, True, False] == [
        moment.utcoffset() != moment.replace(fold=1).utcoffset()
        for moment in (begun - hour, begun, begun + hour)
    ]


@given(DAYS)
def test_a_day_is_in_its_quarter(day: dt.date) -> None:
    """The first day of a quarter is in it, and the day before is not."""
    quarter = Quarter.of(day)

    assert quarter.first_day <= day
    assert quarter == Quarter.of(quarter.first_day) != Quarter.of(quarter.first_day - dt.timedelta(days=1))


@given(st.none() | DAYS, st.none() | DAYS, DAYS, DAYS)
def test_a_period_that_covers_another_holds_each_of_its_days(
    start: dt.date | None, end: dt.date | None, first: dt.date, last: dt.date
) -> None:
    """Both ends included; an end left open is for ever."""
    first, last = sorted((first, last))
    period = Period(start=start, end=end)

    assert period.covers(Period(start=first, end=last)) == (first in period and last in period)
    assert not period.covers(Period(end=last))
    assert period.covers(Period(start=first)) == (first in period and end is None)
