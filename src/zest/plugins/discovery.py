"""Which sectors are installed, without importing any."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping

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
    ours = (e for e in _entries() if e.group == GROUP)
    for entry in sorted(ours, key=lambda e: (e.name, e.value)):
        found[entry.name] = (*found.get(entry.name, ()), Found(_origin(entry), entry))
    return found


def foreign() -> tuple[Refused, ...]:
    """Return the plugins made for another major version of the contract; they are never imported."""
    others = (e for e in _entries() if e.group.startswith(GROUPS) and e.group != GROUP)
    return tuple(
        Refused(
            origin=_origin(entry),
            code="Z023",
            cause=f"Le greffon « {entry.name} » vise le contrat « {entry.group} » ; ce zest parle « {GROUP} ».",
            remedy="Installez une version du greffon faite pour ce zest.",
        )
        for entry in sorted(others, key=lambda e: (e.group, e.name))
    )


def _entries() -> Iterable[importlib_metadata.EntryPoint]:
    try:
        return importlib_metadata.entry_points()
    except Exception:  # noqa: BLE001  # one damaged distribution, were it no plugin, would hide every sector
        return _undamaged()


def _undamaged() -> Iterator[importlib_metadata.EntryPoint]:
    """Yield the entry points of every distribution that can be read, the first of each name."""
    seen: set[str] = set()
    for dist in importlib_metadata.distributions():
        with contextlib.suppress(Exception):
            if dist.name not in seen:
                yield from tuple(dist.entry_points)
                seen.add(dist.name)


def _origin(entry: importlib_metadata.EntryPoint) -> Origin:
    return Origin(slug=entry.name, module=entry.value, named=lambda: _named(entry))


def _named(entry: importlib_metadata.EntryPoint) -> tuple[str, str]:
    """Return name and version, as far as they can be read: who is told at fault may have lost them."""
    try:
        return (entry.dist.name or "?", entry.dist.version or "") if entry.dist else ("?", "")
    except Exception:  # noqa: BLE001  # a finder of anyone's
        return "?", ""
