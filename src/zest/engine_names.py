"""Which engines there are: for the command line, which must not load the package that runs them to print its help."""

from collections.abc import Mapping
from types import MappingProxyType

ENGINES: Mapping[str, str] = MappingProxyType({"polars": "records", "duckdb": "duckdb", "spark": "spark"})
"""Each engine with the extra that installs it; the first one is the default."""
