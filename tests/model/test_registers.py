"""Numbers and places as registers and slides write them, old forms included."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.model.convention import ACTIVE_STATES, ANNEX_STATES, FinancialAnnex
from zest.model.identifiers import DepartmentCode, Identifier, RegionCode, Rna, Siren, Siret
from zest.model.outcome import ActivityResult, Outcome
from zest.model.territory import HISTORIC_REGIONS, REGIONS, Territory

DAY = dt.date(2026, 4, 20)


@pytest.mark.parametrize(
    "text,words",
    [
        ("123456789", "écrivez le W du début (« W123456789 »)"),
        ("9R1011072", "écrivez le W du début (« W9R1011072 »)"),
        ("0751012345", "un numéro d'avant le RNA ne se garde pas ici ; laissez rna vide"),
        ("W12345678", "n'est pas un numéro RNA"),
        ("W 123 456 789", "retirez les espaces"),
    ],
)
def test_what_is_no_number_of_the_register_says_why(text: str, words: str) -> None:
    """Forms older than the register survive in files; the number is never required."""
    with pytest.raises(ValueError, match="RNA") as error:
        Rna(text)

    assert words in str(error.value)


@pytest.mark.parametrize("text", ["W123456789", "W9R1011072", "W2A1234567", "W9G1000001"])
def test_a_letter_in_the_third_place_is_lawful(text: str) -> None:
    """Trap 14: nine digits would refuse La Réunion and Corsica."""
    assert text == Rna(text)


@pytest.mark.parametrize(
    "postcode,expected",
    [
        ("14000", "14"),
        ("01100", "01"),
        ("20000", "2A"),
        ("20137", "2A"),
        ("20700", "2A"),
        ("20200", "2B"),
        ("20400", "2B"),
        ("20600", "2B"),
        ("20300", None),
        ("97400", "974"),
        ("98800", "988"),
        ("00100", None),
        ("96000", None),
        ("1400", None),
        ("2A004", None),
        ("", None),
    ],
)
def test_a_postcode_tells_its_departement(postcode: str, expected: str | None) -> None:
    """Corsica's 20 is cut in two, overseas codes have three digits."""
    assert expected == DepartmentCode.of_postcode(postcode)


@given(st.integers(0, 99_999).map(lambda n: f"{n:05}"))
def test_what_a_postcode_tells_is_a_departement(postcode: str) -> None:
    """Or nothing."""
    told = DepartmentCode.of_postcode(postcode)

    assert told is None or told == DepartmentCode(told)


@pytest.mark.parametrize("text,words", [("14000", "(du département « 14 » ?)"), ("20300", "ou de commune.")])
def test_a_postcode_in_place_of_a_departement_is_told(text: str, words: str) -> None:
    """With the département that it begins with, where it tells one."""
    with pytest.raises(ValueError, match="code postal") as error:
        DepartmentCode(text)

    assert words in str(error.value)


@pytest.mark.parametrize(
    "code",
    [
        *(f"{n:02}" for n in range(1, 96) if n != 20),
        *("2A", "2B", "971", "972", "973", "974", "976"),
        *("975", "977", "978", "984", "986", "987", "988", "989"),
    ],
)
def test_every_departement_has_its_code(code: str) -> None:
    """Métropole, Corsica, overseas, and the collectivities that the State's marketplace groups."""
    assert code == DepartmentCode(code)


def test_regions_of_before_2016_are_lawful() -> None:
    """Trap 15: those of the slides vanished on 1 January 2016, and a dossier of 2014 names them."""
    every = {**REGIONS, **HISTORIC_REGIONS}
    slides = Territory(
        name="Basse-Normandie",
        region=RegionCode("25"),
        departments=tuple(map(DepartmentCode, ("14", "50", "61"))),
    )

    assert not set(REGIONS) & set(HISTORIC_REGIONS)
    assert list(every) == [RegionCode(code) for code in every]
    assert slides.departments == HISTORIC_REGIONS[str(slides.region)][1]
    assert all(DepartmentCode(code) for _, codes in HISTORIC_REGIONS.values() for code in codes)


@pytest.mark.parametrize(
    "kind,text", [(Siren, "100000009"), (Siret, "10000000900108"), (Siret, "35600000000048")]
)
def test_a_right_number_passes_its_key(kind: type[Siren | Siret], text: str) -> None:
    """Luhn, over nine and over fourteen; La Poste by the plain sum."""
    made: Identifier = kind(text)

    assert isinstance(made, Siren | Siret)
    assert made.checksum_ok


@pytest.mark.parametrize(
    "number,expected",
    [
        ("ACI063170002A0M0", "ACI"),
        ("AI02A260001A1M2", "AI"),
        ("ETTI061260002A0M0", "ETTI"),
        ("EITI974260002A0M0", "EITI"),
        ("EI014260003A0M0", "EI"),
        ("EI014260003A0M", ""),
        ("aci063170002A0M0", ""),
        ("", ""),
    ],
)
def test_the_number_of_an_annex_begins_with_its_kind(number: str, expected: str) -> None:
    """Three signs of département, two digits of the year, four of order, amendment, modification."""
    assert expected == FinancialAnnex(number=number).kind


@pytest.mark.parametrize("state", ANNEX_STATES)
def test_an_annex_is_active_in_two_states_and_till_the_eve_of_its_end(state: str) -> None:
    """The State's platform takes it for ended on its last day."""
    made = FinancialAnnex(start=DAY, end=DAY + dt.timedelta(1), state=state)
    active = state in ACTIVE_STATES

    assert [False, active, False] == [made.active_on(DAY + dt.timedelta(n)) for n in (-1, 0, 1)]


@pytest.mark.parametrize(
    "told", [{}, {"state": "VALIDE"}, {"end": dt.date.max}, {"end": dt.date.max, "state": "VALIDEE"}]
)
def test_an_annex_without_its_end_or_its_state_is_neither(told: dict[str, object]) -> None:
    """Nobody knows."""
    assert FinancialAnnex(**told).active_on(DAY) is None  # type: ignore[arg-type]  # of the table's mixed columns


def test_exits_and_totals_are_judged_by_their_day() -> None:
    """The day of leaving, the first day of a total."""
    assert DAY == Outcome(employee="s", structure="e", left_on=DAY).law_day
    assert DAY == ActivityResult(start=DAY).law_day
