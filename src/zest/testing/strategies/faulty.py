"""Dossiers broken on purpose, each with the rule that must say so."""

import copy
import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from zest.model.dossier import Dossier
from zest.rule import Rule
from zest.testing.samples import AS_OF, changed, core_assembly, core_sample, dossier_of
from zest.testing.strategies import identifiers, words

Data = dict[str, Any]


@attrs.frozen(kw_only=True)
class Planted:
    """A dossier that was sound before one rule's own fault was planted in it.

    Attributes:
        rule: the rule that must speak.
        data: the dossier as the plain data of a file.
        as_of: the day to judge it.
    """

    rule: Rule
    data: Data = attrs.field(repr=False)
    as_of: dt.date = AS_OF

    @property
    def code(self) -> str:
        """Code of the rule that must speak."""
        return self.rule.code

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return dossier_of(self.data)


def sound_samples(
    sample: Mapping[str, Any] | None = None, kept: Iterable[object] = ()
) -> SearchStrategy[Data]:
    """Return the sound sample told otherwise, and still sound: other names, other numbers, more missions.

    Args:
        sample: plain data of a sound dossier; that of the core when left out.
        kept: values that must stay as they are.
    """
    data = dict(sample) if sample is not None else core_sample()
    return _told_otherwise(data, frozenset(map(str, kept)))


def broken(rule: Rule | str, sample: Mapping[str, Any] | None = None) -> SearchStrategy[Planted]:
    """Return dossiers with the fault of one rule: its own bad example, over a sound sample told otherwise.

    Args:
        rule: the rule, or the code of a core rule.
        sample: sound sample that the rule's examples change; that of the core when left out.

    Raises:
        UnknownRuleError: no core rule has that code.
    """
    if isinstance(rule, str):
        return broken(_core_rule(rule), sample)
    plant = functools.partial(_planted, rule)
    return sound_samples(sample, _scalars(rule.bad)).map(plant)


def faulty_dossiers(
    rules: Iterable[Rule] | None = None, sample: Mapping[str, Any] | None = None
) -> SearchStrategy[Planted]:
    """Return dossiers each broken by the fault of one rule, and tagged with it.

    Args:
        rules: among which to choose; those of the core when left out.
        sample: sound sample that their examples change; that of the core when left out.
    """
    known = tuple(core_assembly().catalogue) if rules is None else tuple(rules)
    return st.sampled_from(known).flatmap(lambda rule: broken(rule, sample))


def _core_rule(code: str) -> Rule:
    found = core_assembly().catalogue.find(code)
    if not isinstance(found, Rule):
        raise TypeError(f"« {code} » est un constat que zest fait de lui-même : aucune règle ne le donne.")
    return found


def _planted(rule: Rule, data: Data) -> Planted:
    day = rule.bad.get("@as_of", AS_OF.isoformat())
    return Planted(rule=rule, data=changed(data, rule.bad), as_of=dt.date.fromisoformat(day))


def _scalars(value: Any) -> Iterator[object]:
    if isinstance(value, Mapping | list | tuple):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _scalars(inner)
    else:
        yield value


@st.composite
def _told_otherwise(draw: st.DrawFn, sample: Data, kept: frozenset[str]) -> Data:
    made = copy.deepcopy(sample)
    for rename in (_names, _numbers, _people):
        rename(made, draw, kept)
    for rank in draw(st.lists(st.integers(0, 1), max_size=3)):
        _again(made, rank)
    return made


def _names(data: Data, draw: st.DrawFn, kept: frozenset[str]) -> None:
    """Call the collective, its members and its clients otherwise."""
    for one in (data.get("collective", {}), *data.get("structures", ()), *data.get("clients", ())):
        if str(one.get("name")) not in kept:
            one["name"] = draw(words.names())


def _numbers(data: Data, draw: st.DrawFn, kept: frozenset[str]) -> None:
    """Give every establishment another number, each its own."""
    having = [
        one
        for name in ("structures", "clients")
        for one in data.get(name, ())
        if "siret" in one and one["siret"] not in kept
    ]
    count = len(having)
    fresh = draw(st.lists(identifiers.sirets(), min_size=count, max_size=count, unique=True))
    for one, siret in zip(having, fresh, strict=True):
        one["siret"] = str(siret)


def _people(data: Data, draw: st.DrawFn, kept: frozenset[str]) -> None:
    """Give every employee another reference, the same wherever it is cited."""
    told = sorted({str(one) for one in _cited(data)} - kept)
    reference = st.from_regex(r"p-[a-z]{1,3}-\d{3}", fullmatch=True)
    fresh = draw(st.lists(reference, min_size=len(told), max_size=len(told), unique=True))
    _replace(data, dict(zip(told, fresh, strict=True)))


def _cited(value: Any) -> Iterator[object]:
    for table in _tables(value):
        if "employee" in table:
            yield table["employee"]


def _replace(data: Data, fresh: Mapping[str, str]) -> None:
    for table in _tables(data):
        if "employee" in table:
            table["employee"] = fresh.get(table["employee"], table["employee"])


def _tables(value: Any) -> Iterator[Data]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _tables(inner)


def _again(data: Data, rank: int) -> None:
    """Lend once more as one mission of the sample was: another order, another employee, the rest alike."""
    missions = data.get("missions", [])
    if rank < len(missions):
        like, suffix = missions[rank], f"-bis-{len(missions)}"
        for order in [one for one in data.get("orders", ()) if one["key"] == like.get("order")]:
            data["orders"].append(_renamed(order, suffix, "key"))
        missions.append(_renamed(like, suffix, "key", "order", "employee"))


def _renamed(table: Data, suffix: str, *names: str) -> Data:
    made = copy.deepcopy(table)
    return {**made, **{name: f"{made[name]}{suffix}" for name in names if name in made}}
