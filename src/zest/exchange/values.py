"""The pinned lists of the platforms."""

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from zest.datafiles import read_table


@functools.cache
def values(platform: str) -> Mapping[str, Any]:
    """Return the lists of ``data_inclusion``, ``marche``, ``emplois`` or ``asp``."""
    return MappingProxyType(read_table(Path(__file__).with_name("values.toml"))[platform])
