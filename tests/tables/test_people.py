"""A table that designates a person where a reference should stand."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.findings import Severity
from zest.personal_data import MAYBE, designates
from zest.tables.faults import MOST
from zest.tables.reading import read_table

Written = Callable[..., Path]

HEADER = "id_mission;structure;client;salarie;debut"


@pytest.mark.parametrize(
    "reference",
    ["Camille Exemple", "0612345678", "184021411803066", "1840214118030", "camille@exemple.invalid"],
)
def test_a_reference_that_designates_a_person_is_told_and_not_repeated(
    reference: str, written: Written
) -> None:
    """At its row, as a warning; the row is read all the same."""
    path = written(HEADER, "M1;bocage;hôtel;s-1;08/06/2026", f"M2;bocage;hôtel;{reference};08/06/2026")

    table = read_table(path)

    [found] = table.findings
    assert ("Z064", 3, Severity.WARNING, 2) == (found.code, found.place.line, found.severity, table.kept)
    assert reference not in found.message


def test_references_are_not_told(written: Written) -> None:
    """Nor those of two words that no name is made of."""
    rows = [
        f"M{n};bocage;hôtel;{told};08/06/2026" for n, told in enumerate(["s 001", "Salarié Un", "2026-00042"])
    ]

    assert () == read_table(written(HEADER, *rows)).findings


def test_exits_are_looked_at_too(written: Written) -> None:
    """Their key is no reference of a row of its own."""
    path = written("salarie;structure;sortie_le", "Camille Exemple;bocage;08/06/2026", name="sorties.csv")

    [found] = read_table(path).findings
    assert ("Z064", "sorties", "ligne 2") == (found.code, *found.identity[:2])


def test_many_rows_are_counted(written: Written) -> None:
    """Beyond a bound, they are not told one by one."""
    rows = [f"M{n};bocage;hôtel;Camille Exemple;08/06/2026" for n in range(MOST + 1)]

    table = read_table(written(HEADER, *rows))

    assert (MOST, MOST + 1) == (len(table.findings), table.counts["Z064"])


@given(
    st.one_of(
        st.from_regex(r"[12]\d\d(0[1-9]|1[0-2])(\d\d|2[AaBb])\d{6}(\d\d)?", fullmatch=True),
        st.from_regex(r"(\+33|0033|0)[\s.-]?[1-9]([\s.-]?\d\d){4}", fullmatch=True),
        st.from_regex(r"\w{1,5}@\w{1,5}\.\w", fullmatch=True),
        st.from_regex(r"[BCM][a-z]{3,5}[\s,'’]+[BCM][a-z]{3,5}", fullmatch=True),
    )
)
def test_the_engine_lets_no_person_through(reference: str) -> None:
    """What it looks for first is in every text that designates one: digits and spaces are those of Python."""
    assert designates(reference)
    assert pl.Series([reference]).str.contains(MAYBE).item()
