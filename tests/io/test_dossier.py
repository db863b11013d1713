"""A dossier from a folder or a file: places, several files, hostile ones, and back to text."""

import json
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zest.errors import UnreadableFileError
from zest.io.dossier import load
from zest.io.writing import plain, to_json, to_toml
from zest.model.dossier import Dossier
from zest.testing.samples import core_sample, dossier_of

MAIN = '[collective]\nname = "C"\n\n[[structures]]\nkey = "a"\nname = "A"\n'


def write(folder: Path, text: str, name: str = "zest.toml") -> Path:
    """Write a file and return its folder."""
    (folder / name).parent.mkdir(exist_ok=True, parents=True)
    (folder / name).write_text(text, "utf-8")
    return folder


def faults(folder: Path) -> list[tuple[str, int, int]]:
    """Return code, line and column of what loading found."""
    return [(f.code, f.place.line, f.place.column) for f in load(folder).faults]


@pytest.mark.parametrize(
    "line,expected",
    [
        ("siret = 12", [("Z004", 7, 9)]),
        ('kind = "A"', [("Z004", 7, 8)]),
        ("name2 = 1", [("Z002", 7, 1)]),
        ('fictional = "x"', [("Z003", 7, 13)]),
        ('[[structures]]\nname = "B"', [("Z005", 7, 1)]),
        ("siret = ", [("Z001", 7, 9)]),
    ],
)
def test_every_kind_of_fault_has_its_place(
    line: str, expected: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    """Line and column, from one."""
    assert expected == faults(write(tmp_path, MAIN + line + "\n"))


def test_a_fault_names_its_object_and_outlives_a_re_ordered_file(tmp_path: Path) -> None:
    """Its subject is the structure's name; its fingerprint rests on the structure's key."""
    other = '[[structures]]\nkey = "b"\nname = "B"\n'
    bad = '[[structures]]\nkey = "a"\nname = "A"\nsiret = "1"\n'
    begin = '[collective]\nname = "C"\n'
    one, two = (
        load(write(tmp_path / n, begin + t)).faults[0] for n, t in (("1", bad + other), ("2", other + bad))
    )

    assert ("C", "A") == one.subject == two.subject
    assert one.fingerprint == two.fingerprint
    assert one.place.line != two.place.line


def test_sheets_are_read_beside_the_main_file(tmp_path: Path) -> None:
    """Each in its file; a broken one is told and hides no other; what is not a sheet is said unread."""
    write(tmp_path, MAIN + '[[experiences]]\nkey = "dedans"\nvolume = 1\n')
    write(tmp_path, 'key = "x"\nhours = "dix"\n', "experiences/a.toml")
    write(tmp_path, '{"key": "y", "heures": 1}', "experiences/b.json")
    write(tmp_path, "key = ", "experiences/c.toml")
    write(tmp_path, "", "experiences/d.toml")
    write(tmp_path, "notes", "experiences/lisez-moi.txt")
    write(tmp_path, "x", "experiences/.cache.toml")
    dossier = load(tmp_path)
    found = {(f.code, f.place.file.rpartition("/")[2], f.place.line) for f in dossier.faults}

    assert {
        ("Z002", "zest.toml", 9),
        ("Z003", "a.toml", 2),
        ("Z002", "b.json", 1),
        ("Z001", "c.toml", 1),
        ("Z006", "d.toml", 0),
        ("Z009", "lisez-moi.txt", 0),
    } == found
    assert ["dedans", "x", "y"] == [e.key for e in dossier.experiences]
    assert "a.toml" in dossier.sources.place(("experiences", 1, "key")).file


def test_sheets_that_are_no_list_hide_no_other(tmp_path: Path) -> None:
    """The fault is told where it stands."""
    write(tmp_path, "experiences = 3\n")
    write(tmp_path, 'key = "x"\n', "experiences/a.toml")
    dossier = load(tmp_path)

    assert [("Z003", 1)] == [(f.code, f.place.line) for f in dossier.faults]
    assert ["x"] == [e.key for e in dossier.experiences]


def test_what_was_lost_is_known(tmp_path: Path) -> None:
    """By key for who cites it, by path for who would ask again."""
    dossier = load(
        write(tmp_path, '[[structures]]\nkey = "a"\n\n[[structures]]\nkey = "b"\nname = "B"\nsiret = "1"\n')
    )

    assert {"a"} == dossier.lost
    assert dossier.sources.lost(("structures", 0, "siret"))
    assert dossier.sources.lost(("structures", 0))
    assert not dossier.sources.lost(("structures", 0, "name"))
    assert (5, 1) == ((p := dossier.sources.place(("structures", 0, "key"), key=True)).line, p.column)


def test_a_file_alone_is_a_dossier(tmp_path: Path) -> None:
    """In each format; the sheets beside it are not read."""
    write(tmp_path, json.dumps({"collective": {"name": "J"}}), "seul.json")
    write(tmp_path, "collective:\n  name: Y\n", "seul.yaml")
    write(tmp_path, "key = 1", "experiences/a.toml")

    assert ["J", "Y"] == [load(tmp_path / f"seul.{end}").name for end in ("json", "yaml")]


@pytest.mark.parametrize("root", ["[]", "3", '"x"'])
def test_a_root_that_is_no_table_is_no_dossier(root: str, tmp_path: Path) -> None:
    """It is told, and nothing can be read."""
    dossier = load(write(tmp_path, root, "zest.json"))

    assert (False, ["Z001"]) == (dossier.readable, [f.code for f in dossier.faults])


def test_a_folder_without_its_main_file_says_which(tmp_path: Path) -> None:
    """And what to do."""
    with pytest.raises(UnreadableFileError, match="ne contient pas de fichier « zest.toml »"):
        load(tmp_path)
    with pytest.raises(UnreadableFileError):
        load(tmp_path / "absent")


def hostile(folder: Path, kind: str) -> None:
    """Put a hostile main file into a folder."""
    main = folder / "zest.toml"
    if kind == "loop":
        main.symlink_to(main)
    elif kind == "fifo":
        os.mkfifo(main)
    elif kind == "device":
        main.symlink_to("/dev/zero")
    elif kind == "huge":
        with main.open("wb") as file:
            file.truncate(10**9)
    elif kind == "folder":
        main.mkdir()
    else:
        main.write_bytes(b"")


@pytest.mark.skipif(sys.platform == "win32", reason="les tubes nommés et les liens demandent Unix")
@pytest.mark.parametrize("kind", ["loop", "fifo", "device", "huge", "folder", "empty"])
def test_a_hostile_main_file_ends_at_once_in_one_line(kind: str, tmp_path: Path) -> None:
    """In bounded time, naming the file."""
    hostile(tmp_path, kind)
    begun = time.monotonic()
    with pytest.raises(UnreadableFileError) as error:
        load(tmp_path)

    assert "zest.toml" in str(error.value)
    assert "\n" not in str(error.value)
    assert time.monotonic() - begun < 2


TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]), min_size=1, max_size=12)


@given(name=TEXT, city=TEXT, hours=st.floats(0, 1e6), people=st.integers(0, 999), fictional=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_what_was_written_gives_the_same_dossier(
    tmp_path: Path, name: str, city: str, hours: float, people: int, fictional: bool
) -> None:  # drawn
    """In TOML as in JSON; what was not told is not written."""
    sample = core_sample()
    sample["collective"]["name"] = name
    sample["structures"][0] |= {"city": city, "fictional": fictional}
    sample["missions"][0]["hours"] = hours
    sample["trainings"][1]["people"] = people
    dossier = dossier_of(sample)
    write(tmp_path, to_toml(dossier))
    write(tmp_path, to_json(dossier), "x.json")

    assert dossier == load(tmp_path) == load(tmp_path / "x.json")
    assert () == load(tmp_path).faults


def test_nothing_told_is_nothing_written() -> None:
    """An empty dossier is an empty text."""
    assert ({}, "") == (plain(Dossier()), to_toml(Dossier()))
