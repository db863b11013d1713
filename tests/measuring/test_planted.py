"""What the generator plants is found, exactly, and nothing else: on every engine that is installed here."""

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

import zest.tables.generating.records as generating
from zest.engines.protocol import Lake
from zest.measurement import Measurement
from zest.measuring import picking
from zest.measuring.run import Request, measure
from zest.model.commitment import Clock, OpeningSlot
from zest.tables.generating import generate
from zest.tables.generating.world import AS_OF, TRADES
from zest.testing.records import ask, terms_for

ROWS = int(os.environ.get("ZEST_ROWS", "2000"))
BREACHES = int(os.environ.get("ZEST_BREACHES", "3"))
OPEN = (OpeningSlot("lun-ven 09:00-12:00"), OpeningSlot("lun-ven 14:00-18:00"))

PROMISES = {
    "hours-to-handle": "reponse-heures-horloge",
    "order-form-complete": "commande-complete",
    "contact-named": "referent",
    "presented-before-first": "presentation",
    "tariff-gap": "tarif",
    "hours-in-window": "plafond-heures-missions",
    "trained-before-assignment": "formation",
    "incident-free": "incident",
    "follow-up-done": "suivi",
}
RULES = {
    "Z071": "fin-avant-debut",
    "Z072": "chevauchement",
    "Z073": "journee-trop-longue",
    "Z074": "metier-inconnu",
    "Z076": "commande-en-double",
    "Z077": "date-future",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, Any]]:
    """Tables as Parquet files, and what was planted in them."""
    folder = tmp_path_factory.mktemp("tables")
    if ROWS > generating.CHUNK:
        from zest.tables.generating.writing import write_records

        write_records(folder / "essai", ROWS, 1, BREACHES, "parquet")
        import json

        return folder / "essai", json.loads((folder / "essai" / "manifeste.json").read_text("utf-8"))
    records = generate(ROWS, 1, BREACHES)
    for name in ("commandes", "missions", "suivis"):
        records.table(name).write_parquet(folder / f"{name}.parquet")
    return folder, records.manifest


def found(folder: Path, kinds: Mapping[str, str], on: str) -> Measurement:
    """Measure everything."""
    jobs = tuple(job for trade in TRADES for job in trade.jobs)
    terms = terms_for(AS_OF, kinds, structures=tuple(kinds), jobs=jobs)
    questions = [ask(slug, terms) for slug in (*PROMISES, "formalities-before-start", "safety-welcome-done")]
    business: dict[str, Any] = {"clock": Clock.BUSINESS_HOURS, "opening": OPEN, "key": "ouvrees"}
    questions.append(ask("hours-to-handle", terms, **business))
    sources = {
        name: Lake(paths=(str(folder / f"{name}.parquet"),)) for name in ("commandes", "missions", "suivis")
    }
    return measure(sources, Request(questions=questions, terms=terms, margin=0.05, rows=10_000), on)


def test_breaches_are_found_exactly(made: tuple[Path, Mapping[str, Any]], engine: str) -> None:
    """The rows at fault are those that were planted, and no other."""
    folder, manifest = made
    planted = {name: set(ids) for name, ids in manifest["planted"].items()}
    told = found(folder, manifest["structures"], engine)

    at_fault = {one.commitment: {row.key for row in one.rows} for one in told.promises}
    wrong = {one.code: {row.key for row in one.rows} for one in told.faults}
    expected = {slug: planted[name] for slug, name in PROMISES.items()}
    expected |= {
        "formalities-before-start": planted["dpae"] | planted["contrat"],
        "safety-welcome-done": set(),
        "ouvrees": planted["reponse-heures-ouvrees"],
    }

    assert expected == at_fault
    assert {code: planted[name] for code, name in RULES.items()} == wrong
    assert [] == [one.reason for one in told.promises if one.reason]
    assert all(len(one.rows) == one.rows_in_all for one in told.promises)
    assert all(len(one.rows) == one.rows_in_all for one in told.faults)


def test_engines_give_the_same_answer(made: tuple[Path, Mapping[str, Any]], other: str) -> None:
    """Row for row: counts, standings, rows at fault and their words."""
    folder, manifest = made
    one, same = (found(folder, manifest["structures"], on) for on in ("polars", other))
    bare = [list(p.rows) for p in same.promises] if other == "duckdb" else None

    assert [p.measures for p in one.promises] == [p.measures for p in same.promises]
    assert [p.overall for p in one.promises] == [p.overall for p in same.promises]
    assert [[(r.row, r.key, r.words) for r in p.rows] for p in one.promises] == [
        [(r.row, r.key, r.words) for r in p.rows] for p in same.promises
    ]
    assert [(f.code, f.table, f.rows_in_all) for f in one.faults] == [
        (f.code, f.table, f.rows_in_all) for f in same.faults
    ]
    if bare is not None:
        assert [list(p.rows) for p in one.promises] == bare


@pytest.mark.parametrize("cut", [False, True], ids=["read-again", "in-pieces"])
def test_long_tables_change_nothing(
    made: tuple[Path, Mapping[str, Any]], monkeypatch: pytest.MonkeyPatch, *, cut: bool
) -> None:
    """Tables too long to be held, or cut in twenty pieces, and suspects too many for a list give the very same."""
    from zest.engines import polars_engine

    folder, manifest = made
    whole = found(folder, manifest["structures"], "polars")
    monkeypatch.setattr(polars_engine, "HELD", 0)
    if cut:
        monkeypatch.setattr(polars_engine, "AT_ONCE", 1)
        monkeypatch.setattr(polars_engine, "PIECE", ROWS // 19)
        monkeypatch.setattr(picking, "MARKS", 0)

    assert whole == found(folder, manifest["structures"], "polars")


def test_a_late_answer_by_the_clock_may_be_in_time_by_opening_hours(
    made: tuple[Path, Mapping[str, Any]],
) -> None:
    """Sixty hours are late, and not forty-eight hours of opening."""
    folder, manifest = made
    told = {one.commitment: one for one in found(folder, manifest["structures"], "polars").promises}

    assert told["ouvrees"].overall.kept > told["hours-to-handle"].overall.kept
    assert dt.date(2026, 7, 31) == AS_OF
