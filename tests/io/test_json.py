"""JSON: French faults and places."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.io import json_faults, json_text
from zest.io.document import Document, KeyPath, SyntaxFault, parse_document
from zest.io.places import Node, place_at


def read(text: str) -> Document:
    """Give the document of a sound text."""
    document = parse_document(text, "dossier.json", "json")
    assert isinstance(document, Document), document
    return document


def fault(text: str) -> SyntaxFault:
    """Give the fault of a broken text."""
    found = parse_document(text, "dossier.json", "json")
    assert isinstance(found, SyntaxFault), found
    return found


def values(data: Any, path: KeyPath = ()) -> dict[KeyPath, Any]:
    """Give every path of some data with what stands there."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    found: dict[KeyPath, Any] = {path: data}
    for part, value in items:
        found |= values(value, (*path, part))
    return found


def scanned(node: Node, path: KeyPath = ()) -> set[KeyPath]:
    """Give every path of a tree of places."""
    below = (scanned(child, (*path, part)) for part, child in (node.children or {}).items())
    return set().union({path}, *below)


NAMES = st.text(max_size=6) | st.sampled_from(['"', "\\", "[", "{", ",", ":", "é", ""])
VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | NAMES
DATA = st.dictionaries(
    NAMES,
    st.recursive(
        VALUES,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
        max_leaves=15,
    ),
    max_size=5,
)


@given(
    DATA,
    st.sampled_from([None, 0, 1, 7, "\t", "\r\n "]),
    st.sampled_from([(",", ":"), (", ", ": "), (" \n,\t", "\n :\n")]),
    st.booleans(),
)
def test_places_of_any_data(
    data: dict[str, Any],
    indent: int | str | None,
    separators: tuple[str, str],
    ascii_only: bool,
) -> None:
    """The second pass finds the paths of the data, and the JSON of each value at its place."""
    text = f"\n{json.dumps(data, indent=indent, separators=separators, ensure_ascii=ascii_only)} "
    root = json_text.scan(text)
    found = values(data)

    assert set(found) == scanned(root)
    for path, value in found.items():
        node = [root, *root.descend(path)][-1]
        assert (value,) == (json.JSONDecoder().raw_decode(text, node.value)[0],)
        if path and isinstance(path[-1], str):
            assert path[-1] == json.JSONDecoder().raw_decode(text, node.key)[0]


SOUND = '{\n  "nom": "Bocage Emploi",\n  "offres": [\n    {"titre": "l\\"offre", "jours": [1, 2]}\n  ]\n}\n'


@pytest.mark.parametrize(
    "path, key, expected",
    [
        ((), False, "dossier.json:1:1"),
        (("nom",), False, "dossier.json:2:10"),
        (("nom",), True, "dossier.json:2:3"),
        (("offres", 0), False, "dossier.json:4:5"),
        (("offres", 0, "titre"), False, "dossier.json:4:15"),
        (("offres", 0, "jours", 1), False, "dossier.json:4:40"),
        (("offres", 0, "jours", 9), True, "dossier.json:4:27"),
    ],
)
def test_place(path: KeyPath, key: bool, expected: str) -> None:
    """A value, a key, or the nearest thing that stands above what is absent."""
    assert expected == str(read(SOUND).place(path, key=key))


def test_dates_stay_texts() -> None:
    """JSON has no dates: what looks like one is left as it is; a null is None."""
    assert {"a": "2014-06-18", "b": None} == read('{"a": "2014-06-18", "b": null}').data


@pytest.mark.parametrize(
    "text, place, said",
    [
        ('{"a": 1, "a": 2}', "1:10", "La clé « a » est déjà donnée à la ligne 1"),
        ('{"a": {"b": 1,\n"\\u0062": 2}, "c": {"b": 3}}', "2:1", "La clé « b » est déjà donnée à la ligne 1"),
        ('{"a": NaN}', "1:7", "Ce nombre est infini, indéfini ou démesuré"),
        ('{"a": [0, -Infinity]}', "1:11", "Ce nombre est infini, indéfini ou démesuré"),
        ('{"a": 1e400}', "1:7", "Ce nombre est infini, indéfini ou démesuré"),
        ('{"a": 123456789012345678901}', "1:7", "Ce nombre est infini, indéfini ou démesuré"),
        ('{"a": 9007199254740993}', "1:7", "Ce nombre entier est trop grand"),
        ('{"a": "\\ud800"}', "1:7", "invisible ou interdit (U+D800)"),
        ('{"b": 1,\n"\\u0000": 1}', "2:1", "invisible ou interdit (U+0000)"),
        ('{"a": "\x1b[31m"}', "1:8", "invisible ou interdit (U+001B)"),
        ("[1]", "1:1", "Le document doit être une table"),
        ("1", "1:1", "Le document doit être une table"),
        ("{'a': 1}", "1:2", "guillemets droits"),
        ('{"a": «x»}', "1:7", "guillemets droits"),
        ('{"a": 1} // deux', "1:10", "Un commentaire n'est pas permis"),
        ('# deux\n{"a": 1}', "1:1", "Un commentaire n'est pas permis"),
        ('{"a": 0,4}', "1:9", "Le nombre 0,4 est écrit avec une virgule ; écrivez 0.4."),
        ('{"a": True}', "1:7", "écrivez true, false ou null"),
        ('{"a": oui}', "1:7", "écrivez true, false ou null"),
        ('{"a": }', "1:7", "Il manque une valeur ici."),
        ('{"a": ', "1:7", "Le texte s'arrête trop tôt ; il manque une valeur"),
        ('{"a": 1', "1:8", "Le texte s'arrête trop tôt ; il n'est pas refermé"),
        ('{"a": 01000}', "1:8", "Un nombre ne commence pas par 0"),
        ('{"a": Bocage}', "1:7", 'mettez-le entre guillemets droits (")'),
        ("{a: 1}", "1:2", 'Une clé entre guillemets droits (") est attendue ici.'),
        ('{"a" 1}', "1:6", "Il manque deux-points (:)"),
        ('{"a": 1 "b": 2}', "1:9", "Il manque une virgule entre deux éléments"),
        ('{"a": 1} {"b": 2}', "1:10", "Le texte continue après la fin des données"),
        ('{"a": "x}', "1:7", "Le texte ouvert par ce guillemet n'est jamais fermé"),
        ('{"a": "x\ny"}', "1:9", "Un texte tient sur une seule ligne en JSON ; écrivez \\n"),
        ('{"a": "C:\\Zest"}', "1:10", "Une barre oblique inverse s'écrit \\\\"),
        ('{"a": "\\u12"}', "1:9", "Une barre oblique inverse s'écrit \\\\"),
        ('{"a": 1}\r', "1:9", "retour chariot seul"),
    ],
)
def test_fault(text: str, place: str, said: str) -> None:
    """A usual fault is told in French, where it stands, with what to write."""
    found = fault(text)

    assert f"dossier.json:{place}" == str(found.place)
    assert said in found.message
    assert found.message.endswith(".")


@pytest.mark.parametrize("text", ['{"a": 1,}', '{"a": [1,]}', '{"a": 1,\n}'])
def test_trailing_comma(text: str) -> None:
    """A comma too many is told as such; its place varies by a character among Pythons."""
    found = fault(text)

    assert "Une virgule est de trop avant la fin" in found.message


def test_brackets_in_texts() -> None:
    """A bracket within a text does not count as depth."""
    assert [("{", 0), ("}", 11)] == list(json_text._brackets('{"a": "[\\""}'))


def test_unknown_cause() -> None:
    """A cause that a later Python would give is still told in a French sentence."""
    found = json_faults.explain("Something new", "{}", 1)

    assert ("La syntaxe JSON est fautive ici (Something new).", 1) == (found.message, found.offset)


@pytest.mark.parametrize("hint", json_faults.HINTS, ids=lambda hint: hint.message[:40])
def test_hints_are_sentences(hint: Any) -> None:
    """Each hint is a French sentence, whatever braces it holds."""
    assert hint.message.format(units="0", decimals="4").endswith(".")


def test_place_counts_characters() -> None:
    """A column counts characters, not bytes, and starts at 1 on each line."""
    assert ("x:1:1", "x:2:3") == (str(place_at("é\né😀a", 0, "x")), str(place_at("é\né😀a", 4, "x")))
