"""Measures and rules of rows found by walking a package."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import TypeVar

from zest.indicators.indicator import Indicator
from zest.indicators.row_rule import RowRule

T = TypeVar("T", Indicator, RowRule)


def held(package: str, kind: type[T]) -> Iterator[T]:
    """Import every module of a package and yield each measure, or rule of rows, that it declares."""
    for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        module = importlib.import_module(found.name)
        yield from (one for one in vars(module).values() if isinstance(one, kind))
