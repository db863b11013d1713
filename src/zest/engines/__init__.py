"""Engines that measure rows: polars, DuckDB, Spark. Opening, keeping and collecting are all that tells them apart.

Importing this package loads no data-frame library.
"""

import contextlib
import importlib
from collections.abc import Generator
from typing import Any

from zest.engine_names import ENGINES
from zest.engines.protocol import Engine
from zest.errors import MissingExtraError, UnknownEngineError
from zest.structuring import suggest

__all__ = ["ENGINES", "Engine", "engine"]


@contextlib.contextmanager
def engine(name: str, **options: Any) -> Generator[Engine]:
    """Start an engine, and stop it at the end.

    Args:
        name: ``polars``, ``duckdb`` or ``spark``.
        options: what the engine takes: ``session`` for a Spark session that exists already.

    Raises:
        UnknownEngineError: there is none of that name.
        MissingExtraError: its library is not installed.
    """
    if name not in ENGINES:
        raise UnknownEngineError(f"Aucun moteur ne s'appelle « {name} »{suggest(name, ENGINES)}")
    try:
        module = importlib.import_module(f"zest.engines.{name}_engine")
    except ModuleNotFoundError as missing:
        raise MissingExtraError(
            f"Le moteur « {name} » demande une bibliothèque qui n'est pas installée ({missing.name}) : "
            f"« pip install 'zest-coorace[{ENGINES[name]}]' »."
        ) from None
    made: Engine = module.start(**options)
    try:
        yield made
    finally:
        made.close()
