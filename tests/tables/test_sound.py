"""What is read in one pass is read as the careful way reads it, row for row and fault for fault."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from zest.tables import cells, records
from zest.tables.mapping import Reading, TableMapping
from zest.tables.reading import read_table
from zest.tables.sound import sound
from zest.tables.table import Table

CELLS = {
    "id_mission": ["M1", "M2", " M3 ", "M4\u00a0", "", "0", "id_mission"],
    "structure": ["bocage", "bocage", " bocage", "néant", ""],
    "client": ["hôtel", "Total", "-", "12"],
    "salarie": ["s-1", "s-2", ""],
    "type_client": ["entreprise", "Entreprise", "organisme public", "hôtel", ""],
    "departement": ["31", "2A", " 09", "9", "France", ""],
    "debut": ["2026-06-08", "2026-06-09", "08/06/2026", "08/06/2026 07:30", "31/02/2026", "0026-06-08", ""],
    "debut_a": ["2026-06-08T07:30:00", "2026-06-08 07:30", "08/06/2026 à 7h30", "07:30", ""],
    "heures": ["7.5", "7,5", "7h30", "-1", "1 234,5", "inf", "sept", "néant", ""],
    "incidents": ["0", "1", "1.0", "1.5", "-1", "", " "],
    "poste_a_risque": ["oui", "true", "Non", "peut-être", ""],
}


def read(
    given_: Any, *, at_once: bool, mapping: TableMapping | None = None, name: str | None = None
) -> Table:
    """Read, three rows together; with care only, unless asked at once."""
    with (
        mock.patch.object(records, "PIECE", 3),
        mock.patch.object(records, "sound", sound if at_once else lambda *_: None),
    ):
        return read_table(given_, name, mapping)


def assert_alike(one: Table, other: Table) -> None:
    """Compare all that a table tells."""
    assert_frame_equal(one.frame.collect(), other.frame.collect())
    for told in ("read", "kept", "ignored", "findings", "counts"):
        assert getattr(one, told) == getattr(other, told)


@given(
    rows=st.lists(
        st.fixed_dictionaries({n: st.sampled_from(some) for n, some in CELLS.items()}), max_size=12
    ),
    missing=st.sampled_from([(), ("néant", "-", "0")]),
    decimal=st.sampled_from(["", ","]),
)
def test_text(rows: list[dict[str, str]], missing: tuple[str, ...], decimal: str) -> None:
    """Whatever stands in the cells, and whatever the mapping says of them."""
    mapping = TableMapping(reading=Reading(missing=missing, decimal=decimal))
    lines = [list(CELLS), *(list(row.values()) for row in rows), ["", *CELLS][: len(CELLS)]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "missions.csv"
        path.write_text("\n".join(";".join(line) for line in lines), "utf-8")

        assert_alike(*(read(path, at_once=way, mapping=mapping) for way in (True, False)))


def mission(number: int, **told: Any) -> dict[str, Any]:
    """Return a typed row without fault."""
    day = dt.date(2026, 6, 1)
    return {
        "id_mission": f"M{number}", "structure": "bocage", "client": "hôtel", "salarie": f"s-{number}", "debut": day,
        "heures": 7.5, "incidents": 0, "dpae_le": dt.datetime(2026, 5, 31, 9), "poste_a_risque": None, **told,
    }  # fmt: skip


@pytest.mark.parametrize(
    "wrong", [{}, {"heures": -1.0}, {"heures": float("nan")}, {"client": None}, {"incidents": -1}], ids=str
)
def test_typed_columns(wrong: dict[str, Any]) -> None:
    """A frame that is typed already is read at once too, and its faults are found."""
    frame = pl.DataFrame([mission(n, **(wrong if n == 4 else {})) for n in range(9)])

    assert_alike(*(read(frame, at_once=way, name="missions") for way in (True, False)))


def test_only_the_rows_around_a_fault_are_looked_at_with_care() -> None:
    """Of nine rows, three."""
    frame = pl.DataFrame([mission(n, heures=-1.0 if n == 4 else 7.5) for n in range(9)])

    with mock.patch("zest.tables.records.read", wraps=cells.read) as with_care:
        assert read(frame, at_once=True, name="missions").kept == 9

    assert [3] == [len(call.args[0]) for call in with_care.call_args_list]


def test_columns_of_another_type_are_read_with_care_and_at_once() -> None:
    """What a number that stands for a text is, all rows together tell."""
    frame = pl.DataFrame([mission(n, id_mission=float(n)) for n in range(9)])

    table = read_table(frame, "missions")

    assert [str(n) for n in range(9)] == table.frame.collect()["id_mission"].to_list()
