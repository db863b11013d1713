"""Which sectors are installed, without importing any."""

from collections.abc import Mapping

import attrs
import importlib_metadata

from zest.plugins.origin import Origin, Refused
from zest.sector import GROUP, GROUPS


@attrs.frozen
class Found:
    """One entry point.

    Attributes:
        origin: who publishes it.
        entry: what loads it.
    """

    origin: Origin
    entry: importlib_metadata.EntryPoint


def discover() -> Mapping[str, tuple[Found, ...]]:
    """Return the entry points of the contract's group, by slug, in alphabetical order."""
    found: dict[str, tuple[Found, ...]] = {}
    for entry in sorted(importlib_metadata.entry_points(group=GROUP), key=lambda e: (e.name, e.value)):
        found[entry.name] = (*found.get(entry.name, ()), Found(_origin(entry), entry))
    return found


def foreign() -> tuple[Refused, ...]:
    """Return the plugins made for another major version of the contract; they are never imported."""
    others = (e for e in importlib_metadata.entry_points() if e.group.startswith(GROUPS) and e.group != GROUP)
    return tuple(
        Refused(
            origin=_origin(entry),
            code="Z023",
            cause=f"Le greffon « {entry.name} » vise le contrat « {entry.group} » ; ce zest parle « {GROUP} ».",
            remedy="Installez une version du greffon faite pour ce zest.",
        )
        for entry in sorted(others, key=lambda e: (e.group, e.name))
    )


def _origin(entry: importlib_metadata.EntryPoint) -> Origin:
    dist = entry.dist
    if dist is None:
        return Origin(slug=entry.name, module=entry.value)
    return Origin(slug=entry.name, module=entry.value, named=lambda: (dist.name, dist.version))
