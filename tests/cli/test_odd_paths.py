"""What a command is given may be a pipe, forbidden, or what it was told to read: one sentence, and nothing is lost."""

import json
import os
import shutil
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Forbidding = Callable[[Path], AbstractContextManager[None]]

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="les tubes nommés demandent Unix")


@pytest.fixture
def copied(shared: Path) -> Path:
    """A dossier with a sheet of its own."""
    return Path(shutil.copytree(ROOT / "examples/basse-normandie", shared / "d"))


@pytest.mark.parametrize(
    "source,target",
    [
        ("d", "d"),
        ("d", "d/zest.toml"),
        ("d", "d/zest.json"),
        ("d", "d/experiences/deux-hotels.toml"),
        ("d", "d/tables/x.toml"),
        ("d/zest.toml", "d"),
        ("d/zest.toml", "d/../d/zest.toml"),
    ],
)
def test_nothing_is_converted_onto_its_source(source: str, target: str, copied: Path, run: Run) -> None:
    """Even with ``--force``: what stays beside it would be read twice."""
    before = {file: file.read_bytes() for file in copied.rglob("*.*")}
    folder = copied.parent
    code, _, errors = run("convert", str(folder / source), str(folder / target), "--force")

    assert (2, True) == (code, "est la source elle-même" in errors)
    assert before == {file: file.read_bytes() for file in copied.rglob("*.*")}


def test_what_is_beside_the_source_is_a_target(copied: Path, run: Run) -> None:
    """In the very folder, as long as it is no part of what is read."""
    assert 0 == run("convert", str(copied), str(copied / "copie.toml"))[0]


@posix
@pytest.mark.parametrize(
    "option,words",
    [
        ("--baseline", "est un tube"),
        ("--config", "est un tube"),
        ("--write-baseline", "personne ne lit ce tube"),
        ("--output", "personne ne lit ce tube"),
    ],
)
def test_nobody_waits_for_a_pipe(option: str, words: str, copied: Path, run: Run) -> None:
    """Neither for who would write to it, nor for who would read it."""
    os.mkfifo(copied.parent / "f")
    code, _, errors = run("check", str(copied), option, str(copied.parent / "f"))

    assert (2, True) == (code, words in errors)


@posix
def test_nobody_waits_for_the_classes_of_exits(copied: Path, run: Run) -> None:
    """They are looked at before they are opened."""
    os.mkfifo(copied.parent / "f")
    words = ("--from", "flux-iae", "--motives", str(copied.parent / "f"))
    (copied.parent / "exports").mkdir()
    code, _, errors = run("convert", str(copied.parent / "exports"), str(copied.parent / "x.toml"), *words)

    assert 2 == code
    assert errors


@posix
def test_a_survey_that_is_a_pipe_is_refused(shared: Path, run: Run) -> None:
    """It is there, and it is no file."""
    pytest.importorskip("polars")
    os.mkfifo(shared / "f")
    code, _, errors = run("opportunities", "--territory", "14", "--bmo", str(shared / "f"))

    assert (2, True) == (code, "n'est pas un fichier ordinaire" in errors)


@posix
def test_a_pipe_that_somebody_reads_is_written_to(copied: Path, run: Run) -> None:
    """Whole."""
    pipe, read = copied.parent / "f", list[bytes]()
    os.mkfifo(pipe)
    thread = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    thread.start()
    # Once this end is open, somebody reads the other; it stays open, so that the reader waits for the rest.
    with pipe.open("wb"):
        code, _, _ = run("check", str(copied), "--format", "json", "--output", str(pipe))
    thread.join()

    assert code == json.loads(read[0])["exit_code"]


@posix
def test_a_pipe_of_the_shell_is_read(copied: Path, run: Run) -> None:
    """It is open already: what it holds comes."""
    reader, writer = os.pipe()
    os.write(writer, b'select = ["Z999"]\n')
    os.close(writer)
    code, _, errors = run("check", str(copied), "--config", f"/dev/fd/{reader}")
    os.close(reader)

    assert (2, True) == (code, "Z999" in errors)


@pytest.mark.parametrize(
    "part,words",
    [
        ("d", ("check", "d")),
        ("d", ("status", "d")),
        ("d", ("show", "d")),
        ("d/zest.toml", ("convert", "d", "x.toml")),
        ("missions.csv", ("measure", "missions.csv")),
    ],
)
def test_what_may_not_be_read_is_told_as_such(
    part: str, words: tuple[str, ...], copied: Path, run: Run, forbidding: Forbidding
) -> None:
    """In one sentence, and not as a breakdown."""
    folder = copied.parent
    (folder / "missions.csv").write_text("id_mission,structure,client,salarie,debut\n", "utf-8")
    command, *given = words
    typed = (command, *(str(folder / name) for name in given))
    run(*typed)
    with forbidding(folder / part):
        code, _, errors = run(*typed)

    assert (2, True) == (code, "avec vos droits" in errors)


@pytest.mark.parametrize("part", ["b", "b/zest.toml", "b/experiences"])
def test_a_member_that_may_not_be_read_stops_no_other(
    part: str, copied: Path, run: Run, forbidding: Forbidding
) -> None:
    """It is told among those that are lacking, or with what it lacks."""
    every = copied.parent / "all"
    for name in "abc":
        shutil.copytree(copied, every / name)
    typed = ("report", "--all", str(every), "--format", "json")
    whole = json.loads(run(*typed)[1])
    with forbidding(every / part):
        code, text, _ = run(*typed)
    told = json.loads(text)

    assert [] == whole["broken"]
    lacking = [] if part == "b/experiences" else ["b"]
    assert (3 if lacking else 0, lacking) == (code, [one["path"] for one in told["broken"]])
