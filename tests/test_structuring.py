"""From plain data to types: every misfit at its path, in French, and what fits is kept."""

import copy
import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.datafiles import build, keyed, read_table, spell
from zest.errors import DataFileError
from zest.law import DatedValue
from zest.model.activity import Order
from zest.model.charter import Charter
from zest.model.dossier import Dossier
from zest.model.job import Job
from zest.model.structure import Structure
from zest.structuring import KeyPath, fit, original, suggest
from zest.testing.samples import core_sample, dossier_of

SOURCE = {"reference": "x", "status": "verified"}


def one(kind: type, raw: Any) -> tuple[KeyPath, str]:
    """Return path and message of the only misfit."""
    (misfit,) = fit(kind, raw).misfits
    return misfit.path, misfit.message


@pytest.mark.parametrize(
    "changes,path,words",
    [
        ({"kind": "AII"}, ("kind",), "vouliez-vous dire « AI » ?"),
        ({"kind": "zzz"}, ("kind",), "(admis : « AI », « ETTI »"),
        ({"kind": 3}, ("kind",), "Il faut ici un texte entre guillemets, et non un nombre entier."),
        ({"siret": 10000000900108}, ("siret",), "Mettez ce numéro entre guillemets"),
        ({"siret": True}, ("siret",), "et non un oui ou non"),
        ({"fictional": "oui"}, ("fictional",), "Il faut ici un oui ou non (true ou false), et non un texte"),
        ({"board_informed_on": "18/06/2014"}, ("board_informed_on",), "écrivez la date 2014-06-18"),
        ({"board_informed_on": "2014-02-30"}, ("board_informed_on",), "n'existe pas au calendrier"),
        ({"board_informed_on": "hier"}, ("board_informed_on",), "n'est pas une date de la forme 2014-06-18"),
        (
            {"board_informed_on": dt.datetime(2014, 6, 18)},
            ("board_informed_on",),
            "et non une date et une heure",
        ),
        (
            {"board_informed_on": 2014},
            ("board_informed_on",),
            "Il faut ici une date, et non un nombre entier.",
        ),
        ({"city": "Ca\u202een"}, ("city",), "caractère invisible (U+202E)"),
        ({"state_conventions": "oui"}, ("state_conventions",), "Il faut ici une liste, et non un texte"),
        (
            {"state_conventions": [3]},
            ("state_conventions", 0),
            "Il faut ici une table, et non un nombre entier.",
        ),
        ({"brand_convention": [1]}, ("brand_convention",), "Il faut ici une table, et non une liste."),
        (
            {"fictionnal": True},
            ("fictionnal",),
            "« fictionnal » n'est pas connue ici ; vouliez-vous dire « fictional » ?",
        ),
        ({"derogations": [{"start": "x"}]}, ("derogations", 0, "start"), "n'est pas une date"),
    ],
)
def test_a_misfit_is_told_at_its_path(changes: Mapping[str, Any], path: KeyPath, words: str) -> None:
    """And the rest of the structure is kept."""
    raw = {"key": "a", "name": "A", **changes}
    fitted = fit(Structure, raw)

    assert path == one(Structure, raw)[0]
    assert words in one(Structure, raw)[1]
    assert isinstance(fitted.value, Structure)
    assert "A" == fitted.value.name


@pytest.mark.parametrize(
    "raw,path,words",
    [
        ({"key": "a"}, ("name",), "Il manque la clé « name »."),
        ({"key": "a", "name": 3}, ("name",), "un texte entre guillemets"),
        (3, (), "Il faut ici une table, et non un nombre entier."),
        (None, (), "et non une valeur vide (null)."),
        (object(), (), "et non autre chose."),
    ],
)
def test_without_a_key_that_it_needs_nothing_is_made(raw: Any, path: KeyPath, words: str) -> None:
    """The object is left out, and said once."""
    assert (path, True) == (one(Structure, raw)[0], words in one(Structure, raw)[1])
    assert fit(Structure, raw).value is None


def test_every_misfit_of_a_dossier_is_told_at_once() -> None:
    """Items that are left out move the others: their original rank is kept."""
    raw = {
        "structures": [3, {"key": "a"}, {"key": "b", "name": "B", "siret": "1"}, {"key": "c", "name": "C"}]
    }
    fitted = fit(Dossier, raw)

    assert fitted.value is not None
    assert ["b", "c"] == [s.key for s in fitted.value.structures]
    assert [("structures", 0), ("structures", 1, "name"), ("structures", 2, "siret")] == sorted(
        m.path for m in fitted.misfits
    )
    assert ("structures", 3, "name") == original(("structures", 1, "name"), fitted.moved)


def test_days_moments_numbers_and_texts_are_read_strictly() -> None:
    """JSON writes days as texts; a moment without its zone; a number is never a text, nor the reverse."""
    made = fit(Order, {"key": "o", "received_at": "2026-03-02T08:30:00", "start": "2026-03-02"}).value

    assert made is not None
    assert (dt.datetime(2026, 3, 2, 8, 30), dt.date(2026, 3, 2)) == (made.received_at, made.start)
    assert "une date et une heure" in one(Order, {"key": "o", "received_at": 3})[1]
    assert "n'existe pas" in one(Order, {"key": "o", "received_at": "2026-03-02T25:00"})[1]
    assert "un nombre entier, et non un nombre." in one(Order, {"key": "o", "people": 1.5})[1]
    assert "un nombre entier, et non un oui ou non" in one(Order, {"key": "o", "people": True})[1]
    assert 3 == build(DatedValue, {"value": 3, "since": "2020-01-01", "source": SOURCE}, "x").value
    assert (
        "trois" == build(DatedValue, {"value": "trois", "since": "2020-01-01", "source": SOURCE}, "x").value
    )
    assert build(DatedValue, {"value": None, "since": "2020-01-01", "source": SOURCE}, "x").value is None
    assert (
        "Il faut ici un nombre"
        in one(DatedValue, {"value": True, "since": "2020-01-01", "source": SOURCE})[1]
    )
    assert (
        "couleur"
        in one(
            Charter,
            {
                **dict.fromkeys(("accent", "light", "ink", "soft"), "#000000"),
                "primary": "noir",
                "wordmark": "",
            },
        )[1]
    )


@pytest.mark.parametrize(
    "text,expected",
    [
        ("2026-03-02T08:30", dt.datetime(2026, 3, 2, 8, 30)),
        ("2026-03-02 08:30:15.5", dt.datetime(2026, 3, 2, 8, 30, 15, 500_000)),
        ("2026-03-02T08:30:15.000001", dt.datetime(2026, 3, 2, 8, 30, 15, 1)),
    ],
)
def test_a_moment_of_json_is_as_fine_as_one_of_toml(text: str, expected: dt.datetime) -> None:
    """What zest writes of a clock that counts millionths, it reads again."""
    assert Order(key="o", received_at=expected) == fit(Order, {"key": "o", "received_at": text}).value


def test_a_line_ends_the_same_in_every_format() -> None:
    """An escape of JSON can hold what the text of a file cannot: the end of a line of Windows."""
    assert Structure(key="a", name="A", city="Caen\nNord") == (
        fit(Structure, {"key": "a", "name": "A", "city": "Caen\r\nNord"}).value
    )


LEAVES = [
    ("collective", "name"),
    ("collective", "created_on"),
    ("structures", 0, "kind"),
    ("structures", 0, "siret"),
    ("structures", 0, "state_conventions", 0, "start"),
    ("structures", 1, "guarantee", "end"),
    ("offers", 0, "clients", 1),
    ("offers", 0, "agreements", 0),
    ("journey", "entry", "filed_on"),
    ("journey", "steps", 3, "done_on"),
    ("trainings", 0, "attendances", 1, "people"),
    ("missions", 0, "hours"),
    ("measures", 0, "cases"),
    ("experiences", 0, "quotes", 0, "consent", "media", 0),
]


@given(st.sets(st.sampled_from(LEAVES)))
def test_n_damages_give_exactly_n_misfits_at_their_paths(damaged: set[KeyPath]) -> None:
    """Any subset of leaves replaced by a table is told, each once, at its path."""
    raw = copy.deepcopy(core_sample())
    for path in damaged:
        inner: Any = raw
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = {"abîmé": True}

    assert sorted(map(str, damaged)) == sorted(str(m.path) for m in fit(Dossier, raw).misfits)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["key", "name", "structures", "offers", "kind", "x", "siret"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_nothing_that_a_file_can_hold_raises(raw: Any) -> None:
    """Whatever the shape."""
    fitted = fit(Dossier, raw)

    assert fitted.value is not None or fitted.misfits


@pytest.mark.parametrize(
    "word,known,expected",
    [
        ("chekc", ["check", "show"], " ; vouliez-vous dire « check » ?"),
        ("z", ["Z"], " ; vouliez-vous dire « Z » ?"),
        ("q", ["ab", "cd"], " (admis : « ab », « cd »)."),
        ("q", [], "."),
        ("q", [str(n) for n in range(100, 113)], "« 111 », …)."),
    ],
)
def test_the_nearest_word_is_suggested(word: str, known: list[str], expected: str) -> None:
    """Or the words that there are."""
    assert suggest(word, known).endswith(expected)


def test_a_data_file_is_refused_with_each_of_its_faults(tmp_path: Any) -> None:
    """One line each, at its path."""
    with pytest.raises(DataFileError) as error:
        build(Structure, {"key": 1, "siret": "x"}, "f.toml")

    assert ["f.toml, key", "f.toml, name", "f.toml, siret"] == sorted(
        line.partition(" : ")[0] for line in str(error.value).splitlines()
    )
    assert ("a[2].b", "le fichier") == (spell(("a", 2, "b")), spell(()))
    for content, words in (
        (b"a = 1\n\xff", ":2 : ce fichier n'est pas en UTF-8"),
        (b"a = 1\n= 1", ":2:1 : la syntaxe TOML est fautive ici"),
        (b"a = " + b"9" * 5_000, r"toml : la syntaxe TOML"),
    ):
        (tmp_path / "x.toml").write_bytes(content)
        with pytest.raises(DataFileError, match=words):
            read_table(tmp_path / "x.toml")
    with pytest.raises(DataFileError, match="il n'y est pas"):
        read_table(tmp_path / "absent.toml")
    (tmp_path / "x.toml").write_text("a = 1", "utf-8")
    with pytest.raises(DataFileError, match="il faut ici une table"):
        keyed(Structure, tmp_path / "x.toml", "key")


def test_the_meaning_of_keys_without_number_is_not_guessed() -> None:
    """The first thousand are compared with what is known; all are told."""
    raw = {"key": "a", "name": "A", **{f"kin{n:04}": 1 for n in range(1_001)}}
    told = [one.message for one in fit(Structure, raw).misfits]

    assert 1_001 == len(told)
    assert ["La clé « kin1000 » n'est pas connue ici."] == [one for one in told if one.endswith(" ici.")]


def test_a_fault_of_ours_is_not_taken_for_one_of_the_file() -> None:
    """What is no misfit passes."""

    def broken(_: object) -> int:
        raise TypeError("à nous")

    @attrs.frozen
    class Broken:
        value: int = attrs.field(converter=broken)

    with pytest.raises(TypeError, match="à nous"):
        fit(Broken, {"value": 1})


@pytest.mark.parametrize("value,what", [(3, "un nombre entier"), ("x", "un texte"), ([SOURCE], "une liste")])
def test_a_table_of_names_is_a_table(value: object, what: str) -> None:
    """Anything else is refused there, and what stands under a name has its path."""
    job = {"key": "a", "feminine": "A", "masculine": "A", "summary": "A", "codes": {"rome": []}, "tasks": []}
    told = {**job, "hours": {"text": "De jour", "source": SOURCE}}

    assert (("sources",), f"Il faut ici une table, et non {what}") == (
        one(Job, {**told, "sources": value})[0],
        one(Job, {**told, "sources": value})[1].removesuffix(" entre guillemets.").removesuffix("."),
    )
    assert ("sources", "a", "status") == one(Job, {**told, "sources": {"a": {**SOURCE, "status": "x"}}})[0]


def test_the_sample_fits() -> None:
    """The good path needs one pass."""
    assert "Collectif d'essai" == dossier_of(core_sample()).name
