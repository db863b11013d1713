"""What containment costs when nothing fails, and what loading one sector by its name saves.

Calls are timed in this process, cold loads in fresh processes with bytecode. Rounds are interleaved and the fastest of
each is kept: on a machine that others use, noise only ever adds. Beside zest: pluggy's own loader and
importlib.metadata, on the very same distributions.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pluggy

import zest
from zest import hookspecs
from zest.plugins.containment import watching
from zest.plugins.discovery import discover
from zest.plugins.loading import load
from zest.plugins.origin import Loaded
from zest.rule import Case, Rule

ROUNDS = int(os.environ.get("ROUNDS", "9"))
CALLS = 2000
SECTORS = 12
INSTALLED = (30, 150)

MODULE = """
from zest.hookspecs import hookimpl
from zest.sector import Sector

@hookimpl
def zest_sector():
    return Sector.from_package(__name__)
"""
RULE = """
[{prefix}101]
name = "week-too-long"
on = "mission"
ground = "agreement"
severity = "warning"
requirement = "Une règle d'essai."
why = "Un essai."
remedy = "Un essai."
message = "{{value}} heures, pour {{bound}} au plus."
source = {{ reference = "Essai", status = "recalled" }}
field = "pattern.weekly_hours"
at_most = 40
bad = {{ "missions.0.pattern" = {{ weekly_hours = 45 }} }}
"""
BEFORE = """
import time
import pluggy
from zest import hookspecs
from zest.plugins.assembly import assemble, assemble_all
from zest.plugins.discovery import discover
from zest.edition.regional import RegionalEdition
assemble([])
begun = time.process_time()
"""
AFTER = """
print(1000 * (time.process_time() - begun))
"""
COLD = {
    "importlib.metadata": """
from importlib.metadata import entry_points
assert len([entry.load().zest_sector() for entry in entry_points(group="zest.sectors.v1")]) >= 12""",
    "pluggy's loader": """
manager = pluggy.PluginManager("zest")
manager.add_hookspecs(hookspecs)
manager.load_setuptools_entrypoints("zest.sectors.v1")
assert len(manager.hook.zest_sector()) >= 12""",
    "zest, every sector": "assert len(assemble_all().loaded) >= 12",
    "zest, one sector": "assert assemble(['secteur-07']).loaded",
    "zest, names alone": "assert len(discover()) >= 12",
}
"""Each is timed in a fresh process that has the core rules; the first two load every sector without any containment."""


def lay(site: Path, distributions: int) -> None:
    """Lay out distributions, of which the first dozen are sectors."""
    sample = Path(zest.__path__[0]) / "samples" / "sector"
    for rank in range(distributions):
        name = f"zest_secteur_{rank:02}" if rank < SECTORS else f"autre_{rank:03}"
        info = site / f"{name}-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
        points = (
            f"[zest.sectors.v1]\nsecteur-{rank:02} = {name}\n"
            if rank < SECTORS
            else "[console_scripts]\nx = y:z\n"
        )
        (info / "entry_points.txt").write_text(points, "utf-8")
        if rank < SECTORS:
            shutil.copytree(sample, site / name)
            fill(site / name, rank)


def fill(package: Path, rank: int) -> None:
    """Make one sector of the sample: its name, a rule, three hundred tasks."""
    slug, prefix = f"secteur-{rank:02}", f"S{chr(65 + rank)}"
    told = (package / "sector.toml").read_text("utf-8")
    told = told.replace('"echantillon"', f'"{slug}"').replace('"ECH"', f'"{prefix}"')
    (package / "sector.toml").write_text(told, "utf-8")
    (package / "__init__.py").write_text(MODULE, "utf-8")
    (package / "rules.toml").write_text(RULE.format(prefix=prefix), "utf-8")
    task = '[t{0}]\nlabel = "Tâche {0}"\nsource = {{ reference = "Essai", status = "recalled" }}\n'
    (package / "tasks.toml").write_text("".join(task.format(one) for one in range(300)), "utf-8")


def cpu(code: str, site: Path) -> float:
    """Run one snippet in a fresh process; return the processor time of its loading, in milliseconds."""
    env = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-c", BEFORE + code + AFTER]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr[-800:])
    return float(done.stdout)


def cold(distributions: int, folder: Path) -> None:
    """Print what each way of loading costs with that many distributions installed besides this machine's."""
    site = folder / str(distributions)
    lay(site, distributions)
    for code in COLD.values():
        cpu(code, site)
    rounds = [{name: cpu(code, site) for name, code in COLD.items()} for _ in range(ROUNDS)]
    fastest = {name: min(one[name] for one in rounds) for name in COLD}
    bare = fastest["importlib.metadata"]
    print(f"\n{distributions} distributions more, {SECTORS} of them sectors (fastest of {ROUNDS} rounds)")
    print(f"{'':20}  CPU ms  × importlib.metadata")
    for name, took in fastest.items():
        print(f"{name:20}  {took:6.1f}  {took / bare:6.2f}")


def timed(name: str, call: Callable[[], object]) -> float:
    """Return the processor time of one call, in microseconds; what is in a check is timed as in a check."""
    calls = CALLS if name.startswith("rule") else CALLS // 20
    with watching() if name.endswith("in a check") else contextlib.nullcontext():
        begun = time.process_time()
        for _ in range(calls):
            call()
        return 1e6 * (time.process_time() - begun) / calls


def warm(site: Path) -> None:
    """Print what containment adds to a hook that is called again, and to a rule that answers."""
    sys.path.insert(0, str(site))
    (found,) = discover()["secteur-07"]
    module = found.entry.load()
    one = load(found)
    if not isinstance(one, Loaded):
        sys.exit(getattr(one, "cause", "an edition"))
    calls: dict[str, Callable[[], object]] = {
        "hook, called bare": module.zest_sector,
        "hook, by pluggy": hooks(module).zest_sector,
        "hook, by zest": lambda: load(found),
        **rule_calls(one.sector.rules[0]),
    }
    rounds = [{name: timed(name, call) for name, call in calls.items()} for _ in range(ROUNDS)]
    fastest = {name: min(each[name] for each in rounds) for name in calls}
    print(
        f"\nOn the good path, in one process (fastest of {ROUNDS} rounds of {CALLS} calls, {CALLS // 20} for the hook)"
    )
    print(f"{'':24}  µs a call  above bare  × bare")
    for name, took in fastest.items():
        bare = fastest[f"{name.partition(',')[0]}, called bare"]
        print(f"{name:24}  {took:9.1f}  {took - bare:10.1f}  {took / bare:6.2f}")


def hooks(module: ModuleType) -> hookspecs.Hooks:
    """Register a plugin as pluggy does."""
    manager = pluggy.PluginManager("zest")
    manager.add_hookspecs(hookspecs)
    manager.register(module, "secteur-07")
    return hookspecs.hooks_of(manager)


def rule_calls(rule: Rule) -> dict[str, Callable[[], object]]:
    """Return a rule put to a mission, as its author wrote it and as the engine calls it."""
    from zest.testing.samples import AS_OF, core_assembly, core_sample, dossier_of

    dossier, law = dossier_of(core_sample()), core_assembly().catalogue.law.on(AS_OF)
    case = Case(dossier=dossier, as_of=AS_OF, law=law, sectors={})
    bare, mission = rule.check.__wrapped__, dossier.missions[0]  # type: ignore[attr-defined]
    return {
        "rule, called bare": lambda: list(bare(mission, case)),
        "rule, by zest in a check": lambda: list(rule.check(mission, case)),
        "rule, by zest alone": lambda: list(rule.check(mission, case)),
    }


def main() -> None:
    """Print times and ratios."""
    with tempfile.TemporaryDirectory() as name:
        for distributions in INSTALLED:
            cold(distributions, Path(name))
        warm(Path(name) / str(INSTALLED[0]))


if __name__ == "__main__":
    main()
