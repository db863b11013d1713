"""Frames of other libraries, with what zest installs and no more."""

import datetime as dt
import importlib.util
from typing import Any

import pytest

from zest.errors import MissingExtraError
from zest.tables.reading import read_table

LENT: dict[str, list[Any]] = {
    "id_mission": ["M1", "M2"],
    "structure": ["bocage", "bocage"],
    "client": ["hôtel", "hôtel"],
    "salarie": ["s-1", "s-2"],
    "debut": ["08/06/2026", "2026-06-09"],
    "fin": ["2026-06-19", None],
    "heures": [7.5, None],
    "tarif_horaire": [21, "21,50"],
}
ROWS = [
    ("M1", "hôtel", dt.date(2026, 6, 8), dt.date(2026, 6, 19), 7.5, 21.0),
    ("M2", "hôtel", dt.date(2026, 6, 9), None, None, 21.5),
]


def rows(given: Any) -> list[tuple[Any, ...]]:
    """Return what is read of a frame, in which nothing must be at fault."""
    table = read_table(given, "missions")
    assert () == table.findings
    told = table.frame.collect()
    return told.select("id_mission", "client", "debut", "fin", "heures", "tarif_horaire").rows()


@pytest.mark.parametrize("index", [None, [5, 6]])
def test_a_frame_of_pandas_is_read(index: list[int] | None) -> None:
    """Texts, days, categories, blanks of every kind, columns of several types; its index says nothing."""
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(LENT, index=index)
    frame["fin"] = pandas.to_datetime(frame["fin"])
    frame["client"] = frame["client"].astype("category")

    assert ROWS == rows(frame)


def test_a_relation_of_duckdb_is_read() -> None:
    """Through Arrow, that polars speaks."""
    duckdb = pytest.importorskip("duckdb")
    lent = "'M1' id_mission, 'bocage' structure, 'hôtel' client, 's-1' salarie, date '2026-06-08' debut"

    told = rows(
        duckdb.sql(f"select {lent}, date '2026-06-19' fin, 7.5 heures, 21::decimal(4, 2) tarif_horaire")
    )

    assert ROWS[:1] == told


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is not None, reason="pyarrow reads it")
def test_what_only_pyarrow_reads_says_so() -> None:
    """In one sentence, with what to type."""
    pandas, narwhals = pytest.importorskip("pandas"), pytest.importorskip("narwhals")

    with pytest.raises(MissingExtraError, match="pip install pyarrow"):
        read_table(narwhals.from_native(pandas.DataFrame(LENT)).lazy(), "missions")
