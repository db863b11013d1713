"""What a plugin says besides its answer: kept out of it, told with its name, and a failure for strict authors."""

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from zest.checking import check
from zest.cli import main
from zest.contract import Contract
from zest.plugins import loading
from zest.plugins.assembly import assemble
from zest.plugins.policy import Policy
from zest.testing.samples import AS_OF, changed, core_sample, dossier_of

Install = Callable[..., Path]
STRICT = Policy(strict=True)

GOOD = """
from zest.hookspecs import hookimpl
from zest.sector import Sector

@hookimpl
def zest_sector():
    return Sector.from_package(__name__)
"""
LOUD = """
import atexit, os, subprocess, sys
print('bavard')
os.write(1, b'bavard')
sys.stdout.buffer.write(b'bavard')
subprocess.run([sys.executable, '-c', "print('bavard')"])
atexit.register(print, 'bavard')
"""
RULE = """
import os, warnings
from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.rule import rule
from zest.source import verified

@rule("CAS101", on=Structure, ground=Ground.PRACTICE, severity=Severity.ERROR, requirement="Un essai.", why="Un essai.",
      remedy="Un essai.", source=verified("x", "2026-01-01"), bad={"x": 1})
def essai(structure, case):
    BODY
    if False: yield
"""


def add_rule(package: Path, body: str) -> None:
    """Put a rule on structures into a plugin."""
    (package / "rules").mkdir()
    (package / "rules" / "__init__.py").touch()
    (package / "rules" / "essai.py").write_text(RULE.replace("BODY", body), "utf-8")


def written(folder: Path) -> str:
    """Write a dossier whose offer is of the sector « casse », and return its folder."""
    offer = '[[structures]]\nkey = "a"\nname = "A"\n[[offers]]\nkey = "o"\nsector = "casse"\n'
    (folder / "zest.toml").write_text(offer, "utf-8")
    return str(folder)


@pytest.mark.parametrize("command", [["check", "{dossier}"], ["doctor"]])
@pytest.mark.parametrize("code", [GOOD, "raise SystemExit(0)"], ids=["sound", "leaves"])
def test_what_a_plugin_prints_is_not_in_the_answer(
    code: str, command: list[str], install: Install, site: Path, tmp_path: Path
) -> None:
    """However it prints, in a process of its own: the answer is whole JSON, and who printed is told beside it."""
    install("casse", LOUD + code)
    words = [word.format(dossier=written(tmp_path)) for word in command]
    run = subprocess.run(
        [sys.executable, "-m", "zest", *words, "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(site)},
    )

    assert json.loads(run.stdout)["schema"].startswith("zest-")
    assert "bavard" not in run.stdout
    assert "zest-casse 1.2.3 écrit sur la sortie standard" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="un fichier en mémoire, borné, demande Linux")
def test_a_plugin_cannot_fill_the_memory(install: Install, site: Path, tmp_path: Path) -> None:
    """What it writes past Python is refused after a while, and the answer is given."""
    install("casse", "import os\nwhile True: os.write(1, b'x' * 100_000)")
    run = subprocess.run(
        [sys.executable, "-m", "zest", "check", written(tmp_path), "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(site)},
    )

    assert 3 == json.loads(run.stdout)["exit_code"]
    assert "PermissionError" in run.stdout


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    "code,note",
    [
        ("print('bavard')\n", "il écrit sur la sortie standard (7 signes)"),
        ("import warnings\nwarnings.warn('vieux', DeprecationWarning)\n", "DeprecationWarning, vieux"),
    ],
)
def test_what_a_plugin_says_is_a_remark_or_a_failure(
    code: str, note: str, strict: bool, install: Install, capsys: pytest.CaptureFixture[str]
) -> None:
    """« zest sectors » tells it beside a sector that is ready; with --strict it is refused for it."""
    install("casse", code + GOOD)
    returned = main(["sectors", *(["--strict"] if strict else [])])
    told = capsys.readouterr().out.replace("\u00a0", " ")

    assert note in told
    assert (3 if strict else 0) == returned
    assert (not strict, strict) == ("Remarques" in told, "est refusé en mode strict" in told)


@pytest.mark.parametrize("body", ["print('bavard')", "warnings.warn('vieux', stacklevel=1)"])
def test_a_rule_that_says_something_fails_for_strict_authors_alone(
    body: str, install: Install, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At each call, with what it said."""
    add_rule(install("casse"), body)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        main(["check", written(tmp_path), "--format", "json"])
    lenient = json.loads(capsys.readouterr().out)
    main(["check", written(tmp_path), "--format", "json", "--strict"])
    strict = json.loads(capsys.readouterr().out)
    (told,) = (one["message"] for one in strict["findings"] if one["code"] == "Z024")

    assert [] == [one for one in lenient["findings"] if one["apparatus"]]
    assert "le mode strict n'admet pas" in told


def test_a_library_hears_warnings_only(install: Install, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output is that of the program that imports zest: it is left alone."""
    install("casse", "import warnings\nprint('bavard')\nwarnings.warn('vieux')\n" + GOOD)
    (loaded,) = assemble(["casse"]).loaded

    assert ("il avertit : UserWarning, vieux",) == loaded.notes
    assert "bavard\n" == capsys.readouterr().out


def test_a_plugin_that_speaks_a_version_on_its_way_out_is_told(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One minor version ahead, by name, with what to do; nothing else changes until then."""
    install("casse")
    monkeypatch.setattr(loading, "CONTRACT", Contract(oldest=1, newest=2, ending={1: "0.3"}))
    (loaded,) = assemble(["casse"]).loaded
    (refused,) = assemble(["casse"], policy=STRICT).refused

    assert "que zest 0.3 ne parlera plus" in loaded.notes[0]
    assert "doit accepter le contrat 2" in refused.cause


def test_a_rule_that_never_answers_is_asked_once(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand missions it would hang the check all the same; each subject is told the same words."""
    import time

    from zest.plugins import containment

    add_rule(install("casse"), "while True: pass")
    monkeypatch.setattr(containment, "LIMIT", 0.2)
    offers = [{**core_sample()["offers"][0], "sector": "casse"}]
    dossier = dossier_of(changed(core_sample(), {"offers": offers}))
    begun = time.perf_counter()
    report = check(dossier, as_of=AS_OF, assembly=assemble(["casse"]))
    late = [one.message for one in report.findings if one.code == "Z024"]

    assert time.perf_counter() - begun < 1
    assert 2 == len(late)
    assert 1 == len(set(late))
    assert "elle n'a pas répondu en 0,2 secondes, et n'est plus posée" in late[0]


def test_what_a_plugin_changes_of_the_process_is_put_back(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Path, folder, streams, depth; a plugin that fails leaves no module of its own behind."""
    code = (
        "import os, sys\nsys.path.append('ailleurs')\nsys.setrecursionlimit(5000)\nos.chdir('/')\nsys.stdout = None\n"
        "from greffon_zest_casse import morceau\nraise RuntimeError('cassé')"
    )
    (install("casse", code) / "morceau.py").touch()
    before = (list(sys.path), Path.cwd(), sys.stdout, sys.getrecursionlimit())
    (refused,) = assemble(["casse"]).refused

    assert "RuntimeError : cassé" in refused.cause
    assert before == (sys.path, Path.cwd(), sys.stdout, sys.getrecursionlimit())
    assert [] == [name for name in sys.modules if name.startswith("greffon_zest_casse")]


def test_a_folder_deleted_under_our_feet_keeps_no_plugin_away(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is then no folder to come back to."""
    install("casse")
    gone = tmp_path / "parti"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert ["casse"] == [one.origin.slug for one in assemble(["casse"]).loaded]
