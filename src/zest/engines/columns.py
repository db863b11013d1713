"""Columns of a Parquet lake: it must hold a table as published, or say so before anything is measured."""

from collections.abc import Iterable, Mapping

from zest.errors import ForeignColumnError, UnreadableFileError
from zest.tables.schemas import FILE, ROW, Kind, schema_of


def canonical(table: str) -> list[str]:
    """Return the names of the columns of a frame, ``_fichier`` and ``_ligne`` last."""
    return [*(column.name for column in schema_of(table).columns), FILE, ROW]


def is_number(table: str, name: str) -> bool:
    """Whether a column may hold what is not finite, which is no number to measure: reading a file leaves it empty."""
    return any(column.name == name and column.kind is Kind.NUMBER for column in schema_of(table).columns)


def check_types(table: str, file: str, held: Mapping[str, str], words: Mapping[str, tuple[str, ...]]) -> None:
    """Refuse a column whose type is not the published one.

    Args:
        table: one of the four.
        file: that holds them; or several, as to be shown.
        held: type of each column, in the engine's words.
        words: for each published type, the words that the engine may have for it.

    Raises:
        ForeignColumnError: there is such a column.
    """
    for column in schema_of(table).columns:
        if held.get(column.name, words[column.kind][0]) not in words[column.kind]:
            raise ForeignColumnError(
                f"La colonne « {column.name} » du tableau « {table} » est de type {held[column.name]}, "
                f"et non {words[column.kind][0]}, dans « {file} » : convertissez-la, ou donnez ce "
                "fichier lui-même, sans son répertoire, au moteur polars."
            )


def check_required(table: str, held: Iterable[str]) -> None:
    """Refuse a table without what every row must have.

    Raises:
        ForeignColumnError: no file has such a column.
    """
    there = set(held)
    for column in schema_of(table).columns:
        if column.required and column.name not in there:
            raise ForeignColumnError(f"Le tableau « {table} » n'a pas de colonne « {column.name} ».")


def unreadable(file: str) -> UnreadableFileError:
    """Return what is said of a file of a lake that cannot be read, or not to its end."""
    return UnreadableFileError(
        f"Le fichier « {file} » n'est pas un fichier Parquet lisible, ou il est abîmé : écrivez-le à nouveau, "
        "ou retirez-le."
    )
