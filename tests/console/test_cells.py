"""Cells that a spreadsheet opens: findings and ranked jobs are written through the same door."""

import pytest

from zest.console.cells import harmless


@pytest.mark.parametrize(
    "cell,kept",
    [
        ("=1+1", "'=1+1"),
        ("  +33 1", "'+33 1"),
        ('"@SUM(A1)', "'\"@SUM(A1)"),
        ("\uff1d1", "'\uff1d1"),
        ("-1", "'-1"),
        ("\t=1", "'=1"),
        ("a=1", "a=1"),
        ("'=1", "''=1"),
        ("", ""),
        (-1, -1),
    ],
)
def test_no_cell_is_a_formula(cell: str | int, kept: str | int) -> None:
    """What begins as one is shown as text; a number is a number."""
    assert kept == harmless(cell)
