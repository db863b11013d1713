"""Engines that the same measures are asked of."""

import os

import pytest

SPARK = pytest.param("spark", marks=pytest.mark.skipif("ZEST_SPARK" not in os.environ, reason="nox -s spark"))


def at_hand(name: str) -> str:
    """Return the name of an engine whose library is there."""
    pytest.importorskip("pyspark" if name == "spark" else name)
    return name


@pytest.fixture(params=["polars", "duckdb", SPARK])
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine, one after the other."""
    return at_hand(request.param)


@pytest.fixture(params=["duckdb", SPARK])
def other(request: pytest.FixtureRequest) -> str:
    """Each engine but polars."""
    return at_hand(request.param)
