"""All measures and rules of rows over generated tables, beside a bare scan, hand-written SQL and row-by-row peers.

``nox -s bench -- benchmarks/bench_records.py 10000000`` for ten million missions; one million by default. Each
contestant is a process of its own, so that memory is its own too. Wall time depends on who else uses the machine;
processor time is the steadier of the two.
"""

import datetime as dt
import importlib
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PEER_ROWS = 1_000_000
FEW = 50_000
ROUNDS, LONG = 3, 10
"""Times that each peer is run, unless it takes more seconds than that; the quickest of them is told."""
SHORT = "missions-peu.csv"
TABLES = ("commandes", "missions", "suivis")
GOALS = {
    "zest, polars": "≤ 6 × le balayage (mur), ≤ 1,1 × le SQL, ≤ 1,5 Gio",
    "zest, duckdb": "≤ 1,5 Gio",
}


def manifest(folder: Path) -> dict[str, Any]:
    """Return what was generated."""
    told: dict[str, Any] = json.loads((folder / "manifeste.json").read_text("utf-8"))
    return told


def bare(folder: Path) -> object:
    """Read every column that is measured, and do next to nothing with it."""
    import polars as pl

    scans = [pl.scan_parquet(folder / f"{name}.parquet").select(pl.all().max()) for name in TABLES]
    return [one.rows() for one in pl.collect_all(scans, engine="streaming")]


def zest(folder: Path, engine: str) -> dict[str, int]:
    """Measure everything; return cases at fault of each promise and rule."""
    from zest.engines.protocol import Lake
    from zest.measuring.run import Request, measure
    from zest.tables.generating.world import TRADES
    from zest.testing.records import ask, terms_for

    told = manifest(folder)
    jobs = tuple(job for trade in TRADES for job in trade.jobs)
    kinds = told["structures"]
    terms = terms_for(dt.date.fromisoformat(told["as_of"]), kinds, structures=tuple(kinds), jobs=jobs)
    slugs = (
        "hours-to-handle", "order-form-complete", "contact-named", "formalities-before-start", "safety-welcome-done",
        "trained-before-assignment", "incident-free", "follow-up-done", "presented-before-first", "tariff-gap",
        "hours-in-window",
    )  # fmt: skip
    request = Request(questions=[ask(slug, terms) for slug in slugs], terms=terms, margin=0.05)
    sources = {name: Lake(paths=(str(folder / f"{name}.parquet"),)) for name in TABLES}
    answer = measure(sources, request, engine)
    found = {one.commitment: one.overall.cases - one.overall.kept for one in answer.promises}
    rules: dict[str, int] = {}
    for fault in answer.faults:
        rules[fault.code] = rules.get(fault.code, 0) + fault.rows_in_all
    return {**found, **rules}


def by_hand(folder: Path) -> dict[str, int]:
    """Answer the same in SQL: counts by structure and quarter, and the rows at fault."""
    import duckdb
    from records_sql import COUNTS, FAULTS, SETUP

    from zest.tables.generating.world import TRADES
    from zest.working_days import SPECIAL_PLACES, working_days_later

    told = manifest(folder)
    day = dt.date.fromisoformat(told["as_of"])
    words = {
        "folder": folder, "day": f"DATE '{day}'", "over": f"TIMESTAMP '{day + dt.timedelta(days=1)} 00:00:00'",
        "etti": _listed(key for key, kind in told["structures"].items() if kind != "AI"),
        "structures": _listed(told["structures"]), "places": _listed(SPECIAL_PLACES),
        "jobs": _listed(job for trade in TRADES for job in trade.jobs),
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as spill:
        base = duckdb.connect(config={"temp_directory": spill})
        base.execute("SET preserve_insertion_order = false")
        base.execute(SETUP.format(**words))
        days = [dt.date(2024, 6, 1) + dt.timedelta(days=n) for n in range(850)]
        places = ("", *SPECIAL_PLACES)
        held = [[d for _ in places for d in days], [p for p in places for _ in days]]
        limits = [working_days_later(d, 2, p) for p in places for d in days]
        base.execute(
            "CREATE TABLE limites AS SELECT unnest(?::DATE[]) AS jour, unnest(?::VARCHAR[]) AS lieu, "
            "unnest(?::DATE[]) AS limite",
            [*held, limits],
        )
        counts = {name: _rows(base.execute(query.format(**words))) for name, query in COUNTS.items()}
        for name, query in FAULTS.items():
            base.execute(f"CREATE TABLE f_{name} AS {query.format(**words)}")
            base.execute(f"SELECT * FROM f_{name} ORDER BY 1 LIMIT 1000").fetchall()  # noqa: S608
        sizes = {name: base.execute(f"SELECT count(*) FROM f_{name}").fetchone()[0] for name in FAULTS}  # noqa: S608
        base.close()
    return _answers(counts, sizes)


def _listed(words: Any) -> str:
    return f"({', '.join(repr(word) for word in words)})"


def _rows(result: Any) -> list[dict[str, Any]]:
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _answers(counts: dict[str, list[dict[str, Any]]], sizes: dict[str, int]) -> dict[str, int]:
    def total(table: str, name: str) -> int:
        return int(sum(row[name] for row in counts[table]))

    missions = {
        name: total("missions", name) for name in counts["missions"][0] if name not in ("structure", "q")
    }
    rules = {
        "Z071": total("commandes", "z71") + missions["z71"], "Z072": sizes["z72"], "Z073": missions["z73"],
        "Z074": total("commandes", "z74") + missions["z74"],
        "Z076": sizes["z76"] + sizes["z76m"] + sizes["z76s"],
        "Z077": total("commandes", "z77") + missions["z77"] + total("suivis", "z77"),
    }  # fmt: skip
    return {
        "hours-to-handle": total("commandes", "r_cas") - total("commandes", "r_tenus"),
        "order-form-complete": total("commandes", "o_cas") - total("commandes", "o_tenus"),
        "contact-named": total("referent", "cas") - total("referent", "tenus"),
        "formalities-before-start": missions["cas"] - missions["f_tenus"],
        "safety-welcome-done": missions["cas"] - missions["a_tenus"],
        "trained-before-assignment": missions["t_cas"] - missions["t_tenus"],
        "incident-free": missions["cas"] - missions["i_tenus"],
        "follow-up-done": total("suivis", "cas") - total("suivis", "tenus"),
        "presented-before-first": total("presentation", "cas") - total("presentation", "tenus"),
        "tariff-gap": total("tarif", "cas") - total("tarif", "tenus"),
        "hours-in-window": sizes["plafond"],
        **{code: number for code, number in rules.items() if number},
    }


OWN = ("narwhals", "zest.measuring.counting", "zest.measuring.given", "zest.testing.records")
CONTESTANTS: dict[str, tuple[Callable[..., Any], tuple[str, ...], tuple[str, ...]]] = {
    "balayage nu": (bare, (), ("polars",)),
    "SQL à la main, duckdb": (by_hand, (), ("duckdb",)),
    "zest, polars": (zest, ("polars",), ("polars", *OWN)),
    "zest, duckdb": (zest, ("duckdb",), ("duckdb", *OWN)),
}
PEERS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "zest, d'un lac Parquet": ("zest", "lac/missions", ("polars", "holidays", *OWN)),
    "zest, du CSV": ("zest", "missions.csv", ("polars", "holidays", *OWN)),
    "pandera sur polars, du CSV": ("pandera", "missions.csv", ("pandera", "pandera.polars")),
    "pandera sur polars, du Parquet": (
        "pandera",
        "lac/missions/missions.parquet",
        ("pandera", "pandera.polars"),
    ),
    "pydantic, ligne à ligne, du CSV": ("pydantic", "missions.csv", ("pydantic",)),
    "Great Expectations, du CSV": ("great_expectations", "missions.csv", ("great_expectations",)),
    "zest, d'un CSV court": ("zest", SHORT, ("polars", "holidays", *OWN)),
    "frictionless, du même": ("frictionless", SHORT, ("frictionless",)),
}
"""By name: module, file, libraries. Frictionless is given fewer rows: it would take minutes; throughput is compared."""


def run_one(name: str, folder: Path) -> dict[str, Any]:
    """Run a contestant in a process of its own."""
    command = [sys.executable, __file__, "--one", name, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name}:\n{done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def one(name: str, folder: Path) -> None:
    """Run one contestant here; print what it took."""
    work, libraries = _work(name, folder)
    # Some take three seconds to import: throughput is what is compared.
    for library in libraries:
        importlib.import_module(library)
    start, before = time.perf_counter(), time.process_time()
    answer = work()
    took = {"wall": time.perf_counter() - start, "cpu": time.process_time() - before}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(json.dumps({**took, "peak": peak, "answer": answer if isinstance(answer, dict) else None}))


def _work(name: str, folder: Path) -> tuple[Callable[[], Any], tuple[str, ...]]:
    if name in CONTESTANTS:
        function, arguments, libraries = CONTESTANTS[name]
        return lambda: function(folder, *arguments), libraries
    peer, file, libraries = PEERS[name]
    module = importlib.import_module(f"peers.with_{peer}")
    # A first time over a thousand rows, as in a program that is running: what is imported late is.
    module.judged(folder, f"peu/{file}")
    return lambda: module.judged(folder, file), libraries


def peers_files(folder: Path) -> None:
    """Write the missions that peers read: all, a twentieth, and a thousand."""
    import polars as pl

    whole = pl.read_parquet(folder / "missions.parquet", n_rows=PEER_ROWS)
    for place, frame in ((folder, whole), (folder / "peu", whole.head(1_000))):
        (place / "lac" / "missions").mkdir(parents=True, exist_ok=True)
        frame.write_parquet(place / "lac" / "missions" / "missions.parquet")
        # Whole structures, as breaches lie between the rows of one.
        sizes = frame["structure"].value_counts().sort("structure")
        some = sizes.filter(pl.col("count").cum_sum().shift(1, fill_value=0) < FEW)["structure"]
        few = frame.filter(pl.col("structure").is_in(some.implode()))
        for name, rows in (("missions.csv", frame), (SHORT, few)):
            rows.write_csv(place / name, datetime_format="%Y-%m-%dT%H:%M:%S")


def main(rows: int) -> None:
    """Generate, run, compare, print."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "tables"
        # In a process of its own: a child's peak memory begins at that of who starts it.
        subprocess.run([sys.executable, __file__, "--make", str(folder), str(rows)], check=True)
        at_hand = {n: c for n, c in CONTESTANTS.items() if all(map(importlib.util.find_spec, c[2]))}
        took = {name: run_one(name, folder) for name in at_hand}
        print(
            f"\n{rows} missions, et leurs commandes et suivis : toutes les mesures, toutes les règles de lignes"
        )
        print(f"{'':24}{'processeur':>12}{'× nu':>7}{'mur':>9}{'× nu':>7}{'mémoire':>10}  but")
        floor = took["balayage nu"]
        for name, told in took.items():
            cpu, wall = (f"{told[kind]:10.1f} s{told[kind] / floor[kind]:7.1f}" for kind in ("cpu", "wall"))
            print(f"{name:24}{cpu}{wall}{told['peak']:7.2f} Gio  {GOALS.get(name, '')}")
        answers = {name: told["answer"] for name, told in took.items() if told["answer"]}
        same = len({json.dumps(answer, sort_keys=True) for answer in answers.values()}) == 1
        print("réponses identiques" if same else f"RÉPONSES DIFFÉRENTES : {json.dumps(answers, indent=1)}")
        compare_peers(folder)


def run_in_turn(names: list[str], folder: Path) -> dict[str, dict[str, Any]]:
    """Run contestants one after the other, and again: who else uses the machine slows now one, now another."""
    best = {name: run_one(name, folder) for name in names}
    for _ in range(ROUNDS - 1):
        for name in [name for name in names if best[name]["wall"] < LONG]:
            best[name] = min(best[name], run_one(name, folder), key=lambda told: float(told["wall"]))
    return best


def rows_of(file: Path) -> int:
    """Count the rows of a CSV file."""
    import polars as pl

    return int(pl.scan_csv(file, infer_schema=False).select(pl.len()).collect().item())


def compare_peers(folder: Path) -> None:
    """Run the peers, print how many rows each judges in a second, beside zest."""
    times = run_in_turn([n for n, c in PEERS.items() if all(map(importlib.util.find_spec, c[2]))], folder)
    whole, short = (rows_of(folder / name) for name in ("missions.csv", SHORT))
    print(
        f"\n{whole} missions, les mêmes réponses : sept engagements, les règles de lignes, chaque ligne située"
    )
    print(
        f"{'':32}{'mur':>9}{'processeur':>12}{'mémoire':>10}{'lignes/s':>11}{'zest, lac':>11}{'zest, CSV':>11}"
    )
    sizes = {name: short if PEERS[name][1] == SHORT else whole for name in times}
    rates = {name: sizes[name] / told["wall"] for name, told in times.items()}
    lake, text = (rates[name] for name in list(rates)[:2])
    for name, told in times.items():
        rate = rates[name]
        ratios = f"{lake / rate:9.1f} ×{text / rate:9.1f} ×"
        print(
            f"{name:32}{told['wall']:7.1f} s{told['cpu']:10.1f} s{told['peak']:6.2f} Gio{rate:11.0f}{ratios}"
        )
    for size in dict.fromkeys(sizes.values()):
        answers = {name: json.dumps(told["answer"]) for name, told in times.items() if sizes[name] == size}
        same = len(set(answers.values())) == 1 and "{}" not in answers.values()
        print(f"{size} lignes : réponses {'identiques' if same else f'DIFFÉRENTES : {answers}'}")


def make(folder: Path, rows: int) -> None:
    """Write the tables that contestants read."""
    from zest.tables.generating.writing import write_records

    write_records(folder, rows, 1, max(2, rows // 20_000), "parquet")
    peers_files(folder)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make(Path(sys.argv[2]), int(sys.argv[3]))
    elif sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
