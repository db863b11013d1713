"""Nothing that judges can be changed by whoever is judged by it, nor by another plugin."""

import importlib
import pkgutil
from collections import ChainMap
from collections.abc import Iterator, MutableMapping, MutableSequence, MutableSet
from typing import Any

import attrs
import pytest

import zest
from zest.plugins.assembly import assemble_all, core_rules
from zest.testing.samples import core_assembly

# The façade's own table is left as it is: what could freeze it would cost it all its lightness.
OURS = {
    module.name for module in pkgutil.walk_packages(zest.__path__, "zest.") if "__main__" not in module.name
}
# Engines whose library is not everywhere, and where it is.
ENGINES = {"zest.engines.duckdb_engine": "duckdb", "zest.engines.spark_engine": "pyspark"}
MUTABLE = (MutableMapping, MutableSequence, MutableSet)


@pytest.mark.parametrize("name", sorted(OURS))
def test_no_table_of_a_module_can_be_written_to(name: str) -> None:
    """A constant is a tuple, a frozen set or a mapping proxy: wrap a dictionary in MappingProxyType."""
    if name in ENGINES:
        pytest.importorskip(ENGINES[name])
    held = {
        key: value for key, value in vars(importlib.import_module(name)).items() if not key.startswith("__")
    }

    assert [] == [key for key, value in held.items() if isinstance(value, MUTABLE)]


def mutable(value: Any, at: str) -> Iterator[str]:
    """Yield the paths of what could be written to in a value and in what it holds."""
    if isinstance(value, ChainMap):
        # Written to in its first table alone.
        yield from mutable(value.maps[0], at)
    elif isinstance(value, MUTABLE):
        yield at
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if not field.name.startswith("_") and not field.metadata.get("omit"):
                yield from mutable(getattr(value, field.name), f"{at}.{field.name}")
    elif isinstance(value, tuple):
        for rank, one in enumerate(value):
            yield from mutable(one, f"{at}[{rank}]")


def test_what_a_rule_is_given_cannot_be_written_to() -> None:
    """The catalogue, the facts of every sector at hand, the law of a day."""
    catalogue = assemble_all().catalogue

    assert [] == list(mutable(catalogue, "catalogue"))
    for slug, profile in catalogue.sectors.items():
        assert [] == list(mutable(profile, slug))
        for part in (profile.commitments, profile.jobs, profile.tasks, profile.permits, profile.agreements):
            assert not isinstance(part, MutableMapping) or isinstance(part, ChainMap)
            assert [] == [path for key, one in part.items() for path in mutable(one, f"{slug}.{key}")]


def test_a_rule_and_its_examples_cannot_be_written_to() -> None:
    """Those of the core, and the invented edition's."""
    for rule in (*core_rules(), *core_assembly().catalogue):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            rule.severity = None
        assert [] == list(mutable(rule, rule.code))
