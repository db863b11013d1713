"""Reading what was written gives the same, in every format and for every number."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.io.dossier import load
from zest.io.writing import plain, to_json, to_toml
from zest.model.dossier import Dossier
from zest.model.identifiers import Idcc, Identifier
from zest.structuring import fit
from zest.testing.registration import register, registered
from zest.testing.samples import data_of
from zest.testing.strategies import dossiers

IDENTIFIERS = sorted((k for k in registered() if issubclass(k, Identifier)), key=lambda k: k.__name__)


@pytest.mark.parametrize("write,name", [(to_toml, "zest.toml"), (to_json, "zest.json")])
@given(dossier=dossiers())
def test_a_dossier_is_read_as_it_was_written(
    write: Callable[[Dossier], str], name: str, dossier: Dossier
) -> None:
    """Whatever words it holds; and nothing is found on the way."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(write(dossier), "utf-8", newline="")
        loaded = load(folder)

    assert () == loaded.faults
    assert dossier == loaded


@given(dossiers())
def test_what_is_sound_fits_in_one_pass(dossier: Dossier) -> None:
    """Nothing is left out, nothing moves, and what it is written as is the same again."""
    fitted = fit(Dossier, data_of(dossier))

    assert (dossier, (), frozenset(), {}) == (fitted.value, fitted.misfits, fitted.left_out, fitted.moved)
    assert fitted.value is not None
    assert plain(dossier) == plain(fitted.value)


@pytest.mark.parametrize("kind", IDENTIFIERS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_a_number_is_the_text_that_it_is_made_of(kind: type[Identifier], data: st.DataObject) -> None:
    """Reading its text gives it back; it compares and hashes as that text."""
    register()
    number = data.draw(st.from_type(kind))

    assert number == kind(str(number)) == str(number)
    assert hash(str(number)) == hash(number)


@pytest.mark.parametrize("kind", IDENTIFIERS, ids=lambda kind: kind.__name__)
@given(st.text(max_size=20))
def test_any_other_text_is_refused_in_french(kind: type[Identifier], text: str) -> None:
    """Kept, or refused with a sentence that says what was wanted: never another error."""
    told = ""
    try:
        kind(text)
    except ValueError as error:
        told = str(error)

    assert not told or (f"n'est pas {kind.expected}" in told and told.endswith("."))
    assert bool(told) is not bool(kind.pattern.fullmatch(text)) or kind is Idcc
