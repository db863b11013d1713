"""The published schemas: up to date, valid by their dialect, true to what zest reads, judged by other validators."""

import copy
import json
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from zest.cli import main
from zest.console.helping import field_title, field_words, form_of, title, words
from zest.errors import UnknownSchemaError
from zest.io.writing import to_json
from zest.json_schema import published as publishing
from zest.json_schema.answers import ANSWERS
from zest.json_schema.published import FILES, FOLDER, MADE, generated, published
from zest.model.dossier import Dossier
from zest.model.offer import SectorOffer
from zest.model.structure import Structure
from zest.testing.samples import core_sample
from zest.testing.strategies import dossiers

ROOT = Path(__file__).parents[2]


def faults(name: str, data: Any) -> list[str]:
    """Return what the schema of that name finds wrong in data, days written as text as JSON has them."""
    written = json.loads(json.dumps(data, default=lambda day: day.isoformat()))
    checker = Draft202012Validator(json.loads(published(name).text), format_checker=FormatChecker())
    return [f"{error.json_path} {error.message}" for error in checker.iter_errors(written)]


def read(file: Path) -> Any:
    """Return a TOML file as data."""
    return tomllib.loads(file.read_text("utf-8"))


def files_of_sectors() -> Iterator[tuple[str, Path]]:
    """Yield each data file of each sector of the repository, with the name of its schema."""
    named = {name.removeprefix("sector-"): name for name in MADE if name.startswith("sector-")}
    named |= {"sector": "sector", "agreements-merged": "sector-agreements"}
    folders = {"jobs": "sector-job", "law": "sector-law"}
    homes = [*(p.parent for p in ROOT.glob("plugins/*/src/*/sector.toml"))]
    homes += [p.parent for p in ROOT.glob("src/zest/samples/*/sector.toml")]
    for file in sorted(file for home in homes for file in home.rglob("*.toml")):
        if found := folders.get(file.parent.name) or named.get(file.stem):
            yield found, file


FILES_OF_SECTORS = list(files_of_sectors())


@pytest.mark.parametrize("file,text", list(generated()), ids=lambda one: getattr(one, "name", ""))
def test_a_schema_is_the_one_that_the_model_makes(file: Path, text: str) -> None:
    """``python -m zest.json_schema`` was run after the last change of a class."""
    assert text == file.read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("table-")])
def test_a_schema_is_one(name: str) -> None:
    """The meta-schema of its dialect finds no fault in it; it has a number of version and a French title."""
    schema = json.loads(published(name).text)
    Draft202012Validator.check_schema(schema)

    assert (f"urn:zest:{name}:1" if name in MADE else f"zest-{name}/1") == schema["$id"]
    assert schema["title"]


@pytest.mark.parametrize("file", sorted(ROOT.glob("examples/*/zest.toml")), ids=lambda file: file.parent.name)
def test_examples_are_what_the_schema_says(file: Path) -> None:
    """All but the one that is full of faults, in which the schema sees faults of form."""
    found = faults("dossier", read(file))

    assert (file.parent.name == "fautif") is bool(found), found


@pytest.mark.parametrize(
    "file", sorted(ROOT.glob("examples/*/experiences/*.toml")), ids=lambda file: file.stem
)
def test_experience_sheets_are_what_the_schema_says(file: Path) -> None:
    """They have a schema of their own, for each stands in its own file."""
    assert [] == faults("experience", read(file)) or file.parents[1].name == "fautif"


@pytest.mark.parametrize(
    "name,file", FILES_OF_SECTORS, ids=[f"{f.parent.name}-{f.stem}" for _, f in FILES_OF_SECTORS]
)
def test_files_of_sectors_are_what_their_schema_says(name: str, file: Path) -> None:
    """Those of each sector that is published with zest, and those of the invented one."""
    assert [] == faults(name, read(file))


def test_the_sample_of_the_core_is_what_the_schema_says() -> None:
    """The sound one."""
    assert [] == faults("dossier", core_sample())


def test_samples_of_sectors_are_what_the_schema_says() -> None:
    """Those that are whole dossiers."""
    if not (ROOT / "plugins").is_dir():
        pytest.skip("the sectors are not beside the core: this is its source archive")
    samples = sorted(ROOT.glob("plugins/*/src/*/samples/*.toml"))

    assert samples
    assert {} == {file.name: found for file in samples if (found := faults("dossier", read(file)))}


@given(dossiers())
def test_what_zest_writes_is_what_the_schema_says(dossier: Dossier) -> None:
    """Any dossier that loads whole."""
    assert [] == faults("dossier", json.loads(to_json(dossier)))


PLANTED: dict[str, Callable[[dict[str, Any]], object]] = {
    "an unknown key": lambda d: d.update(colectif={}),
    "an unknown key below": lambda d: d["structures"][0].update(sirets="1"),
    "a missing key": lambda d: d["structures"][0].pop("key"),
    "a text for a number": lambda d: d["missions"][0].update(hours="12"),
    "a short siret": lambda d: d["structures"][0].update(siret="123"),
    "an unknown word": lambda d: d["structures"][0].update(kind="ASBL"),
    "a French date": lambda d: d["structures"][0].update(board_informed_on="01/09/2025"),
    "a day that is none": lambda d: d["structures"][0].update(board_informed_on="2025-02-30"),
    "a share above one": lambda d: d["collective"].update(coordinator_fte=1.5),
    "negative hours": lambda d: d["missions"][0].update(hours=-1),
    "a table for a list": lambda d: d.update(structures={}),
    "a month that is none": lambda d: d["measures"][0].update(quarter="2026-T5"),
}


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_fault_is_seen(what: str) -> None:
    """Once, where it was planted."""
    sound = json.loads(json.dumps(core_sample(), default=lambda day: day.isoformat()))
    spoilt = copy.deepcopy(sound)
    PLANTED[what](spoilt)

    assert 1 == len({fault.split(" ")[0] for fault in faults("dossier", spoilt)})


def test_schemas_are_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made from classes, as it is shipped."""
    monkeypatch.setattr(publishing, "FOLDER", tmp_path)
    runpy.run_module("zest.json_schema", run_name="__main__")

    assert {FILES[name] for name in (*MADE, *ANSWERS)} == {file.name for file in tmp_path.iterdir()}
    assert all(file.read_bytes() == (FOLDER / file.name).read_bytes() for file in tmp_path.iterdir())


def test_another_program_validates_with_it(tmp_path: Path) -> None:
    """check-jsonschema accepts an example in TOML and refuses the faulty one."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(FOLDER / FILES["dossier"])]
    sound, faulty = (str(ROOT / "examples" / name / "zest.toml") for name in ("caen-exemplaire", "fautif"))

    assert 0 == subprocess.run([*command, sound], check=False, capture_output=True).returncode
    assert 1 == subprocess.run([*command, faulty], check=False, capture_output=True).returncode


@pytest.mark.parametrize(
    "words_,name",
    [
        (("dossier",), "dossier"),
        (("sector", "commitments"), "sector-commitments"),
        (("table", "missions"), "table-missions"),
    ],
)
def test_the_command_gives_what_is_published(
    words_: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """On the screen, or in a file."""
    file = tmp_path / "s.json"

    assert 0 == main(["schema", *words_])
    assert published(name).text == capsys.readouterr().out
    assert 0 == main(["schema", *words_, "-o", str(file)])
    assert published(name).text == file.read_text("utf-8")


def test_the_command_lists_and_writes_all(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Each schema by its name and title; all of them into a folder that is made."""
    assert 0 == main(["schema"])
    text = capsys.readouterr().out
    assert 0 == main(["schema", "--format", "json"])
    listed = json.loads(capsys.readouterr().out)["schemas"]
    assert 0 == main(["schema", "--all", str(tmp_path / "a/b")])

    assert list(FILES) == [one["name"] for one in listed]
    assert all(one["title"] in text for one in listed)
    assert len(FILES) == len(list((tmp_path / "a/b").iterdir()))


def test_the_command_refuses_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A name that is none, with the nearest; a folder that cannot be made."""
    (tmp_path / "f").write_text("")

    assert 2 == main(["schema", "dosier"])
    assert "vouliez-vous dire « dossier »" in capsys.readouterr().err.replace("\u00a0", " ")
    assert 2 == main(["schema", "--all", str(tmp_path / "f" / "g")])
    assert "ne peut pas être écrit" in capsys.readouterr().err
    with pytest.raises(UnknownSchemaError):
        published("x")


def test_every_object_and_field_says_what_it_is() -> None:
    """In French, with a title; a field that cites says what; one that may be left out says what that means."""
    schema = json.loads(published("dossier").text)
    untitled = [
        f"{name}.{key}"
        for name, table in schema["$defs"].items()
        for key, field in table["properties"].items()
        if not field.get("title") or field["title"] == key
    ]
    fields = attrs.fields_dict(SectorOffer)

    assert [] == untitled
    assert [] == [name for name, table in schema["$defs"].items() if table["title"] == name]
    assert "Structures" == title(Structure)
    assert words(Structure)
    assert "" == words(int)
    assert "Une ou plusieurs clés de structures." == form_of("structures", fields["structures"].type)
    assert "Clé d'une offre." == form_of("offer", str)
    assert field_title(Structure, "siret") == "SIRET"
    assert "n'est pas dit" in field_words(SectorOffer, fields["structures"])
