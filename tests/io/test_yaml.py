"""YAML: the strict subset, its French faults and its places."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from zest.errors import MissingExtraError
from zest.io import yaml_build, yaml_faults
from zest.io.document import Document, KeyPath, SyntaxFault, parse_document
from zest.io.places import FaultError, Node

LOADERS = [yaml_build._FAST, yaml.SafeLoader]
CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.yaml"))


def read(text: str) -> Document:
    """Give the document of a sound text."""
    document = parse_document(text, "dossier.yaml", "yaml")
    assert isinstance(document, Document), document
    return document


def fault(text: str) -> SyntaxFault:
    """Give the fault of a broken text."""
    found = parse_document(text, "dossier.yaml", "yaml")
    assert isinstance(found, SyntaxFault), found
    return found


def paths(data: Any, path: KeyPath = ()) -> set[KeyPath]:
    """Give every path of some data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return set().union({path}, *(paths(value, (*path, part)) for part, value in items))


def scanned(node: Node, path: KeyPath = ()) -> set[KeyPath]:
    """Give every path of a tree of places."""
    below = (scanned(child, (*path, part)) for part, child in (node.children or {}).items())
    return set().union({path}, *below)


class Dumper(yaml.SafeDumper):
    """Writes equal values twice rather than an alias."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the name is the base class's
        """Never write an alias."""
        return True


# Without digits nor points: YAML 1.1, which the writer follows, and 1.2 differ on what is a number.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Nd"], exclude_characters="\ufeff\ufffe\uffff.<=~"),
    max_size=8,
) | st.sampled_from(["a", "é", "l'été", 'x"', "- x", "a: b", "# c", "a\nb\n", " ", "", "no"])
VALUES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.dates() | TEXTS
DATA = st.dictionaries(
    TEXTS,
    st.recursive(
        VALUES,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
        max_leaves=15,
    ),
    min_size=1,
    max_size=5,
)


@pytest.mark.parametrize("loader", LOADERS)
@given(
    data=DATA,
    flow=st.sampled_from([True, False, None]),
    style=st.sampled_from([None, '"', "'"]),
    width=st.sampled_from([10, 1000]),
    unicode=st.booleans(),
)
def test_places_of_any_data(
    loader: Any,
    data: dict[str, Any],
    flow: bool | None,
    style: str | None,
    width: int,
    unicode: bool,
) -> None:
    """The places found are those of the paths of the data, and scalars are read as they were written."""
    text = yaml.dump(
        data, Dumper=Dumper, default_flow_style=flow, default_style=style, width=width, allow_unicode=unicode
    )
    if "!!" in text:
        return
    built, root = yaml_build.build(text, loader)

    assert paths(data) == paths(built) == scanned(root)
    # PyYAML folds some spaces so that it does not read back itself what it wrote.
    assert style is not None or built in (data, yaml.safe_load(text))


SOUND = """\
# Structure fictive
nom: Bocage Emploi
offres:
  - titre: "l'offre"
    jours: [1, 2]
  - {titre: 'autre', le: 2014-06-18}
"""


@pytest.mark.parametrize(
    "path, key, expected",
    [
        ((), False, "dossier.yaml:1:1"),
        (("nom",), False, "dossier.yaml:2:6"),
        (("nom",), True, "dossier.yaml:2:1"),
        (("offres", 0), False, "dossier.yaml:4:5"),
        (("offres", 0, "titre"), False, "dossier.yaml:4:12"),
        (("offres", 0, "jours", 1), False, "dossier.yaml:5:16"),
        (("offres", 1, "le"), True, "dossier.yaml:6:22"),
        (("offres", 1, "absent"), False, "dossier.yaml:6:5"),
    ],
)
def test_place(path: KeyPath, key: bool, expected: str) -> None:
    """A value, a key, or the nearest thing that stands above what is absent."""
    assert expected == str(read(SOUND).place(path, key=key))


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "written, value",
    [
        ("2014-06-18", dt.date(2014, 6, 18)),
        ('"2014-06-18"', "2014-06-18"),
        ("2014-06-18T10:00:00", "2014-06-18T10:00:00"),
        ("012", "012"),
        ("01", "01"),
        ("01000", "01000"),
        ("-01", "-01"),
        ("00.5", "00.5"),
        ("2A", "2A"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("no", "no"),
        ("oui", "oui"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("'null'", "null"),
        ("0", 0),
        ("-3", -3),
        ("0o17", 15),
        ("0x1F", 31),
        ("0.5", 0.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("|\n  deux\n  lignes\n", "deux\nlignes\n"),
        ("un texte\n  sur deux lignes", "un texte sur deux lignes"),
    ],
)
def test_scalar(loader: Any, written: str, value: object) -> None:
    """Codes stay texts, dates become dates, and words are words."""
    found = yaml_build.build(f"a: {written}", loader)[0]["a"]

    assert (value, type(value)) == (found, type(found))


def test_one_document_with_its_marks() -> None:
    """The marks of a document's beginning and end are accepted."""
    assert {"a": 1} == read("---\na: 1\n...\n").data


FAULTS = [
    ("a: &x 1\nb: *x", "1:4", "Les ancres (&) et les alias (*)"),
    ("a: *x", "1:4", "Les ancres (&) et les alias (*)"),
    ("&x {a: 1}", "1:1", "Les ancres (&) et les alias (*)"),
    ("a: &x [*x]", "1:4", "Les ancres (&) et les alias (*)"),
    ("a: !!int 1", "1:4", "Les étiquettes de type (!)"),
    ("a: !python/object:os.system 1", "1:4", "Les étiquettes de type (!)"),
    ("!!map {a: 1}", "1:1", "Les étiquettes de type (!)"),
    ("a: !inconnu!x 1", "1:4", "Les étiquettes de type (!)"),
    ("%YAML 1.1\n---\na: 1", "1:1", "Une directive YAML (%)"),
    ("a: 1\n---\nb: 2", "2:1", "un document YAML"),
    ("a: 1\na: 2", "2:1", "La clé « a » est donnée deux fois"),
    ("a: {b: 1, 'b': 2}", "1:11", "La clé « b » est donnée deux fois"),
    ("? [a]\n: 1", "1:3", "Une clé est un simple nom"),
    ("{{a: 1}: 1}", "1:2", "Une clé est un simple nom"),
    ("<<: {a: 1}", "1:1", "La fusion de tables (<<)"),
    ("a: 2014-02-30", "1:4", "Cette date n'existe pas"),
    ("a: .nan", "1:4", "Ce nombre est infini, indéfini ou démesuré"),
    ("a: -.inf", "1:4", "Ce nombre est infini, indéfini ou démesuré"),
    ("a: 1e400", "1:4", "Ce nombre est infini, indéfini ou démesuré"),
    ("a: 123456789012345678901", "1:4", "Ce nombre est infini, indéfini ou démesuré"),
    ("a: 0x123456789012345678901", "1:4", "Ce nombre est infini, indéfini ou démesuré"),
    ("a: 9007199254740993", "1:4", "Ce nombre entier est trop grand"),
    ('a: "\\u0007"', "1:4", "invisible ou interdit (U+0007)"),
    ("a: \ufffe", "1:4", "invisible ou interdit (U+FFFE)"),
    ("- a", "1:1", "Le document doit être une table"),
    ("a", "1:1", "Le document doit être une table"),
    ("# rien", "1:1", "Le document doit être une table"),
    ("a:\n\t- b", "2:1", "Une tabulation ne sert pas de retrait"),
    ("a: b: c", "1:5", "Deux-points suivis d'une espace"),
    ("a: 1\n b: 2", "2:3", "Deux-points suivis d'une espace"),
    ("a: @x", "1:4", "ne commence pas par « @ »"),
    ("a: ,x", "1:4", "ne commence pas par « , »"),
    ("a: [|]", "1:5", "ne commence pas par ce signe"),
    ("a: ? x", "1:4", "Un point d'interrogation"),
    ("a: | x", "1:6", "Rien ne suit le signe | ou >"),
    ("a: - b", "1:4", "Le retrait de cette ligne"),
    ("a:\n  - b\n c: 1", "3:2", "Le retrait de cette ligne"),
    ("a: 'l'été'", "1:7", "Le retrait de cette ligne"),
    ("a: ]", "1:4", "Il manque une valeur ici"),
    ('a: "\\q"', "1:5", "Une barre oblique inverse"),
    ("{a: 1}}", "1:7", "Le texte continue après la fin"),
    ("a: [b c\nd: 1", "2:2", "Il manque ici une virgule"),
]


@pytest.mark.parametrize("text, place, said", FAULTS)
def test_fault(text: str, place: str, said: str) -> None:
    """What the subset leaves out, and the usual faults, are told in French where they stand."""
    found = fault(text)

    assert f"dossier.yaml:{place}" == str(found.place)
    assert said in found.message
    assert found.message.endswith(".")


@pytest.mark.parametrize("text", ['a: "x', "a: [1, 2", "a: {b: 1", "a: 'x"])
def test_unclosed(text: str) -> None:
    """What is never closed is told as such, in the words of either parser."""
    for loader in LOADERS:
        with pytest.raises(FaultError, match=r"trop tôt|Il manque ici une virgule"):
            yaml_build.build(text, loader)


@pytest.mark.parametrize("text", [text for text, _, said in FAULTS if "U+" not in said])
def test_no_english(text: str) -> None:
    """The Python parser's causes, in other words than the compiled one's, are told in French too."""
    try:
        message = str(yaml_build.build(text, yaml.SafeLoader)[0])
    except FaultError as found:
        message = found.message

    assert "La syntaxe YAML est fautive" not in message


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus(path: Path) -> None:
    """Each faulty file of the corpus is refused as its first line says."""
    text = path.read_text(encoding="utf-8")
    found = fault(text)
    expected = text.split("\n", 1)[0].removeprefix("# attendu : ")

    assert expected == f"{found.place.line}:{found.place.column} {found.message}"


def test_unknown_cause() -> None:
    """A cause without a known wording nor a place is still told in a French sentence."""
    found = yaml_faults.explain(yaml.MarkedYAMLError(problem="something new"), "a: 1")

    assert ("La syntaxe YAML est fautive ici (something new).", 0) == (found.message, found.offset)


@pytest.mark.parametrize("hint", yaml_faults.HINTS, ids=lambda hint: hint.message[:40])
def test_hints_are_sentences(hint: Any) -> None:
    """Each hint is a French sentence, whatever braces it holds."""
    assert hint.message.format(sign="@").endswith(".")


def test_extra_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PyYAML, reading YAML says what to install."""
    monkeypatch.setitem(sys.modules, "yaml", None)

    with pytest.raises(MissingExtraError, match=r'pip install "zest-coorace\[yaml\]"'):
        parse_document("a: 1", "dossier.yaml", "yaml")
