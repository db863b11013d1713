"""Numbers of firms, associations, agreements and places, with the check digits that they must have."""

from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from zest.model.commitment import OpeningSlot
from zest.model.identifiers import (
    LA_POSTE,
    DepartmentCode,
    Idcc,
    Identifier,
    RegionCode,
    Rna,
    Siren,
    Siret,
    luhn,
)
from zest.model.period import Quarter

I = TypeVar("I", bound=Identifier)  # noqa: E741  # as T is for a type, I is for an identifier


def _formed(kind: type[I]) -> SearchStrategy[I]:
    return st.from_regex(kind.pattern, fullmatch=True).map(kind)


def _digits(count: int) -> SearchStrategy[str]:
    return st.integers(0, 10**count - 1).map(lambda number: f"{number:0{count}}")


def _checked(begin: str) -> str:
    return next(f"{begin}{digit}" for digit in range(10) if luhn(f"{begin}{digit}"))


def sirens() -> SearchStrategy[Siren]:
    """Return numbers of legal units whose check digit is right."""
    return _digits(8).map(_checked).map(Siren)


def sirets() -> SearchStrategy[Siret]:
    """Return numbers of establishments whose check digits are right, those of La Poste included."""
    usual = st.builds("{}{}".format, sirens(), _digits(4)).map(_checked).map(Siret)
    return usual | _digits(4).map(_of_la_poste).map(Siret)


def _of_la_poste(middle: str) -> str:
    begin = f"{LA_POSTE}{middle}"
    return f"{begin}{-sum(map(int, begin)) % 5}"


def rnas() -> SearchStrategy[Rna]:
    """Return numbers of associations, those with an overseas letter included."""
    return _formed(Rna)


def idccs() -> SearchStrategy[Idcc]:
    """Return numbers of collective agreements."""
    return _formed(Idcc)


def departments() -> SearchStrategy[DepartmentCode]:
    """Return codes of départements, Corsica and overseas included."""
    return _formed(DepartmentCode)


def regions() -> SearchStrategy[RegionCode]:
    """Return codes of regions, those of before 2016 included."""
    return _formed(RegionCode)


def communes() -> SearchStrategy[str]:
    """Return texts of the form of an INSEE code of a commune."""
    return st.builds("{}{}".format, st.sampled_from(["14", "61", "2A", "01"]), _digits(3))


def openings() -> SearchStrategy[OpeningSlot]:
    """Return hours of some days of the week."""
    return _formed(OpeningSlot)


def quarters() -> SearchStrategy[Quarter]:
    """Return quarters of a year."""
    return _formed(Quarter)
