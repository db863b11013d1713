"""The types of a canonical frame. Importing this module is free; calling it loads polars."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zest.tables.schemas import FILE, ROW, Kind, schema_of

if TYPE_CHECKING:
    import polars as pl


def frame_schema(name: str) -> "Mapping[str, pl.DataType]":
    """Return the types of the columns of a table, ``_fichier`` and ``_ligne`` last.

    Moments have no zone: they are read on the clock of the place. Identifiers are always text.

    Raises:
        UnknownTableError: You named none of the four tables.
    """
    own = {column.name: type_of(column.kind) for column in schema_of(name).columns}
    return {**own, FILE: type_of(Kind.STRING), ROW: type_of(Kind.INTEGER)}


def type_of(kind: Kind) -> "pl.DataType":
    """Return the type of a column of that kind."""
    import polars as pl

    kinds: dict[Kind, pl.DataType] = {
        Kind.STRING: pl.String(),
        Kind.NUMBER: pl.Float64(),
        Kind.INTEGER: pl.Int64(),
        Kind.BOOLEAN: pl.Boolean(),
        Kind.DATE: pl.Date(),
        Kind.DATETIME: pl.Datetime("us"),
    }
    return kinds[kind]
