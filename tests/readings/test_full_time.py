"""Full-time equivalents: hours, a divisor, where it comes from, and no sum that hides its bases."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.law import core_law
from zest.model.convention import FinancialAnnex, StateConvention
from zest.model.dossier import Dossier
from zest.model.offer import SectorOffer
from zest.model.outcome import ActivityResult
from zest.model.period import Period
from zest.model.structure import Structure, StructureKind
from zest.readings.divisors import divisor_behind, divisor_of, members_of
from zest.readings.full_time import Basis, Divisor, full_time, pro_rata, rounds_to, said

NINE_MONTHS = Period(start=dt.date(2014, 1, 1), end=dt.date(2014, 9, 30))
LAW = core_law().on(dt.date(2014, 1, 1))
BLANK = Divisor(hours=1, basis=Basis.DECLARED)


def structure(kind: StructureKind | None, *annexes: FinancialAnnex) -> Structure:
    """Return a structure of that kind with those annexes."""
    return Structure(
        key=str(kind), name="S", kind=kind, state_conventions=(StateConvention(annexes=annexes),)
    )


def annex(hours: float | None, year: int = 2014, state: str = "VALIDE") -> FinancialAnnex:
    """Return the annex of one year."""
    return FinancialAnnex(
        start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), state=state, hours_per_fte=hours
    )


def test_the_hours_of_the_deck_are_eleven_full_time_equivalents() -> None:
    """17 997 hours in nine months: 11.2 on 1 607 hours, and a mean workforce of 14.9 or so."""
    divisor = divisor_of(structure(StructureKind.AI), NINE_MONTHS, LAW)
    assert divisor is not None
    made = full_time(17_997, divisor)

    assert 11.2 == round(made.years, 1)
    assert 134.4 == round(made.months, 1)
    assert pro_rata(made, NINE_MONTHS) == pytest.approx(14.9, abs=0.1)
    assert (
        "11,2 ETP (17\u202f997 heures ; AI, 1\u202f607 heures par ETP, valeur de 2014, à défaut d'annexe)"
        == made.words
    )


@pytest.mark.parametrize("kind,hours", [("AI", 1607), ("ETTI", 1600), ("EI", 1505), ("ACI", 1820)])
def test_each_kind_has_the_divisor_of_the_reform(kind: str, hours: int) -> None:
    """Where no annex tells another."""
    made = divisor_of(structure(StructureKind(kind)), NINE_MONTHS, LAW)

    assert Divisor(hours=hours, basis=Basis.DEFAULT, kind=StructureKind(kind)) == made


def test_the_annex_of_the_period_comes_first() -> None:
    """Its divisor is its own; annexes of other years, refused ones and those that tell none are left aside."""
    told = structure(
        StructureKind.AI,
        annex(1_700),
        annex(1_500, 2013),
        annex(1_400, state="REJETE"),
        annex(None),
        annex(0),
    )

    assert Divisor(hours=1_700, basis=Basis.ANNEX, kind=StructureKind.AI) == divisor_of(
        told, NINE_MONTHS, LAW
    )
    assert divisor_of(structure(StructureKind.AI, annex(1_700), annex(1_600)), NINE_MONTHS, LAW) is None


@pytest.mark.parametrize(
    "kind,day", [(None, "2014-01-01"), ("GEIQ", "2014-01-01"), ("EITI", "2014-01-01"), ("AI", "2013-12-31")]
)
def test_without_a_default_there_is_no_divisor(kind: str | None, day: str) -> None:
    """Neither for a kind that the reform does not name, nor before it."""
    law = core_law().on(dt.date.fromisoformat(day))

    assert divisor_of(structure(StructureKind(kind) if kind else None), Period(), law) is None


def test_an_annex_without_days_is_of_every_period() -> None:
    """And so is one of the years around."""
    open_annex = FinancialAnnex(hours_per_fte=1_650)

    assert (
        Basis.ANNEX is (divisor_of(structure(StructureKind.AI, open_annex), NINE_MONTHS, LAW) or BLANK).basis
    )
    assert (
        Basis.ANNEX is (divisor_of(structure(StructureKind.AI, annex(1_650)), Period(), LAW) or BLANK).basis
    )


def test_a_sum_of_two_bases_says_so() -> None:
    """Trap 8: an AI and an ETTI together have no divisor of their own, even where the numbers agree."""
    ai, etti, aci = (
        Divisor(hours=hours, basis=Basis.ANNEX, kind=StructureKind(kind))
        for hours, kind in ((1_607, "AI"), (1_600, "ETTI"), (1_607, "ACI"))
    )
    alike = full_time(1_607, ai) + full_time(3_214, attrs.evolve(ai, basis=Basis.DEFAULT))
    unlike = full_time(1_607, ai) + full_time(1_600, etti)

    assert (3, 4_821, False) == (alike.years, alike.hours, alike.mixed)
    assert (2, True) == (unlike.years, unlike.mixed)
    assert unlike.words.endswith("annexe financière, bases différentes)")
    assert (full_time(1, ai) + full_time(1, aci)).mixed


def test_a_total_is_of_the_structure_that_it_names_or_of_the_carriers() -> None:
    """Of the offer it names, or of all."""
    ai, etti = structure(StructureKind.AI), structure(StructureKind.ETTI)
    dossier = Dossier(
        structures=(ai, etti),
        offers=(SectorOffer(key="one", structures=("AI",)), SectorOffer(key="all")),
    )

    assert (ai,) == members_of(ActivityResult(structure="AI", offer="all"), dossier)
    assert (ai,) == members_of(ActivityResult(offer="one"), dossier)
    assert (ai, etti) == members_of(ActivityResult(offer="all"), dossier)
    assert (
        (ai, etti)
        == members_of(ActivityResult(offer="lost"), dossier)
        == members_of(ActivityResult(), dossier)
    )


def test_the_divisor_of_a_total_is_told_or_shared() -> None:
    """Two associations share one; an association and a temporary-work firm share none."""
    ai, etti = structure(StructureKind.AI), structure(StructureKind.ETTI)
    twin = attrs.evolve(structure(StructureKind.AI, annex(1_607)), key="twin")
    result = ActivityResult(start=dt.date(2014, 1, 1), end=dt.date(2014, 9, 30))

    assert 1_607 == (divisor_behind(result, Dossier(structures=(ai, twin)), LAW) or BLANK).hours
    assert divisor_behind(result, Dossier(structures=(ai, etti)), LAW) is None
    assert divisor_behind(result, Dossier(), LAW) is None
    assert Divisor(hours=1_650, basis=Basis.DECLARED) == divisor_behind(
        attrs.evolve(result, hours_per_fte=1_650), Dossier(structures=(ai, etti)), LAW
    )


@pytest.mark.parametrize(
    "value,declared,expected",
    [
        (11.199, 11.2, True),
        (11.25, 11.1, False),
        (11.199, 11.0, True),
        (11.199, 11.19, True),
        (11.999, 11, True),
        (12.0, 11, False),
        (11.199128811449907, 11.199128811449905, True),
        (99.6, 100, True),
        (0.37, 0, True),
        (11.199, float("inf"), False),
    ],
)
def test_a_number_is_rounded_or_cut(value: float, declared: float, expected: bool) -> None:
    """Less than one unit of its last digit away."""
    assert expected == rounds_to(value, declared)


@given(st.floats(0.001, 10_000), st.integers(0, 5))
def test_every_rounding_of_a_number_is_admitted(value: float, digits: int) -> None:
    """At any number of digits."""
    assert rounds_to(value, round(value, digits))


@pytest.mark.parametrize(
    "number,expected", [(0, "0"), (1607, "1\u202f607"), (11.199, "11,2"), (0.004, "0"), (100, "100")]
)
def test_a_number_is_said_in_french(number: float, expected: str) -> None:
    """With a comma, two decimals at most, no exponent."""
    assert expected == said(number)


@pytest.mark.parametrize(
    "period",
    [Period(), Period(start=dt.date(2014, 1, 2)), Period(start=dt.date(2014, 1, 2), end=dt.date(2014, 1, 1))],
)
def test_without_both_ends_there_is_no_mean(period: Period) -> None:
    """Nor of a period that ends before it starts."""
    assert pro_rata(full_time(100, BLANK), period) is None
