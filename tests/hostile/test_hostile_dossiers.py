"""Dossiers made to hang, to fill the memory or to break the program: a report or one line, in bounded time."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from zest.checking import check
from zest.io.dossier import load
from zest.io.writing import to_toml
from zest.report import Report
from zest.testing.samples import AS_OF, core_assembly, core_sample, dossier_of

# Measuring the coverage makes every line several times slower.
SECONDS = 6.0 if sys.gettrace() is None else 40.0

MAIN = '[collective]\nname = "C"\n'

Lay = Callable[[Path], None]


def many(name: str, count: int, row: str) -> str:
    """Return a list of inline tables, ``#`` being the rank of each."""
    return f"{name} = [{','.join(row.replace('#', str(n)) for n in range(count))}]\n"


STRUCTURE = '{key="s#",name="a"}'
MISSION = '{key="m#",structure="s",client="d#"}'
MEASURE = '{commitment="c#",structure="s",quarter="2026-T1",kept=1,cases=1}'

LARGE = {
    "structures": many("structures", 2000, STRUCTURE) + 'offers = [{key = "o"}]',
    "structures of one key": many("structures", 2000, '{key="s",name="a"}'),
    "structures and offers": many("structures", 100, STRUCTURE) + many("offers", 100, '{key="o#"}'),
    "lost references": many("clients", 1500, '{key="c#"}') + many("missions", 1500, MISSION),
    "waivers": many("waivers", 2000, '{rule="Z1#",subject="s#"}') + many("structures", 2000, STRUCTURE),
    "measures": many("measures", 1500, MEASURE)
    + '[[offers]]\nkey = "o"\n'
    + many("commitments", 1500, '{key="c#"}'),
    "unknown keys": "\n".join(f"cle{n} = 1" for n in range(4000)),
    "empty structures": many("structures", 4000, "{}"),
    "wrong kinds": many("structures", 2000, '{key="s#",name="a",kind="X#"}'),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_dossier_is_judged_in_bounded_time(name: str, tmp_path: Path) -> None:
    """Twice as long a file does not take four times as long."""
    (tmp_path / "zest.toml").write_text(LARGE[name], "utf-8")
    begun = time.process_time()
    report = check(load(tmp_path), as_of=AS_OF)

    assert report.findings
    assert time.process_time() - begun < SECONDS


def sheets_in_a_loop(folder: Path) -> None:
    """Lay sheets that lead back to themselves."""
    (folder / "experiences").symlink_to(folder / "experiences")


def sheets_are_a_pipe(folder: Path) -> None:
    """Lay a pipe in the place of the folder."""
    os.mkfifo(folder / "experiences")


@pytest.mark.skipif(sys.platform == "win32", reason="les tubes nommés et les liens demandent Unix")
@pytest.mark.parametrize("lay", [sheets_in_a_loop, sheets_are_a_pipe])
def test_what_is_no_folder_of_sheets_holds_none(lay: Lay, tmp_path: Path) -> None:
    """It is told, as if there were none, and nothing waits."""
    (tmp_path / "zest.toml").write_text(MAIN, "utf-8")
    lay(tmp_path)
    dossier = load(tmp_path)

    assert (["Z009"], (), "C") == ([f.code for f in dossier.faults], dossier.experiences, dossier.name)


@pytest.mark.skipif(sys.platform == "win32", reason="les tubes nommés et les liens demandent Unix")
def test_every_hostile_sheet_is_told_and_hides_no_other(tmp_path: Path) -> None:
    """A pipe, a loop, a folder, a device, a file of a gigabyte, another encoding: each by its name."""
    (tmp_path / "zest.toml").write_text(MAIN, "utf-8")
    sheets = tmp_path / "experiences"
    sheets.mkdir()
    os.mkfifo(sheets / "a-tube.toml")
    (sheets / "b-boucle.toml").symlink_to(sheets / "b-boucle.toml")
    (sheets / "c-dossier.toml").mkdir()
    (sheets / "d-sans-fin.toml").symlink_to("/dev/zero")
    with (sheets / "e-enorme.toml").open("wb") as file:
        file.truncate(10**9)
    (sheets / "f-utf16.toml").write_bytes('key = "x"'.encode("utf-16"))
    (sheets / "g-profond.toml").write_text("a = " + "[" * 100_000, "utf-8")
    (sheets / "h-saine.toml").write_text('key = "h"', "utf-8")
    begun = time.process_time()
    dossier = load(tmp_path)

    assert ["Z006"] * 6 + ["Z001"] == [f.code for f in dossier.faults]
    assert "abcdefg" == "".join(f.place.file.rpartition("/")[2][0] for f in dossier.faults)
    assert ["h"] == [e.key for e in dossier.experiences]
    assert time.process_time() - begun < SECONDS


@pytest.mark.skipif(sys.platform != "linux", reason="seul Linux garde des noms qui ne sont pas en UTF-8")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_name_that_is_no_text_breaks_no_report(form: str, tmp_path: Path) -> None:
    """It is written with an escape, in both forms."""
    (tmp_path / "zest.toml").write_text(MAIN, "utf-8")
    (tmp_path / "experiences").mkdir()
    with open(os.fsencode(tmp_path / "experiences") + b"/\xff.toml", "wb") as file:  # noqa: PTH123  # bytes
        file.write(b"key =")
    run = subprocess.run(
        [sys.executable, "-m", "zest", "check", str(tmp_path), "--format", form],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (1, "") == (run.returncode, run.stderr)
    assert "Z001" in run.stdout
    if form == "json":
        assert "Z001" in {f["code"] for f in json.loads(run.stdout)["findings"]}


def judged(folder: Path, text: str) -> Report:
    """Write a dossier, read it and judge it."""
    (folder / "zest.toml").write_text(text, "utf-8")
    return check(load(folder), as_of=AS_OF, assembly=core_assembly())


def test_lines_added_before_change_no_fingerprint(tmp_path: Path) -> None:
    """Only the places move."""
    sample = core_sample()
    sample["structures"][1]["exclusive"] = False
    sample["experiences"][0]["quotes"][0].pop("consent")
    text = to_toml(dossier_of(sample))
    before, after = judged(tmp_path, text), judged(tmp_path, f"# Une note\n\n{text}")

    assert [f.fingerprint for f in before.findings] == [f.fingerprint for f in after.findings]
    assert [f.place.line + 2 for f in before.findings] == [f.place.line for f in after.findings]
    assert before.findings


def test_the_order_of_keys_changes_nothing_but_places(tmp_path: Path) -> None:
    """A file sorted by another program is the same dossier."""
    sample = core_sample()
    sample["structures"][1]["exclusive"] = False
    sample["meetings"] = []
    for name, data in (("one", sample), ("two", dict(reversed(sample.items())))):
        (tmp_path / f"{name}.json").write_text(json.dumps(data, default=str), "utf-8")
    one, two = (check(load(tmp_path / f"{name}.json"), as_of=AS_OF) for name in ("one", "two"))

    assert [(f.fingerprint, f.message) for f in one.findings] == [
        (f.fingerprint, f.message) for f in two.findings
    ]
    assert one.grounds == two.grounds
    assert one.structures == two.structures


def test_what_was_misread_is_told_once(tmp_path: Path) -> None:
    """Neither asked for again by a rule, nor missed by what cites it."""
    sample = to_toml(dossier_of(core_sample()))
    lost_kind = judged(tmp_path, sample.replace('kind = "ETTI"', 'kind = "ETI"'))
    lost_structure = judged(tmp_path, sample.replace('name = "Perche Intérim"\n', ""))

    assert ["Z004"] == [f.code for f in lost_kind.findings]
    assert ["Z005"] == [f.code for f in lost_structure.findings]
