"""What is walked for in every object of a dossier: what it cites, its numbers, its periods."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zest.model.dossier import Dossier
from zest.plugins.assembly import core_rules
from zest.references import CITES, PAIRS, SHARES, fields, numbers, periods, references
from zest.rule import Case
from zest.testing.registration import registered
from zest.testing.samples import AS_OF, core_assembly
from zest.testing.strategies import dossiers, tables

FEW = settings(max_examples=5)
"""The case of the table is what matters; the rest of the object is only there to disturb."""

TABLES = sorted((kind for kind in registered() if attrs.has(kind)), key=lambda kind: kind.__name__)


def typed(wanted: type) -> Iterator[tuple[type, str]]:
    """Yield each class and field of that type, left out or not."""
    for kind in TABLES:
        for field in attrs.fields(kind):
            if wanted in (field.type, *get_args(field.type)) and not field.metadata.get("omit"):
                yield kind, field.name


@pytest.mark.parametrize("kind,name", [*typed(int), *typed(float)])
@FEW
@given(st.data())
def test_no_number_escapes_its_bounds(kind: type, name: str, data: st.DataObject) -> None:
    """A new number is looked at without a line of code; the bound of a promise may be anything."""
    item = data.draw(tables(kind, **{name: st.just(-1)}))
    told = {path: most for path, value, most in numbers(item) if value == -1}
    free = name in ("threshold", "kept", "cases")

    assert ({} if free else {(name,): 1 if name in SHARES else float("inf")}) == told


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_what_cites_a_key_is_followed(kind: type) -> None:
    """Each attribute that says to be a key of the dossier is followed to what it names."""
    cited = r"(\w+): (?:key of the|keys of the) (structure|client|offer|order|mission)s?\b(?!, or)"
    said = dict(re.findall(cited, kind.__doc__ or ""))

    assert said == {name: CITES.get(name, "").removesuffix("s") for name in said}


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@given(st.data())
def test_a_period_is_found_wherever_both_its_days_are_told(
    pair: tuple[str, str], data: st.DataObject
) -> None:
    """By its names, in whatever class has them."""
    kinds = [kind for kind in TABLES if set(pair) <= set(attrs.fields_dict(kind))]
    item: Any = data.draw(st.sampled_from(kinds).flatmap(tables))
    days = tuple(getattr(item, name) for name in pair)

    assert (None not in days) == (((pair[1],), *days) in list(periods(item)))


@given(dossiers())
def test_a_walk_knows_the_path_of_all_it_yields(dossier: Dossier) -> None:
    """Following the path from the dossier leads to the value."""
    for path, _, value in fields(dossier):
        assert value == at(dossier, path)
    for reference in references(dossier):
        assert reference.key == at(dossier, reference.path)
        assert reference.key in {one.key for one in getattr(dossier, reference.kind)}


def at(item: Any, path: tuple[str | int, ...]) -> Any:
    """Return what stands at a path."""
    for step in path:
        item = item[step] if isinstance(step, int) else getattr(item, step)
    return item


KEYED = [
    (field.name, one)
    for field in attrs.fields(Dossier)
    for one in get_args(field.type)[:1]
    if attrs.has(one) and "key" in attrs.fields_dict(one)
]


@pytest.mark.parametrize("name,kind", KEYED)
@FEW
@given(st.data())
def test_no_collection_holds_a_key_twice(name: str, kind: Any, data: st.DataObject) -> None:
    """Whatever has a key, has one of its own."""
    (rule,) = (rule for rule in core_rules() if rule.code == "Z042")
    two = data.draw(st.tuples(*(tables(kind, key=st.just("k")) for _ in range(2))))
    told: dict[str, Any] = {name: two}
    dossier = Dossier(**told)
    case = Case(dossier=dossier, as_of=AS_OF, law=core_assembly().catalogue.law.on(AS_OF), sectors={})

    assert [(name, 1, "key")] == [answer.at for answer in rule.check(dossier, case)]  # type: ignore[union-attr]
