"""What could not be read is not held against anybody; nor is what is of nobody's."""

import datetime as dt
from pathlib import Path

import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

from zest.measurement import Measurement, PromiseMeasured
from zest.measuring.given import tables_given
from zest.measuring.run import Request, measure
from zest.testing.records import ask, measured, terms_for

AS_OF = dt.date(2026, 6, 30)
TERMS = terms_for(AS_OF, structures=("bocage", "perche"))
MISSIONS = """id_mission;structure;client;salarie;debut;presente_le;accueil_le;type_client;departement
M1;bocage;h;s-1;01/06/2026;le 28 mai;01/06/2026;hôtel;14
M2;bocage;h;s-2;01/06/2026;02/06/2026;le 1er;entreprise;14
M3;bocage;h;s-3;02/06/2026;02/06/2026;;entreprise;14
M4;bocage;m;s-1;02/06/2026;02/06/2026;01/06/2026;entreprise;1
"""
CLEAN = """id_mission;structure;client;salarie;debut;presente_le;accueil_le
M5;perche;h;s-1;01/06/2026;02/06/2026;01/06/2026
"""


def told(folder: Path, engine: str, **files: str) -> Measurement:
    """Measure files on presentations and welcomes."""
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    sources, read = tables_given([str(folder / f"{name}.csv") for name in files], engine)
    asked = [ask(slug, TERMS) for slug in ("presented-before-first", "safety-welcome-done")]
    return measure(sources, Request(questions=asked, terms=TERMS, margin=0.05, told=read), engine)


def test_a_cell_that_cannot_be_read_is_no_breach(tmp_path: Path, engine: str) -> None:
    """Its row tells not enough; a cell that somebody left empty is a breach, and so is what can be read."""
    presented, welcomed = told(tmp_path, engine, missions=MISSIONS).promises

    assert (2, 3, 1, ["M2"]) == counts(presented)
    assert (2, 3, 1, ["M3"]) == counts(welcomed)


def counts(one: PromiseMeasured) -> tuple[int, int, int, list[str]]:
    """Return kept, cases, untold and rows at fault."""
    return one.overall.kept, one.overall.cases, one.untold, [row.key for row in one.rows]


def test_a_file_that_was_read_whole_stands_beside_one_that_was_not(tmp_path: Path) -> None:
    """Of the rows of the first, nothing is doubtful."""
    presented, welcomed = told(tmp_path, "polars", missions=MISSIONS, missions_2=CLEAN).promises

    assert (2, 4, 1, ["M2", "M5"]) == counts(presented)
    assert (3, 4, 1, ["M3"]) == counts(welcomed)


def test_a_structure_that_nobody_knows_binds_nobody(engine: str) -> None:
    """Its rows are a fault, and neither a case of a promise nor a price to compare with."""
    day = dt.date(2026, 6, 1)
    row = {"client": "h", "debut": day, "departement": "14", "metier": "serveur", "incidents": 0}
    rows = [
        {**row, "id_mission": "M1", "structure": "bocage", "salarie": "s", "tarif_horaire": 20.0},
        {**row, "id_mission": "M2", "structure": "perche", "salarie": "t", "tarif_horaire": 20.5},
        {**row, "id_mission": "M3", "structure": "Bocage", "salarie": "s", "tarif_horaire": 30.0},
        {**row, "id_mission": "M4", "structure": "Bocage", "salarie": "t", "incidents": 2},
    ]
    asked = [ask(slug, TERMS) for slug in ("incident-free", "tariff-gap", "presented-before-first")]
    shown = [{**one, "presente_le": day if one["structure"] == "bocage" else None} for one in rows]

    found = measured({"missions": shown}, asked, TERMS, engine)

    assert [(2, 2, 0, []), (2, 2, 0, []), (1, 2, 0, ["M2"])] == [counts(one) for one in found.promises]
    assert [("Z075", 2)] == [(fault.code, fault.rows_in_all) for fault in found.faults]


def test_prices_of_no_trade_compare_with_none() -> None:
    """Nobody knows whether two of them are of one trade."""
    row = {"client": "h", "salarie": "s", "debut": dt.date(2026, 6, 1), "departement": "14"}
    rows = [
        {**row, "id_mission": "M1", "structure": "bocage", "tarif_horaire": 20.0, "metier": "serveur"},
        {**row, "id_mission": "M2", "structure": "bocage", "tarif_horaire": 20.0},
        {**row, "id_mission": "M3", "structure": "perche", "tarif_horaire": 30.0},
    ]

    [one] = measured({"missions": rows}, [ask("tariff-gap", TERMS)], TERMS).promises
    [none] = measured({"missions": rows[1:]}, [ask("tariff-gap", TERMS)], TERMS).promises

    assert (1, 1, 2, []) == counts(one)
    assert "« metier » n'est remplie à aucune ligne" in none.reason


def test_rules_of_rows_look_at_what_could_not_be_read_as_untold(tmp_path: Path) -> None:
    """An unreadable end is no period reversed."""
    text = (
        "id_mission;structure;client;salarie;debut;fin;accueil_le\nM1;bocage;h;s;02/06/2026;hier;02/06/2026\n"
    )
    found = told(tmp_path, "polars", missions=text)

    assert () == found.faults
    assert ["Z053"] == [one.code for one in found.tables[0].findings]
