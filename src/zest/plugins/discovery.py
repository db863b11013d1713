"""Which sectors are installed, without importing any."""

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

import attrs
import importlib_metadata

from zest.plugins.origin import Origin, Refused
from zest.sector import GROUP, GROUPS
from zest.version import DISTRIBUTION


class Entry(Protocol):
    """What loads the module of a plugin: an entry point, or a folder that nobody installed."""

    def load(self) -> Any:
        """Import it."""
        ...


@attrs.frozen
class Found:
    """One plugin, before anything of it is imported.

    Attributes:
        origin: who publishes it.
        entry: what loads it.
    """

    origin: Origin
    entry: Entry


def discover(*, external: bool = True) -> Mapping[str, tuple[Found, ...]]:
    """Return the entry points of the contract's group, by slug, in alphabetical order.

    Args:
        external: whether those of other publishers than zest's own are wanted; telling them apart reads metadata.
    """
    found: dict[str, tuple[Found, ...]] = {}
    ours = (e for e in _entries() if e.group == GROUP)
    own = None if external else own_distributions()
    for entry in sorted(ours, key=lambda e: (e.name, e.value)):
        one = Found(_origin(entry), entry)
        if own is None or normal(one.origin.distribution) in own:
            found[entry.name] = (*found.get(entry.name, ()), one)
    return found


def own_distributions() -> frozenset[str]:
    """Return the distributions that the metadata of the core name, its extras above all: zest's own sectors are there.

    No name of a sector is written in the core, and a stranger cannot enter this list without the core's publisher.
    """
    try:
        asked = importlib_metadata.requires(DISTRIBUTION) or ()
    except importlib_metadata.PackageNotFoundError:
        return frozenset()
    return frozenset(normal(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in asked)


def normal(name: str) -> str:
    """Return the name of a distribution as indexes compare them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def foreign(*, external: bool = True) -> tuple[Refused, ...]:
    """Return the plugins made for another major version of the contract; they are never imported."""
    if not external:
        return ()
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
