"""Damage of a dossier is told, each at its path, and nothing else is lost."""

import copy
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from zest.model.dossier import Dossier
from zest.structuring import Fit, KeyPath, fit, original
from zest.testing.samples import data_of
from zest.testing.strategies import dossiers

WRECKS: list[Any] = [{"abîmé": True}, [[1]]]
"""Values that no field of a single value takes."""


def leaves(value: Any, at: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the paths of the single values that may be left out without their object."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in items:
        if isinstance(inner, dict | list):
            yield from leaves(inner, (*at, step))
        else:
            yield (*at, step)


def below(value: Any, path: KeyPath) -> Any:
    """Return what stands at a path of plain data."""
    for step in path:
        value = value[step]
    return value


@st.composite
def damaged(draw: st.DrawFn) -> tuple[Any, dict[KeyPath, str], Any]:
    """Return data, the damages done to it (path → kind), and the data as it was."""
    sound = data_of(draw(dossiers()))
    data, done = copy.deepcopy(sound), dict[KeyPath, str]()
    for path in draw(st.lists(st.sampled_from(sorted(leaves(sound), key=str)), max_size=4, unique=True)):
        below(data, path[:-1])[path[-1]] = draw(st.sampled_from(WRECKS))
        done[path] = "wrong-type"
    for table in draw(st.lists(st.sampled_from(sorted(tables(sound), key=str)), max_size=3, unique=True)):
        below(data, table)["inconnue"] = 1
        done[(*table, "inconnue")] = "unknown-key"
    return data, done, sound


def tables(value: Any, at: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the paths of the tables."""
    if isinstance(value, dict):
        yield at
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from tables(inner, (*at, step))


@given(damaged())
def test_n_damages_are_n_misfits_each_at_its_path(case: tuple[Any, dict[KeyPath, str], Any]) -> None:
    """Wherever they are done, however deep, whatever stands beside them."""
    data, done, _ = case
    fitted = fit(Dossier, data)

    assert done == {m.path: m.kind for m in fitted.misfits}
    assert len(done) == len(fitted.misfits)


@given(damaged())
def test_what_was_kept_stands_where_it_was_written(case: tuple[Any, dict[KeyPath, str], Any]) -> None:
    """The path of each value that is left leads, through ``original``, to the same value as written."""
    data, _, _ = case
    fitted = fit(Dossier, data)
    assume(fitted.value is not None)
    assert fitted.value is not None
    kept = data_of(fitted.value)

    for path in leaves(kept):
        then = original(path, fitted.moved)

        assert below(data, then) == below(kept, path)
        assert not any(then[: len(gone)] == gone for gone in fitted.left_out)


@given(damaged())
def test_what_was_left_out_was_damaged(case: tuple[Any, dict[KeyPath, str], Any]) -> None:
    """Only a damage, or the object that cannot do without what was damaged, is left out; the rest is as it was."""
    data, done, sound = case
    fitted: Fit[Dossier] = fit(Dossier, data)

    assert all(any(path[: len(gone)] == gone for path in done) for gone in fitted.left_out)
    if not done:
        assert fit(Dossier, sound) == fitted


HOSTILE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.dates() | st.binary(max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(dossiers(), st.data())
def test_no_damage_raises(dossier: Dossier, data: st.DataObject) -> None:
    """Anything at all, anywhere: the fit answers, and what it tells is French and has its place in the data."""
    raw = data_of(dossier)
    where = data.draw(st.sampled_from(sorted([*leaves(raw), *((*t, "x") for t in tables(raw))], key=str)))
    below(raw, where[:-1])[where[-1]] = data.draw(HOSTILE)
    fitted = fit(Dossier, raw)

    for misfit in fitted.misfits:
        assert re.fullmatch(r"[«A-Z].*[.?]", misfit.message, re.DOTALL), misfit.message
        above = misfit.path[:-1] if misfit.kind == "missing-key" else misfit.path
        below(raw, above)
