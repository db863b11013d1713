"""Documents read from files, and texts that mean harm whatever their format."""

import json
import os
import runpy
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.errors import UnreadableFileError
from zest.findings import Place
from zest.io.document import Document, SyntaxFault, parse_document, read_document
from zest.io.files import MAX_BYTES
from zest.io.guards import MAX_DEPTH, MAX_NODES
from zest.io.places import Node, offset_of

CORPUS = Path(__file__).parent / "corpus"
HOSTILE: dict[str, tuple[str, str]] = runpy.run_path(str(CORPUS / "hostile.py"))["HOSTILE"]

# Measuring the coverage makes every line several times slower.
SECONDS = 2.0 if sys.gettrace() is None else 12.0


@pytest.mark.parametrize(
    "name, text, form",
    [
        ("d.toml", "a = 1", "toml"),
        ("d.TOML", "a = 1", "toml"),
        ("d.json", '{"a": 1}', "json"),
        ("d.yaml", "a: 1", "yaml"),
        ("d.yml", "a: 1", "yaml"),
    ],
)
def test_format_of_a_file(tmp_path: Path, name: str, text: str, form: str) -> None:
    """The extension tells the syntax, in either case."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    document = read_document(path, f"dossier/{name}")

    assert isinstance(document, Document)
    assert (form, {"a": 1}, text, f"dossier/{name}") == (
        document.format,
        document.data,
        document.text,
        document.file,
    )


def test_fault_of_a_file(tmp_path: Path) -> None:
    """A fault of syntax is a value, placed in the file as it is shown."""
    path = tmp_path / "d.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb =\r\n")
    expected = SyntaxFault(
        message="Il manque une valeur après le signe =.",
        place=Place(file="dossier/d.toml", line=2, column=4),
    )

    assert expected == read_document(path, "dossier/d.toml")


@pytest.mark.parametrize("name", ["d.xlsx", "d", ".toml", "d.toml.bak"])
def test_other_extension(tmp_path: Path, name: str) -> None:
    """Another extension is refused with those that are accepted, before the file is opened; one that is absent has none."""
    (tmp_path / name).touch()
    with pytest.raises(
        UnreadableFileError, match=r"« vu » .* donnez un fichier \.toml, \.json, \.yaml ou \.yml"
    ):
        read_document(tmp_path / name, "vu")
    (tmp_path / name).unlink()
    with pytest.raises(UnreadableFileError, match="« vu » n'existe pas"):
        read_document(tmp_path / name, "vu")


def test_other_format() -> None:
    """A text of an unknown format is refused likewise."""
    with pytest.raises(UnreadableFileError, match=r"\.toml, \.json, \.yaml ou \.yml"):
        parse_document("a = 1", "-", "ini")


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that cannot be read is named as it is shown."""
    with pytest.raises(UnreadableFileError, match=r"« dossier/d\.toml » n'existe pas"):
        read_document(tmp_path / "d.toml", "dossier/d.toml")


@pytest.mark.parametrize("text", ["", " \r\n", "\ufeff"])
def test_blank_text(text: str) -> None:
    """A blank text is not an empty document."""
    with pytest.raises(UnreadableFileError, match="ne contient que des blancs"):
        parse_document(text, "-", "toml")


def test_places_are_computed_once() -> None:
    """Threads that ask together for places get the same ones."""
    document = parse_document("\n".join(f"k{n} = {n}" for n in range(2000)), "d", "toml")
    assert isinstance(document, Document)
    place, found = document.place, list[Place]()
    threads = [threading.Thread(target=lambda: found.append(place(("k1999",)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [Place(file="d", line=2000, column=9)] * 4 == found
    assert document._places is document._places


def test_offset_of_what_has_only_a_key() -> None:
    """A table known by its key alone stands at its key."""
    root = Node(value=0)
    root.child("a", 7).child("b", 9).value = 13

    assert (7, 9, 13) == (
        offset_of(root, ("a",)),
        offset_of(root, ("a", "b"), key=True),
        offset_of(root, ("a", "b", "c")),
    )


def nested_toml(depth: int) -> str:
    """Give a TOML list of that many levels."""
    return "a = " + "[" * depth + "]" * depth


def nested_json(depth: int) -> str:
    """Give a JSON or YAML list of that many levels."""
    return '{"a":' + "[" * depth + "]" * depth + "}"


@pytest.mark.parametrize("form, write", [("toml", nested_toml), ("json", nested_json), ("yaml", nested_json)])
def test_depth(form: str, write: Callable[[int], str]) -> None:
    """Depth is bounded, the same in every format, and what goes beyond has a place."""
    sound = parse_document(write(MAX_DEPTH - 1), "d", form)
    deep = parse_document(write(MAX_DEPTH), "d", form)

    assert isinstance(sound, Document)
    assert isinstance(deep, SyntaxFault)
    assert "plus de 50 niveaux" in deep.message
    assert write(MAX_DEPTH).index("[") + MAX_DEPTH == deep.place.column


@pytest.mark.parametrize(
    "form, head, item, tail",
    [("toml", "a = [", "0,", "]"), ("json", '{"a":[', "0,", "0]}"), ("yaml", "a: [", "0,", "]")],
)
def test_number_of_values(form: str, head: str, item: str, tail: str) -> None:
    """The number of values is bounded in every format."""
    sound = parse_document(head + item * (MAX_NODES - 3) + tail, "d", form)
    large = parse_document(head + item * MAX_NODES + tail, "d", form)

    assert isinstance(sound, Document)
    assert isinstance(large, SyntaxFault)
    assert f"plus de {MAX_NODES} valeurs" in large.message


@pytest.mark.parametrize("form, text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text(form: str, text: str) -> None:
    """No text of a readable size hangs, crashes or costs more than two seconds: each ends in a fault."""
    assert len(text.encode()) <= MAX_BYTES
    begun = time.process_time()
    found = parse_document(text, "d", form)
    spent = time.process_time() - begun

    assert isinstance(found, SyntaxFault)
    assert spent < SECONDS
    assert len(found.message) < 300


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no memory")
def test_memory() -> None:
    """The texts that would fill the memory of a plain parser are refused by a process that has little."""
    # Measuring the coverage takes memory of its own.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, CORPUS / "hostile.py"], capture_output=True, text=True, check=False, env=plain
    )

    assert ("Not refused: []\n", "", 0) == (done.stdout, done.stderr, done.returncode)


def test_digits_without_limit() -> None:
    """Where Python's own limit on digits is lifted, a long integer is still refused with its place."""
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        found = parse_document("b = 1\na = " + "9" * 5_000, "d", "toml")
    finally:
        sys.set_int_max_str_digits(limit)

    assert isinstance(found, SyntaxFault)
    assert (Place(file="d", line=2, column=5), "trop grand" in found.message) == (found.place, True)


def test_place_of_a_long_integer() -> None:
    """An integer that Python refuses to convert is found, even after a text that looks like one."""
    found = parse_document("b = '" + "9" * 5000 + "'\na = " + "9" * 5000, "d", "toml")

    assert isinstance(found, SyntaxFault)
    assert Place(file="d", line=2, column=5) == found.place


@pytest.mark.parametrize("form", ["toml", "json", "yaml"])
def test_largest_sound_document(form: str) -> None:
    """A sound document close to the largest size is read, and its last value found, in two seconds."""
    rows = [{"nom": f"Structure fictive {n}", "code": "01000", "heures": n / 4} for n in range(10_000)]
    text = (
        "\n".join(
            f"[[s]]\nnom = {json.dumps(r['nom'])}\ncode = '01000'\nheures = {r['heures']}" for r in rows
        )
        if form == "toml"
        else json.dumps({"s": rows})
    )
    begun = time.process_time()
    document = parse_document(text, "d", form)
    assert isinstance(document, Document)
    place = document.place(("s", 9_999, "heures"))

    assert {"s": rows} == document.data
    assert text.split("\n")[place.line - 1][place.column - 1 :].startswith("2499.75")
    assert time.process_time() - begun < SECONDS * 2


SYNTAX = st.text(
    st.sampled_from("ab01._-+:=,#\"'\\[]{}()<>&*!|?%@~ \t\n\r\0«é\u00a0\ufeff\x92e/") | st.characters()
)


@pytest.mark.parametrize("form", ["toml", "json", "yaml"])
@given(
    text=st.lists(SYNTAX | st.sampled_from(['a = "b"\n', "a: b\n", '{"a": 1}', "[a]\n", '"""', "- "])).map(
        "".join
    )
)
def test_any_text(form: str, text: str) -> None:
    """Any text whatever is a document that knows its places, a located French fault, or a refusal."""
    try:
        found = parse_document(text, "d", form)
    except UnreadableFileError:
        assert not text.replace("\ufeff", "", 1).strip()
        return

    if isinstance(found, Document):
        assert all(found.place((name,), key=True).line for name in found.data)
    else:
        assert found.message[0].isupper() or found.message[0] == "«"
        assert found.message.endswith(".")
        assert 1 <= found.place.line <= text.count("\n") + 1
        assert found.place.column >= 1
        assert form == "yaml" or "fautive" not in found.message
