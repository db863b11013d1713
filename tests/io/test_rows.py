"""The record tables of a dossier: their rows are judged like objects of its main file, at their own place."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from zest.checking import check
from zest.findings import Ground, Severity, Verdict
from zest.io import rows
from zest.io.dossier import load
from zest.model.activity import FollowUp
from zest.model.client import ClientKind
from zest.model.dossier import Dossier
from zest.model.outcome import NextJob, OutcomeClass
from zest.model.work import Recourse

pytest.importorskip("polars")

MAIN = """
[collective]
name = "Essai"
fictional = true

[[structures]]
key = "bocage"
name = "Bocage Emploi"
kind = "AI"
fictional = true

[[clients]]
key = "hotel"
name = "Hôtel d'essai"
kind = "firm"

[[missions]]
key = "M0"
structure = "bocage"
client = "hotel"
"""

MISSIONS = """id_mission;structure;client;type_client;departement;salarie;debut;fin;heures;heures_jour_max;contrat_mad_le;contrat_travail_le;dpae_le
M1;bocage;hotel;Entreprise;14;s-1;08/06/2026;19/06/2026;70,5;7h30;05/06/2026;08/06/2026;05/06/2026 11:20
M2;bocage;p-118;Particulier;14;s-2;10/06/2026;09/06/2026;3;;;;
M3;bocage;nulle-part;;;s-2;31/02/2026;;;;;;
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier with a folder of tables."""
    (tmp_path / "zest.toml").write_text(MAIN, "utf-8")
    (tmp_path / "tables").mkdir()
    return tmp_path


def with_tables(folder: Path, **tables: str) -> Dossier:
    """Load the dossier with some tables."""
    for name, text in tables.items():
        (folder / "tables" / f"{name}.csv").write_text(text, "utf-8")
    return load(folder)


def test_a_row_becomes_an_object_after_those_of_the_main_file(folder: Path) -> None:
    """Each value at its path, in its type; what the row does not tell is not told."""
    dossier = with_tables(folder, missions=MISSIONS)

    assert ["M0", "M1", "M2"] == [mission.key for mission in dossier.missions]
    first, second = dossier.missions[1:]
    assert (dt.date(2026, 6, 8), 70.5, "s-1") == (first.start, first.hours, first.employee)
    assert first.declared_at == dt.datetime(2026, 6, 5, 11, 20)
    assert first.lending_contract is not None
    assert first.lending_contract.established_on == dt.date(2026, 6, 5)
    assert first.work_contract is not None
    assert first.work_contract.sent_on == dt.date(2026, 6, 8)
    assert first.pattern is not None
    assert first.pattern.daily_hours == 7.5
    assert (None, None) == (second.lending_contract, second.pattern)


def test_the_place_of_a_row_is_its_file_and_its_row(folder: Path) -> None:
    """Findings about it, in the tables or in the rules, lead there."""
    dossier = with_tables(folder, missions=MISSIONS)
    report = check(dossier, as_of=dt.date(2026, 11, 23))

    [reversed_dates] = [f for f in report.findings if f.code == "Z048"]
    [unreadable] = [f for f in dossier.faults if f.code == "Z053"]
    assert (folder / "tables/missions.csv").as_posix() == reversed_dates.place.file == unreadable.place.file
    assert (3, 4) == (reversed_dates.place.line, unreadable.place.line)
    assert dossier.sources.place(("missions", 0)).file.endswith("zest.toml")
    assert dossier.sources.place(("missions",)).file.endswith("zest.toml")


def test_a_client_that_only_the_tables_name_is_made_of_what_they_tell(folder: Path) -> None:
    """Its kind decides which caps count; one that the main file tells is left as it is."""
    clients = with_tables(folder, missions=MISSIONS).clients

    assert [("hotel", "firm", None), ("p-118", "private-person", "14")] == [
        (client.key, client.kind, client.department) for client in clients
    ]
    assert clients[1].kind is ClientKind.PRIVATE_PERSON


def test_each_table_has_its_objects(folder: Path) -> None:
    """French words become those of the model."""
    dossier = with_tables(
        folder,
        commandes="id_commande;structure;recue_le;cas_recours;client\n"
        "C1;bocage;02/06/2026 09:15;Saisonnier;hotel\nC2;bocage;02/06/2026 09:15;;\n",
        suivis="id_suivi;id_mission;prevu_le;fait_le\nV1;M0;12/06/2026;\n",
        sorties="salarie;structure;sortie_le;classe;emploi_suivant\ns-1;bocage;30/09/2026;Durable;CDI\n",
    )

    assert [Recourse.SEASONAL, None] == [order.recourse for order in dossier.orders]
    assert (FollowUp(mission="M0", planned_on=dt.date(2026, 6, 12)),) == dossier.follow_ups
    [left] = dossier.outcomes
    assert (OutcomeClass.DURABLE, NextJob.CDI) == (left.outcome, left.next_job)


def test_files_of_one_table_are_read_one_after_the_other(folder: Path) -> None:
    """In the order of their names; what is no table is left."""
    for name, key in {"missions-2026-07.csv": "M7", "missions-2026-06.csv": "M6"}.items():
        (folder / "tables" / name).write_text(
            f"id_mission,structure,client,salarie,debut\n{key},bocage,hotel,s-1,2026-06-08\n", "utf-8"
        )
    for name in ("manifeste.json", ".missions.csv", "~missions.csv"):
        (folder / "tables" / name).write_text("x", "utf-8")
    dossier = load(folder)

    assert (["M0", "M6", "M7"], ()) == ([m.key for m in dossier.missions], dossier.faults)


def test_a_mapping_beside_the_tables_tells_how_they_are_written(folder: Path) -> None:
    """It is the dossier's own."""
    (folder / "tables/columns.toml").write_text("[missions]\n'Référence' = 'id_mission'\n", "utf-8")
    dossier = with_tables(
        folder, missions="REFERENCE;structure;client;salarie;debut\nM1;bocage;hotel;s-1;08/06/2026\n"
    )

    assert ("M1", ()) == (dossier.missions[1].key, dossier.faults)


def test_a_mapping_that_does_not_fit_is_a_finding(folder: Path) -> None:
    """The tables are read without it."""
    (folder / "tables/columns.toml").write_text("[missions]\n'Référence' = 'id'\n", "utf-8")
    dossier = with_tables(folder, missions=MISSIONS)

    assert ["Z058", "Z053"] == [fault.code for fault in dossier.faults]
    assert "columns.toml" in dossier.faults[0].place.file
    assert 3 == len(dossier.missions)


def test_a_table_that_cannot_be_read_is_a_finding_and_the_others_are_read(folder: Path) -> None:
    """Nothing is judged conforming without it."""
    (folder / "tables/suivis.xlsx").write_bytes(b"no workbook")
    dossier = with_tables(folder, missions=MISSIONS, export="a;b\n")
    report = check(dossier, as_of=dt.date(2026, 11, 23))

    assert ["Z058", "Z053", "Z058"] == [fault.code for fault in dossier.faults]
    assert 3 == len(dossier.missions)
    assert Verdict.CONFORMING not in {ground.verdict for ground in report.grounds}


def test_beyond_the_bound_rows_are_not_judged_and_the_verdict_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ground of law is then not checked; the main file is judged all the same."""
    monkeypatch.setattr(rows, "MOST", 1)
    dossier = with_tables(folder, missions=MISSIONS)

    assert ["M0"] == [mission.key for mission in dossier.missions]
    [found] = [fault for fault in dossier.faults if fault.code == "Z059"]
    assert (Severity.WARNING, Ground.LAW, True) == (found.severity, found.ground, found.unknown)
    assert "2 lignes" in found.message


def test_a_row_that_designates_a_person_is_told_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the rule when rows are judged, by the reading when they are not."""
    named = MISSIONS.replace(";s-1;", ";Camille Exemple;")
    judged = check(with_tables(folder, missions=named), as_of=dt.date(2026, 11, 23))
    monkeypatch.setattr(rows, "MOST", 1)
    measured = check(with_tables(folder, missions=named), as_of=dt.date(2026, 11, 23))

    assert [["Z814"], ["Z064"]] == [
        [one.code for one in report.findings if one.code in ("Z064", "Z814")] for report in (judged, measured)
    ]


def test_what_hides_nothing_leaves_the_verdict_whole(tmp_path: Path) -> None:
    """A blank row is told and costs nothing; rows that are not judged cost the ground of law alone."""
    example = Path(__file__).parents[2] / "examples/caen-exemplaire"
    (tmp_path / "tables").mkdir()
    (tmp_path / "zest.toml").write_bytes((example / "zest.toml").read_bytes())
    (tmp_path / "tables/suivis.csv").write_text(
        "id_suivi;id_mission;prevu_le;fait_le;note\n;;;;\nV1;M-2026-001;01/10/2026;01/10/2026;\n", "utf-8"
    )
    pytest.importorskip("zest_hotellerie_restauration")
    day = dt.date(2026, 11, 23)

    whole = check(load(tmp_path), as_of=day)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "MOST", 0)
        part = check(load(tmp_path), as_of=day)

    assert (["Z051", "Z056"], Verdict.CONFORMING) == ([f.code for f in whole.findings], whole.verdict)
    assert {Ground.LAW} == {g.ground for g in part.grounds if g.verdict is not Verdict.CONFORMING}


@pytest.mark.parametrize("clients", ["clients = 1", "clients = [1]", ""])
def test_clients_that_are_no_list_hide_no_table(tmp_path: Path, clients: str) -> None:
    """They are reported where they stand."""
    (tmp_path / "zest.toml").write_text(f"{clients}\n[collective]\nname = 'x'\n", "utf-8")
    (tmp_path / "tables").mkdir()

    assert 2 == len(with_tables(tmp_path, missions=MISSIONS).missions)


def test_a_dossier_without_tables_loads_no_data_frame(folder: Path) -> None:
    """Neither reading it nor naming the library does."""
    (folder / "tables").rmdir()
    told = "import sys, zest; zest.load(sys.argv[1]); print(*(m for m in ('polars', 'narwhals') if m in sys.modules))"

    shown = subprocess.run(
        [sys.executable, "-c", told, str(folder)], capture_output=True, text=True, check=True
    )

    assert "" == shown.stdout.strip()
