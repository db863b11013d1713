"""``zest check`` of the sound example beside its peers: processor time and wall time of whole commands.

Each command is a fresh process, with bytecode; rounds are interleaved, so that a noisy machine is noisy for all.
"""

import csv
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "caen-exemplaire"
ROUNDS = int(os.environ.get("ROUNDS", "9"))

PYDANTIC = """
import datetime as dt, sys, tomllib
from typing import Literal
from pydantic import BaseModel, ConfigDict, Field

class Strict(BaseModel):
    model_config = ConfigDict(extra="ignore")
class Convention(Strict):
    start: dt.date
    end: dt.date
class Brand(Strict):
    signed_by_structure_on: dt.date
    signed_by_coorace_on: dt.date
class Structure(Strict):
    key: str
    name: str
    kind: Literal["AI", "ETTI", "EI", "ACI", "EITI"]
    siret: str = Field(pattern=r"^[0-9]{14}$")
    state_conventions: list[Convention]
    brand_convention: Brand
class Attendance(Strict):
    structure: str
    people: int = Field(ge=1)
class Training(Strict):
    audience: str
    attendances: list[Attendance] = []
class Measure(Strict):
    commitment: str
    structure: str
    quarter: str = Field(pattern=r"^[0-9]{4}-T[1-4]$")
    kept: int = Field(ge=0)
    cases: int = Field(ge=0)
class Dossier(Strict):
    structures: list[Structure]
    trainings: list[Training]
    measures: list[Measure]
with open(sys.argv[1], "rb") as file:
    dossier = Dossier.model_validate(tomllib.load(file))
trained = {a.structure for t in dossier.trainings if t.audience == "permanent-staff" for a in t.attendances}
bad = [s.key for s in dossier.structures if s.key not in trained or s.state_conventions[0].end < dt.date(2026, 11, 23)]
bad += [m.structure for m in dossier.measures if m.kept < 0.9 * m.cases]
print("ok" if not bad else bad)
sys.exit(bool(bad))
"""


def schema() -> dict[str, Any]:
    """Return a JSON Schema of the same parts as the pydantic script reads."""
    text, count = {"type": "string"}, {"type": "integer", "minimum": 0}
    structure = {
        "type": "object",
        "required": ["key", "name", "kind", "siret", "state_conventions", "brand_convention"],
        "properties": {
            "kind": {"enum": ["AI", "ETTI", "EI", "ACI"]},
            "siret": {**text, "pattern": "^[0-9]{14}$"},
            "name": text,
        },
    }
    measure = {
        "type": "object",
        "required": ["commitment", "kept", "cases"],
        "properties": {"kept": count, "cases": count},
    }
    lists = {
        "structures": {"type": "array", "items": structure},
        "measures": {"type": "array", "items": measure},
    }
    return {"type": "object", "required": list(lists), "properties": lists}


def commands(folder: Path) -> dict[str, list[str]]:
    """Write what the peers need and return each command."""
    data = tomllib.loads((EXAMPLE / "zest.toml").read_text("utf-8"))
    (folder / "schema.json").write_text(json.dumps(schema()), "utf-8")
    (folder / "peer.py").write_text(PYDANTIC, "utf-8")
    with (folder / "structures.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, ["key", "name", "kind", "siret"], extrasaction="ignore")
        rows.writeheader()
        rows.writerows(data["structures"])
    python, scripts = sys.executable, Path(sys.executable).parent
    return {
        "python -c pass": [python, "-c", "pass"],
        "import zest": [python, "-c", "import zest"],
        "zest --version": [str(scripts / "zest"), "--version"],
        "zest check": [str(scripts / "zest"), "check", str(EXAMPLE), "--as-of", "2026-11-23"],
        "pydantic script": [python, str(folder / "peer.py"), str(EXAMPLE / "zest.toml")],
        "check-jsonschema": [
            str(scripts / "check-jsonschema"),
            "--schemafile",
            str(folder / "schema.json"),
            str(EXAMPLE / "zest.toml"),
        ],
        "frictionless": [str(scripts / "frictionless"), "validate", "structures.csv"],
    }


def timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Run one command; return processor time and wall time, in milliseconds."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{command[0]} : {done.stdout.decode()[-500:]}{done.stderr.decode()[-500:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu * 1000, wall * 1000


def main() -> None:
    """Print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listed = commands(folder)
        for command in listed.values():
            timed(command, folder)
        rounds = [{key: timed(command, folder) for key, command in listed.items()} for _ in range(ROUNDS)]
    bare = [statistics.median(one["python -c pass"][part] for one in rounds) for part in (0, 1)]
    print(f"{'':18}  CPU ms  × bare   wall ms  × bare   ({ROUNDS} rounds, medians)")
    for key in listed:
        cpu, wall = (statistics.median(one[key][part] for one in rounds) for part in (0, 1))
        print(f"{key:18}  {cpu:6.0f}  {cpu / bare[0]:6.1f}  {wall:8.0f}  {wall / bare[1]:6.1f}")


if __name__ == "__main__":
    main()
