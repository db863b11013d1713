"""How the columns of a software's export are called: data of a sector, of a dossier, or of a caller.

Nothing is guessed beyond case, accents and spaces: another name, another unit, another word is written down.
"""

import types
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Self

import attrs

from zest.datafiles import build, read_table
from zest.errors import DataFileError
from zest.structuring import suggest
from zest.tables.schemas import TABLES, Column, Kind, TableSchema, schema_of

READING: Final = "reading"
"""Name of the table that tells how files are written."""

UNITS: Final[Mapping[str, tuple[str, ...]]] = types.MappingProxyType(
    {"heure": ("heures", "h:mm", "minutes"), "euro": ("euros", "centimes")}
)
"""Units that a mapping may state, for each unit of the schemas."""


@attrs.frozen(kw_only=True)
class Reading:
    """How a file is written, where it cannot be seen from the file itself.

    Attributes:
        encoding: name of the encoding, such as ``cp850``; found when empty.
        separator: of the cells of a text file; found when empty.
        quotes: whether straight quotes surround cells; some exports use them as plain signs.
        sheet: name of the sheet of a workbook; the first one when empty.
        header_row: row of the header, from 1; found when 0.
        decimal: ``","`` or ``"."`` when numbers have only that decimal sign and the other one is a thousands
            separator; when empty, both are decimal signs unless the number holds both.
        dates: forms of days and moments, as ``%d/%m/%y``; those of zest when empty.
        missing: texts that stand for « not told », besides blanks.
    """

    encoding: str = ""
    separator: str = ""
    quotes: bool = True
    sheet: str = ""
    header_row: int = 0
    decimal: str = ""
    dates: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ColumnMapping:
    """Where one column comes from.

    Attributes:
        headers: names that it has in files, besides its own.
        unit: one of `UNITS`; empty for that of the schema.
        values: words of the file and the words of the schema that they stand for.
        dates: forms of its days or moments, when they are not those of the whole file.
    """

    headers: tuple[str, ...] = ()
    unit: str = ""
    values: Mapping[str, str] = attrs.field(factory=dict)
    dates: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class TableMapping:
    """How the files of one table are read.

    Attributes:
        columns: by name in the schema; those that are left out have that name in files too.
        reading: how the files are written.
    """

    columns: Mapping[str, ColumnMapping] = attrs.field(factory=dict)
    reading: Reading = attrs.field(factory=Reading)

    def of(self, column: str) -> ColumnMapping:
        """Return what is known of one column."""
        return self.columns.get(column, ColumnMapping())

    def over(self, base: Self) -> Self:
        """Return this mapping, with what it leaves out taken from ``base``."""
        default = Reading()
        told = {
            name: value
            for name, value in attrs.asdict(self.reading).items()
            if value != getattr(default, name)
        }
        return attrs.evolve(
            self,
            columns={**base.columns, **self.columns},
            reading=attrs.evolve(base.reading, **told),
        )


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
    return {name: _table(name, raw.get(name, {}), common, file) for name in TABLES if name in raw or common}


def _table(name: str, raw: Mapping[str, Any], common: Mapping[str, Any], file: str) -> TableMapping:
    own = raw.get(READING, {})
    if not isinstance(own, dict):
        raise DataFileError(f"{file}, {name}.{READING} : il faut ici une table.")
    found: dict[str, ColumnMapping] = {}
    for column, told in _columns(schema_of(name), raw, file):
        before = found.get(column, ColumnMapping())
        found[column] = attrs.evolve(told, headers=(*before.headers, *told.headers))
    return TableMapping(columns=found, reading=_reading({**common, **own}, f"{file}, {name}"))


def _reading(raw: Mapping[str, Any], where: str) -> Reading:
    made = build(Reading, {**raw, **_listed(raw, "dates"), **_listed(raw, "missing")}, where)
    if made.decimal not in ("", ",", "."):
        raise DataFileError(f"{where} : decimal est « , » ou « . ».")
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
