"""Measures of a few rows, told one by one."""

import datetime as dt
import gc
from typing import Any

import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

from zest.engines import engine
from zest.measurement import PromiseMeasured
from zest.measuring.filling import FIRST
from zest.measuring.material import Rows
from zest.measuring.run import Request, measure
from zest.row_rules.key_twice import doubles
from zest.testing.records import AS_OF, ask, frame, terms_for

MISSION = {"structure": "ai", "client": "h", "salarie": "s", "debut": dt.date(2026, 3, 2)}
FOLLOWED = {"id_mission": "M1", "prevu_le": dt.date(2026, 3, 9), "fait_le": dt.date(2026, 3, 9)}


def told(slug: str, on: str, **rows: list[dict[str, Any]]) -> PromiseMeasured:
    """Measure one promise."""
    terms = terms_for(AS_OF)
    sources = {name: frame(name, held) for name, held in rows.items()}
    request = Request(questions=[ask(slug, terms)], terms=terms, margin=0.05)
    return measure(sources, request, on).promises[0]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_of_garbage_is_left_as_it_was(*, enabled: bool) -> None:
    """Who keeps it off has a reason."""
    (gc.enable if enabled else gc.disable)()
    try:
        told("incident-free", "polars", missions=[{"id_mission": "M1", "incidents": 0, **MISSION}])

        assert enabled is gc.isenabled()
    finally:
        gc.enable()


def test_columns_wanted_after_a_cut_are_in_the_next() -> None:
    """The follow-ups may be asked for when the missions were cut without what they need."""
    missions = [{"id_mission": key, **MISSION} for key in ("M1", "M1", "M2")]
    sources = {
        "missions": frame("missions", missions),
        "suivis": frame("suivis", [{"id_suivi": "V1", **FOLLOWED}]),
    }

    with engine("polars") as started:
        rows = Rows(started, sources, AS_OF)
        rows.want("missions", {"_cle": ()})
        assert 1 == len(started.rows(doubles(rows, "missions")))
        assert ["ai"] == [row["structure"] for row in started.rows(rows.table("suivis"))]


@pytest.mark.parametrize("on", ["polars", "duckdb"])
def test_a_mission_told_twice_does_not_double_its_follow_ups(on: str) -> None:
    """The second row is another rule's fault."""
    pytest.importorskip(on)
    missions = [{"id_mission": key, **MISSION} for key in ("M1", "M1", "M2")]

    measured = told("follow-up-done", on, missions=missions, suivis=[{"id_suivi": "V1", **FOLLOWED}])

    assert (1, 1) == (measured.overall.kept, measured.overall.cases)


def test_a_column_filled_after_many_empty_rows_is_measured() -> None:
    """However late its first value comes; one that is never filled says so."""
    silent: list[dict[str, Any]] = [
        {"id_mission": f"M{n}", **MISSION, "incidents": None} for n in range(FIRST + 1)
    ]

    nothing = told("incident-free", "polars", missions=silent)
    late = told("incident-free", "polars", missions=[*silent[:-1], {**silent[-1], "incidents": 0}])

    assert "La colonne « incidents » n'est remplie à aucune ligne" in nothing.reason
    assert (1, 1) == (late.overall.kept, late.overall.cases)
