"""Files of a plugin that are read when first asked for: at fault, they are the plugin's fault, and no rule's."""

import functools
from collections import ChainMap, deque
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any, TypeVar

import attrs

from zest.datafiles import Late, OneByOne
from zest.errors import DataFileError, LateFileError
from zest.model.profile import SectorProfile
from zest.plugins.origin import Origin, refuse
from zest.sector import Sector

T = TypeVar("T")

_LATE = ("jobs", "tasks", "permits", "facts", "segment", "agreements")


def owned(profile: SectorProfile, origin: Origin) -> SectorProfile:
    """Return the profile; what it reads late names its plugin when it cannot be read."""
    return attrs.evolve(profile, **{name: owned_table(getattr(profile, name), origin) for name in _LATE})


def owned_table(held: Any, origin: Origin) -> Any:
    """Return a table that names its plugin when it cannot be read; one that is read already is left as it is."""
    if isinstance(held, Late):
        return Late(functools.partial(_read, held.read, origin))
    if isinstance(held, OneByOne):
        readers = {key: functools.partial(_read, one, origin) for key, one in held.readers.items()}
        return OneByOne(MappingProxyType(readers))
    if isinstance(held, ChainMap):
        return ChainMap(*(owned_table(one, origin) for one in held.maps))
    return held


def _read(read: Callable[[], T], origin: Origin) -> T:
    try:
        return read()
    except DataFileError as error:
        words = " ".join(f"{error}".split())
        cause = f"Un fichier du greffon « {origin.slug} » ({origin}) est en faute : {words}"
        refused = refuse(origin, "Z022", cause)
        raise LateFileError(cause, slug=origin.slug, owner=str(origin), remedy=refused.remedy) from None


def read_whole(sector: Sector) -> Iterator[LateFileError]:
    """Read every file that a sector reads late, and yield what is at fault.

    A regional edition reads none: they are its sector's.
    """
    if sector.national is not None:
        return
    held = [*(getattr(sector.profile, name) for name in _LATE), sector.columns]
    for table in held:
        try:
            deque(table.values(), maxlen=0)
        except LateFileError as error:
            yield error
