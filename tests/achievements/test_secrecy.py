"""What is hidden, and that no subtraction gives it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.achievements.secrecy import Cell, quarter_cells
from zest.measures import hidden
from zest.report import MeasureReport

LEAST = 5


@pytest.mark.parametrize(
    "counts, ranks",
    [
        ((), ()),
        ((5, 9), ()),
        ((0, 9), ()),
        ((1, 9, 7), (0, 2)),
        ((2, 3, 9), (0, 1)),
        ((1, 2, 9, 30), (0, 1, 2)),
        ((1, 0, 0), (0,)),
        ((0, 3, 30), (1, 2)),
    ],
)
def test_small_counts_are_hidden_two_at_least(counts: tuple[int, ...], ranks: tuple[int, ...]) -> None:
    """The next smallest keep them company until their sum may be known; nobody counted is nobody pointed at."""
    assert set(ranks) == hidden(counts, LEAST)


@given(st.lists(st.integers(0, 12), max_size=7))
def test_no_hidden_count_is_alone_beside_its_total(counts: list[int]) -> None:
    """Unless every other one is zero: then the total is the count, and it is hidden by who shows it."""
    silent = hidden(counts, LEAST)

    assert all(rank in silent or not 0 < count < LEAST for rank, count in enumerate(counts))
    together = sum(counts[rank] for rank in silent)
    assert sum(counts) == together or not silent or (len(silent) > 1 and together >= LEAST)


def measure(structure: str, quarter: str, kept: int, cases: int) -> MeasureReport:
    """Make a measure."""
    return MeasureReport(structure=structure, quarter=quarter, kept=kept, cases=cases)


def test_a_quarter_too_small_is_hidden_with_all_its_cells() -> None:
    """Its whole would be the sum of what is hidden."""
    told = quarter_cells([measure("a", "2026-T1", 1, 2), measure("b", "2026-T1", 0, 1)], LEAST)

    assert {Cell(kept=None, cases=None)} == set(told.values())
    assert {("a", "2026-T1"), ("b", "2026-T1"), ("", "2026-T1")} == set(told)


def test_a_cell_is_hidden_with_the_next_smallest_of_its_quarter() -> None:
    """The whole of the quarter stands beside them."""
    rows = [measure("a", "2026-T1", 1, 2), measure("b", "2026-T1", 8, 9), measure("c", "2026-T1", 20, 20)]
    told = quarter_cells([*rows, measure("a", "2026-T2", 6, 6)], LEAST)

    assert Cell(kept=29, cases=31) == told["", "2026-T1"]
    assert Cell(kept=20, cases=20) == told["c", "2026-T1"]
    assert told["a", "2026-T1"] == told["b", "2026-T1"] == Cell(kept=None, cases=None)
    assert Cell(kept=6, cases=6) == told["a", "2026-T2"] == told["", "2026-T2"]


def test_an_impossible_count_is_no_cell() -> None:
    """More kept than there were: the verdict tells it, no table shows it."""
    told = quarter_cells([measure("a", "2026-T1", 22, 20), measure("b", "2026-T1", 9, 9)], LEAST)

    assert {("b", "2026-T1"), ("", "2026-T1")} == set(told)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["T1", "T2"]), st.integers(0, 9)), max_size=8))  # fmt: skip
def test_what_is_shown_never_gives_back_a_small_cell(rows: list[tuple[str, str, int]]) -> None:
    """Whatever the cells: the hidden ones of a quarter are two at least, or their sum is hidden as well."""
    unique = {(who, when): cases for who, when, cases in rows}
    told = quarter_cells([measure(*key, 0, cases) for key, cases in unique.items()], LEAST)

    for when in {when for _, when in unique}:
        cells = [(who, told[who, when]) for who, each in unique if each == when]
        silent = [who for who, cell in cells if cell.cases is None]
        whole = told["", when].cases
        assert whole is None or len(silent) != 1
        assert all(cell.cases is None or not 0 < cell.cases < LEAST for _, cell in cells)
