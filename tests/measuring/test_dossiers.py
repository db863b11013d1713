"""The tables of a dossier in its verdict."""

import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

pytest.importorskip("polars")
pytest.importorskip("zest_hotellerie_restauration")

from zest.checking import check
from zest.findings import Finding, Place, Verdict
from zest.io.dossier import load
from zest.io.rows import MOST
from zest.model.dossier import Dossier
from zest.report import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = dt.date(2026, 11, 23)

ORDERS = "id_commande;structure;client;type_client;departement;metier;recue_le;traitee_le;debut;fin"
MISSIONS = "id_mission;structure;client;salarie;debut;fin;presente_le;heures;heures_jour_max"

Tables = Mapping[str, str]
Made = Callable[[Tables], Path]


@pytest.fixture
def dossier(tmp_path: Path) -> Made:
    """The sound example, with tables beside it."""

    def make(tables: Tables) -> Path:
        folder = tmp_path / "dossier"
        shutil.copytree(EXAMPLES / "caen-exemplaire", folder)
        (folder / "tables").mkdir()
        for name, text in tables.items():
            (folder / "tables" / f"{name}.csv").write_text(text, "utf-8")
        return folder

    return make


def orders(*rows: str) -> Tables:
    """Return a table of orders of one structure."""
    return {"commandes": "\n".join((ORDERS, *rows)) + "\n"}


def order(number: int, month: str, hours: int, structure: str = "bocage-emploi") -> str:
    """Return an order received at nine, answered after some hours."""
    asked = dt.datetime.fromisoformat(f"2026-{month}-02T09:00:00")
    answer = asked + dt.timedelta(hours=hours)
    return f"T{number};{structure};hotel-du-port;entreprise;14;serveur;{asked:%d/%m/%Y %H:%M};{answer:%d/%m/%Y %H:%M};;"


def verdict(folder: Path) -> tuple[Dossier, Report]:
    """Check the folder."""
    read = load(folder)
    return read, check(read, as_of=DAY)


def of(report: Report, code: str) -> list[Finding]:
    """Return the findings of one code."""
    return [one for one in report.findings if one.code == code]


def test_what_tables_measure_is_in_the_report(dossier: Made) -> None:
    """A quarter that nobody gave by hand is measured, and the others stay."""
    folder = dossier(orders(*(order(n, "02", 5) for n in range(4))))

    read, report = verdict(folder)
    _, before = verdict(EXAMPLES / "caen-exemplaire")
    [told] = [c for c in report.commitments if c.commitment == "reponse-48h"]
    [was] = [c for c in before.commitments if c.commitment == "reponse-48h"]

    assert {"commandes"} == {table.name for table in read.tables}
    assert (was.overall.kept + 4, was.overall.cases + 4) == (told.overall.kept, told.overall.cases)
    assert ("bocage-emploi", "2026-T1", 4, 4) in [
        (m.structure, m.quarter, m.kept, m.cases) for m in told.measures
    ]


def test_a_broken_promise_names_its_rows(dossier: Made) -> None:
    """The finding stands at the first row at fault, and its remedy names the others."""
    late = [order(n, "02", 60) for n in (1, 2)]

    _, report = verdict(dossier(orders(order(0, "02", 5), *late, order(3, "02", 5))))
    [broken] = of(report, "Z122")

    assert "2 cas tenus sur 4" in broken.message
    assert broken.place.file.endswith("tables/commandes.csv")
    assert 3 == broken.place.line
    assert "lignes 3 et 4 de" in broken.remedy
    assert Verdict.NOT_CONFORMING is report.verdict


def test_a_promise_at_risk_names_its_row(dossier: Made) -> None:
    """One row is one row."""
    rows = [order(n, "02", 60 if n in (0, 1) else 5) for n in range(20)]

    _, report = verdict(dossier(orders(*rows)))
    [risk] = of(report, "Z123")

    assert "18 cas tenus sur 20" in risk.message
    assert "lignes 2 et 3 de" in risk.remedy


def test_a_count_by_hand_that_tables_contradict_is_a_finding(dossier: Made) -> None:
    """The one by hand stays in the report, and the finding stands where it was written."""
    _, report = verdict(dossier(orders(*(order(n, "05", 5) for n in range(4)))))
    [found] = of(report, "Z079")
    [told] = [c for c in report.commitments if c.commitment == "reponse-48h"]

    assert "15 cas tenus sur 15 à la main, 4 sur 4 d'après les tableaux." in found.message
    assert found.place.file.endswith("zest.toml")
    assert [(15, 15)] == [
        (m.kept, m.cases) for m in told.measures if (m.structure, m.quarter) == ("bocage-emploi", "2026-T2")
    ]


def test_a_count_by_hand_that_tables_confirm_is_silent(dossier: Made) -> None:
    """Both say fifteen of fifteen."""
    _, report = verdict(dossier(orders(*(order(n, "05", 5) for n in range(15)))))

    assert [] == of(report, "Z079")


def test_rows_at_fault_are_findings(dossier: Made) -> None:
    """One for each rule and file, at the first row."""
    lines = [
        "M1;bocage-emploi;hotel-du-port;s-1;02/02/2026;06/02/2026;01/02/2026;35;7",
        "M2;bocage-emploi;hotel-du-port;s-1;04/02/2026;06/02/2026;01/02/2026;20;25",
        "M3;bocage-emploi;hotel-du-port;s-2;04/02/2026;06/02/2026;01/02/2027;20;26",
    ]
    _, report = verdict(dossier({"missions": "\n".join((MISSIONS, *lines)) + "\n"}))
    found = {one.code: one for code in ("Z072", "Z073", "Z077") for one in of(report, code)}

    assert {"Z072", "Z073", "Z077"} == set(found)
    assert {3, 4} == {one.place.line for one in found.values()}
    assert "y manque 2 fois (lignes 3, 4)." in found["Z073"].message
    assert "(ligne 3 : s-1, dès le 04/02/2026, déjà en mission jusqu'au 06/02/2026)" in found["Z072"].message


def test_what_a_rule_says_of_an_object_is_said_once(dossier: Made) -> None:
    """Of a row that is judged as an object too, the rule of rows is silent."""
    few = [order(0, "02", 5, "inconnue")]
    many = [order(n, "02", 5, "inconnue") for n in range(MOST + 1)]

    _, report = verdict(dossier(orders(*few)))
    assert (1, 0) == (len(of(report, "Z043")), len(of(report, "Z075")))

    shutil.rmtree(Path(of(report, "Z043")[0].place.file).parents[1])
    _, report = verdict(dossier(orders(*many)))
    [found] = of(report, "Z075")
    assert 0 == len(of(report, "Z043"))
    assert f"y manque {MOST + 1} fois" in found.message
    assert "et 4981 autres" in found.message


def test_what_a_long_table_holds_is_not_said_unknown(dossier: Made) -> None:
    """Its rows are measured and not judged: a follow-up that names one of them names something."""
    lent = (f"M-{n};rive-travail;hotel;s-{n};2026-02-02;2026-02-03;;7;7" for n in range(MOST + 1))
    followed = ("id_suivi;id_mission;prevu_le;fait_le", "V-1;M-7;2026-02-02;2026-02-02")
    _, report = verdict(dossier({"missions": "\n".join((MISSIONS, *lent)), "suivis": "\n".join(followed)}))

    assert [] == of(report, "Z043")
    assert 1 == len(of(report, "Z059"))


def test_measures_of_tables_stand_where_their_rows_are(dossier: Made) -> None:
    """A measure without a row at fault stands at its file; the others where they were written."""
    read = load(dossier(orders(order(0, "02", 5), order(1, "02", 60))))
    from zest.measuring.dossiers import with_tables
    from zest.plugins.assembly import assemble

    told = with_tables(read, assemble(read.sectors).catalogue, (), DAY)
    ranks = range(len(read.measures), len(told.measures))

    assert [Place(file=read.tables[0].file, line=3)] == [
        told.sources.place(("measures", n, "kept")) for n in ranks
    ]
    assert read.sources.place(("measures", 0)) == told.sources.place(("measures", 0))
    assert not told.sources.lost(("measures", 0))


def test_a_dossier_without_tables_loads_no_data_frame() -> None:
    """Nor do the measures and engines."""
    code = (
        "import sys; from zest.cli import main; main(['check', 'examples/caen-exemplaire', '--as-of', '2026-11-23']); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('polars', 'narwhals', 'duckdb', 'pyspark')"
        " or m.startswith(('zest.indicators', 'zest.measuring', 'zest.engines'))))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=EXAMPLES.parent
    )

    assert "[]" == ran.stdout.splitlines()[-1]
