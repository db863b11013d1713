"""Columns of a Parquet lake: it must hold a table as published, or say so before anything is measured."""

from collections.abc import Mapping

from zest.errors import ForeignColumnError
from zest.tables.schemas import FILE, ROW, schema_of


def canonical(table: str) -> list[str]:
    """Return the names of the columns of a frame, ``_fichier`` and ``_ligne`` last."""
    return [*(column.name for column in schema_of(table).columns), FILE, ROW]


def check_types(table: str, held: Mapping[str, str], words: Mapping[str, tuple[str, ...]]) -> None:
    """Refuse a column whose type is not the published one, and a table without what every row must have.

    Args:
        table: one of the four.
        held: type of each column, in the engine's words.
        words: for each published type, the words that the engine may have for it.

    Raises:
        ForeignColumnError: such a column, or none where there must be one.
    """
    for column in schema_of(table).columns:
        if column.name not in held:
            if column.required:
                raise ForeignColumnError(f"Le tableau « {table} » n'a pas de colonne « {column.name} ».")
        elif held[column.name] not in words[column.kind]:
            raise ForeignColumnError(
                f"La colonne « {column.name} » du tableau « {table} » est de type {held[column.name]}, "
                f"et non {words[column.kind][0]} : convertissez-la, ou faites lire le fichier par zest "
                "avec le moteur polars."
            )
