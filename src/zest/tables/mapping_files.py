"""``columns.toml``: mappings as data, refused with the place of whatever does not fit."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from zest.datafiles import build, read_table
from zest.errors import DataFileError
from zest.structuring import suggest
from zest.tables.mapping import UNITS, ColumnMapping, Reading, TableMapping
from zest.tables.schemas import TABLES, Column, Kind, TableSchema, schema_of

READING: Final = "reading"
"""Name of the table that tells how files are written."""


def read_mapping(file: Path) -> Mapping[str, TableMapping]:
    """Read a ``columns.toml``.

    Raises:
        DataFileError: it does not hold what it must; the message tells where.
    """
    return mapping_of(read_table(file), str(file))


def mapping_of(raw: Mapping[str, Any], file: str = "columns.toml") -> Mapping[str, TableMapping]:
    """Structure the content of a ``columns.toml``: one table for each table of records, and ``reading`` for all.

    Raises:
        DataFileError: it does not hold what it must; the message tells where.
    """
    common = raw.get(READING, {})
    for name, table in raw.items():
        if not isinstance(table, dict):
            raise DataFileError(f"{file}, {name} : il faut ici une table.")
        if name not in (READING, *TABLES):
            raise DataFileError(f"{file}, {name} : ce n'est pas un tableau{suggest(name, TABLES)}")
    _reading(common, f"{file}, {READING}")
    return {name: _table(name, raw.get(name, {}), common, file) for name in TABLES if name in raw or common}


def _table(name: str, raw: Mapping[str, Any], common: Mapping[str, Any], file: str) -> TableMapping:
    own = raw.get(READING, {})
    if not isinstance(own, dict):
        raise DataFileError(f"{file}, {name}.{READING} : il faut ici une table.")
    found: dict[str, ColumnMapping] = {}
    for column, told in _columns(schema_of(name), raw, file):
        before = found.get(column, ColumnMapping())
        found[column] = attrs.evolve(told, headers=(*before.headers, *told.headers))
    return TableMapping(columns=found, reading=_reading({**common, **own}, f"{file}, {name}.{READING}"))


def _reading(raw: Mapping[str, Any], where: str) -> Reading:
    made = build(Reading, {**raw, **_listed(raw, "dates"), **_listed(raw, "missing")}, where)
    if made.decimal not in ("", ",", "."):
        raise DataFileError(f"{where} : decimal est « , » ou « . ».")
    if "header_row" in raw and made.header_row < 1:
        raise DataFileError(f"{where} : header_row compte les lignes à partir de 1.")
    if len(made.separator) > 1:
        raise DataFileError(f"{where} : separator est un seul signe.")
    check_forms(made.dates, where)
    return made


def _listed(raw: Mapping[str, Any], key: str) -> dict[str, list[Any]]:
    """Let one text stand for a list of one."""
    return {key: [raw[key]]} if isinstance(raw.get(key), str) else {}


def _columns(schema: TableSchema, raw: Mapping[str, Any], file: str) -> Iterator[tuple[str, ColumnMapping]]:
    names = [column.name for column in schema.columns]
    for key, told in raw.items():
        if key == READING:
            continue
        name, where = (told if isinstance(told, str) else key), f"{file}, {schema.name}.{key}"
        if name not in names:
            raise DataFileError(f"{where} : la colonne « {name} » n'existe pas{suggest(name, names)}")
        if isinstance(told, str):
            yield name, ColumnMapping(headers=(key,))
        elif isinstance(told, dict):
            yield name, _column(schema.column(name), told, where)
        else:
            raise DataFileError(f"{where} : donnez le nom d'une colonne, ou une table.")


def _column(column: Column, raw: Mapping[str, Any], where: str) -> ColumnMapping:
    source = raw.get("from", [])
    renamed = {key: value for key, value in raw.items() if key != "from"}
    headers = [source] if isinstance(source, str) else source
    made = build(ColumnMapping, {**renamed, **_listed(raw, "dates"), "headers": headers}, where)
    units = UNITS.get(column.unit, ())
    if made.unit and made.unit not in units:
        raise DataFileError(
            f"{where}.unit : l'unité « {made.unit} » n'est pas admise{suggest(made.unit, units)}"
        )
    if made.dates and column.kind not in (Kind.DATE, Kind.DATETIME):
        raise DataFileError(f"{where}.dates : cette colonne n'est ni un jour ni un moment.")
    words = ("oui", "non") if column.kind is Kind.BOOLEAN else tuple(column.words)
    for word, meant in made.values.items():
        if words and meant not in words:
            raise DataFileError(
                f"{where}.values : « {word} » ne peut pas devenir « {meant} »{suggest(meant, words)}"
            )
    check_forms(made.dates, where)
    return made


def check_forms(forms: tuple[str, ...], where: str) -> None:
    """Refuse a form of date that is not made of day, month, year, hours, minutes and seconds.

    Raises:
        DataFileError: it holds another sign after ``%``, or lacks the day, the month or the year.
    """
    for form in forms:
        signs = {after[:1] for after in form.split("%")[1:]}
        if not signs <= set("dmYyHMS") or not signs >= {"d", "m"} or not signs & {"Y", "y"}:
            raise DataFileError(
                f"{where} : « {form} » n'est pas une forme de date ; écrivez par exemple « %d/%m/%Y »."
            )
