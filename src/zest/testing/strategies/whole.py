"""Whole dossiers that hold together: what they cite exists, and no key names two objects."""

from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from zest.model.dossier import Dossier
from zest.references import CITES
from zest.testing.strategies.fields import of_type, tables
from zest.testing.strategies.objects import collectives, structures


def dossiers(**told: SearchStrategy[Any]) -> SearchStrategy[Dossier]:
    """Return dossiers that load whole and in which nothing of form is at fault; law and brand may be.

    Args:
        told: how to draw chosen collections; what is drawn elsewhere then cites what they hold.
    """
    alone = (lambda s: s.key, lambda s: (s.siret or s.key, s.kind))
    members = st.lists(structures(), max_size=4, unique_by=alone).map(tuple)
    heart = {name: of_type(attrs.fields_dict(Dossier)[name].type) for name in _HEART}
    made = tables(Dossier, **{**heart, "collective": collectives(), "structures": members, **told})
    return made.map(connected)


_HEART = ("offers", "clients", "missions", "measures")
"""What nearly every dossier has, and so is seldom left out."""


def connected(dossier: Dossier) -> Dossier:
    """Replace each cited key that names nothing by one that does, always the same for the same dossier."""
    known = {kind: [one.key for one in getattr(dossier, kind)] for kind in set(CITES.values())}
    made: Dossier = _connected(dossier, known)
    return made


def _connected(item: Any, known: Mapping[str, Sequence[str]]) -> Any:
    if not attrs.has(type(item)):
        return item
    told = [f.name for f in attrs.fields(type(item)) if not f.metadata.get("omit")]
    return attrs.evolve(item, **{name: _value(name, getattr(item, name), known) for name in told})


def _value(name: str, value: Any, known: Mapping[str, Sequence[str]]) -> Any:
    if isinstance(value, tuple):
        inner = (_value(name, one, known) for one in value)
        return tuple(inner) if name not in CITES else tuple(dict.fromkeys(one for one in inner if one))
    if isinstance(value, str) and name in CITES:
        keys = known[CITES[name]]
        return value if value in keys or not value else keys[sum(map(ord, value)) % len(keys)] if keys else ""
    return _connected(value, known)
