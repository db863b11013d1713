"""A full national edition of the BMO to a ranking, beside pandas doing the same; the three answers are compared.

The national file is found in the folder of public data (``ZEST_DATA``); without one, an edition of the same size is
invented. Each contestant is a process of its own, so that memory is its own too. The processor time of the second is
the steadier figure; each is run several times and the fastest is kept.
"""

import csv
import gzip
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from zest.opportunities.survey import MASKED_MOST
from zest.testing.reference_tables import reference_folder

RUNS = 5
DEPARTMENTS = ("14", "50", "61")
HEAD = (
    "annee", "Code métier BMO", "Nom métier BMO", "Famille_met", "Lbl_fam_met", "REG", "NOM_REG", "Dept", "NomDept",
    "BE25", "NOMBE25", "met", "xmet", "smet",
)  # fmt: skip


def zest(file: Path) -> dict[str, list[int]]:
    """Read, check every cell, count with bounds, rank with reasons: every job, on three départements."""
    from zest.opportunities.places import Area
    from zest.opportunities.ranking import Field, opportunities
    from zest.opportunities.reading import read_editions

    area = Area(name="", departments=DEPARTMENTS)
    told = opportunities(read_editions([file]), Field(area=area, sectors={}, every_job=True))
    return {
        one.code: [one.need.projects.low, one.need.projects.high, one.need.difficult.low] for one in told.jobs
    }


def pandas_all(file: Path) -> dict[str, list[int]]:
    """Do what an analyst does in a notebook: types guessed by pandas, masks as bounds, a sort."""
    import pandas as pd

    return _ranked(pd.read_csv(file, na_values=["*"], dtype={"Dept": str}))


def pandas_few(file: Path) -> dict[str, list[int]]:
    """Do the same on the columns that are needed alone."""
    import pandas as pd

    wanted = ["Code métier BMO", "Dept", "met", "xmet", "smet"]
    return _ranked(pd.read_csv(file, na_values=["*"], dtype={"Dept": str}, usecols=wanted))


def _ranked(frame: "object") -> dict[str, list[int]]:
    here = frame[frame["Dept"].isin(DEPARTMENTS)]  # type: ignore[index]
    whole = here["met"].fillna(MASKED_MOST)
    counted = here.assign(
        most=whole, hard=here["xmet"].fillna(0), hardest=here["xmet"].fillna(whole.clip(upper=MASKED_MOST)),
        season=here["smet"].fillna(0), seasonal=here["smet"].fillna(whole.clip(upper=MASKED_MOST)),
        met=here["met"].fillna(0),
    )  # fmt: skip
    sums = counted.groupby("Code métier BMO", sort=False)[
        ["met", "most", "hard", "hardest", "season", "seasonal"]
    ].sum()
    top = sums["met"].max()
    low = (
        40 * sums["met"] / top + 30 * sums["hard"] / sums["most"] + 10 * (1 - sums["seasonal"] / sums["most"])
    )
    high = (
        40 * (sums["most"] / top).clip(upper=1)
        + 30 * sums["hardest"] / sums["most"]
        + 10 * (1 - sums["season"] / sums["most"])
    )
    sums["points"] = (low + high) / 2
    best = sums.sort_values("points", ascending=False, kind="stable")
    return {code: [int(row.met), int(row.most), int(row.hard)] for code, row in best.iterrows()}


CONTESTANTS: dict[str, Callable[[Path], dict[str, list[int]]]] = {
    "zest": zest,
    "pandas, every column": pandas_all,
    "pandas, five columns": pandas_few,
}


def invented(folder: Path) -> Path:
    """Write an edition of the size of the national one."""
    file = folder / "bmo_2025_inventee.csv.gz"
    chance = random.Random(1)  # noqa: S311  # an invented survey has no secret
    with gzip.open(file, "wt", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(HEAD)
        for basin in range(406):
            where = f"{basin // 4 + 1:02}" if basin // 4 < 95 else "971"
            for job in range(124):
                whole = int(chance.expovariate(1 / 50))
                hard, season = int(whole * chance.random()), int(whole * chance.random())
                cells = ["*" if cell < 5 else cell for cell in (whole, hard, season)]
                label, place = f"Métier inventé {job}", f"BASSIN {basin}"
                code = f"X{job // 10}X{job % 10}0"
                table.writerow(
                    [2025, code, label, "V", "Vente", "28", "N", where, "D", 100 + basin, place, *cells]
                )
    return file


def alone(name: str, file: Path) -> None:
    """Run one contestant and print what it took: processor seconds and peak memory after the imports and the work."""
    begun = time.process_time()
    answer = CONTESTANTS[name](file)
    took = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": took, "mebibytes": peak, "answer": answer}))


def main() -> None:
    """Run each in its own process, compare the answers, print ratios."""
    folder = reference_folder()
    with tempfile.TemporaryDirectory() as spare:
        file = folder / "bmo_2025_france.csv.gz" if folder else invented(Path(spare))
        with gzip.open(file) as stream:
            size = sum(1 for _ in stream) - 1
        print(f"{file.name}: {size:,} rows, ranked for {', '.join(DEPARTMENTS)}; best of {RUNS}")
        told = {name: best(name, file) for name in CONTESTANTS}
    first = told["zest"]
    print("| | processor | × zest | peak memory | × zest |\n|---|--:|--:|--:|--:|")
    for name, one in told.items():
        ratios = (one["seconds"] / first["seconds"], one["mebibytes"] / first["mebibytes"])
        took, peak = f"{one['seconds'] * 1000:.0f} ms", f"{one['mebibytes']:.0f} MiB"
        print(f"| {name} | {took} | {ratios[0]:.2f} | {peak} | {ratios[1]:.2f} |")
    same = all(one["answer"] == first["answer"] for one in told.values())
    ranks = all(list(one["answer"]) == list(first["answer"]) for one in told.values())
    print(
        f"same counts: {'yes' if same else 'NO'}; same order: {'yes' if ranks else 'NO'}; {len(first['answer'])} jobs"
    )


def best(name: str, file: Path) -> dict[str, object]:
    """Return the fastest of several runs."""
    command = [sys.executable, __file__, name, str(file)]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(RUNS)
    ]  # fmt: skip
    return min(runs, key=lambda one: one["seconds"])


if __name__ == "__main__":
    if len(sys.argv) == 3:
        alone(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
