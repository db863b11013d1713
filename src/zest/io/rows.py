"""Rows of record tables as objects of a dossier, judged like those of its main file, each with its place."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from zest.errors import DataFileError, UnknownTableError, UnreadableFileError
from zest.findings import Finding, Place
from zest.io.files import entries, require_allowed
from zest.io.leftovers import TABLES
from zest.model.dossier import COLLECTIONS
from zest.notices import NOTICES

if TYPE_CHECKING:
    from zest.tables.mapping import TableMapping
    from zest.tables.table import Table

MAPPING: Final = "columns.toml"
"""File of that folder that tells how its tables are written."""

PERSON: Final = "Z064"
"""Code of a row that designates a person: a rule tells it of the rows that are judged."""

MOST: Final = 5_000
"""Rows of one table that are judged one by one, at most."""


@attrs.frozen(kw_only=True)
class Rows:
    """What the record tables of a dossier tell.

    Attributes:
        objects: for each collection of the dossier, plain data of its objects.
        places: for each of these objects, in the same order, its file and row.
        findings: what is wrong in the tables, and what could not be judged.
        tables: as read, to be measured.
        judged: names of the tables whose rows are objects of the dossier too.
    """

    objects: Mapping[str, list[dict[str, Any]]] = attrs.field(factory=dict)
    places: Mapping[str, list[Place]] = attrs.field(factory=dict)
    findings: tuple[Finding, ...] = ()
    tables: "tuple[Table, ...]" = ()
    judged: frozenset[str] = frozenset()


def read_rows(dossier: Path, written: Mapping[str, Any]) -> Rows:
    """Read the record tables of a dossier's folder; nothing is loaded when it has none.

    Args:
        dossier: the folder.
        written: content of its main file; a client that only the tables name is made of what they tell.

    Raises:
        MissingExtraError: it has some, and the ``records`` extra is not installed.
    """
    folder = dossier / TABLES
    if not os.path.isdir(folder):  # noqa: PTH112  # what may not be looked at is told when it is read
        return Rows()
    found: list[Finding] = []
    return rows_of(list(_tables(folder, found)), found, written)


def rows_of(tables: "list[Table]", found: list[Finding], written: Mapping[str, Any]) -> Rows:
    """Return what record tables tell, as objects of a dossier.

    Args:
        tables: as read.
        found: what was wrong in them, to which is added what could not be judged.
        written: content of the main file of the dossier.
    """
    made: dict[str, list[dict[str, Any]]] = {}
    places: dict[str, list[Place]] = {}
    judged = {name: _judged([t for t in tables if t.name == name], found) for name in COLLECTIONS}
    one_by_one = frozenset(name for name, few in judged.items() if few)
    told = [
        (COLLECTIONS[table.name], *one) for few in judged.values() for table in few for one in objects(table)
    ]
    told += [("clients", *one) for one in _clients(judged["missions"] + judged["commandes"], _keys(written))]
    for collection, plain, place in told:
        made.setdefault(collection, []).append(plain)
        places.setdefault(collection, []).append(place)
    return Rows(
        objects=made,
        places=places,
        findings=tuple(one for one in found if not (one.code == PERSON and one.identity[0] in one_by_one)),
        tables=tuple(tables),
        judged=one_by_one,
    )


def _tables(folder: Path, found: list[Finding]) -> "Iterator[Table]":
    """Read each table; what cannot be read at all is a finding, and the others are still read."""
    from zest.tables.reading import read_table, table_name
    from zest.tables.sources import SUFFIXES

    mapping = _mapping(folder / MAPPING, found)
    try:
        files = entries(folder)
    except UnreadableFileError as error:
        found.append(_unreadable(str(error), folder))
        return
    for file in files:
        if file.suffix.lower() not in SUFFIXES or file.name.startswith((".", "~")):
            continue
        try:
            name = table_name(file)
            require_allowed(file)
            table = read_table(file, name, mapping.get(name), shown=file.as_posix())
        except (UnreadableFileError, UnknownTableError) as error:
            found.append(_unreadable(str(error), file))
        else:
            found.extend(table.findings)
            yield table


def _mapping(file: Path, found: list[Finding]) -> "Mapping[str, TableMapping]":
    from zest.io.columns import read_columns

    if not os.path.lexists(file):
        return {}
    try:
        return read_columns(file)
    except (DataFileError, UnreadableFileError) as error:
        found.append(_unreadable(str(error), file))
        return {}


def _unreadable(message: str, file: Path) -> Finding:
    return NOTICES["Z058"].finding(message, identity=(file.name,), place=Place(file=file.as_posix()))


def _judged(tables: "list[Table]", found: list[Finding]) -> "list[Table]":
    """Return the files of one table, or none of them when they hold too many rows together."""
    total = sum(table.kept for table in tables)
    if total > MOST:
        found.append(_not_judged(tables, total))
        return []
    return tables


def _not_judged(tables: "list[Table]", total: int) -> Finding:
    name = tables[0].name
    made = NOTICES["Z059"].finding(
        f"Le tableau « {name} » a {total} lignes, et zest n'en juge pas plus de {MOST} une à une : "
        "elles se mesurent, mais les règles ne leur ont pas été posées.",
        identity=(name,),
        subject=(name,),
        place=Place(file=tables[0].file),
    )
    return attrs.evolve(made, unknown=True)


def objects(table: "Table") -> Iterator[tuple[dict[str, Any], Place]]:
    """Yield each row of a table as the plain data of its object in the model, with its place."""
    from zest.tables.schemas import FILE, ROW, schema_of

    columns = [column for column in schema_of(table.name).columns if column.path]
    for row in table.frame.collect().iter_rows(named=True):
        plain: dict[str, Any] = {}
        for column in columns:
            if (value := row[column.name]) is not None:
                _put(plain, column.path, column.words.get(value, value) if column.words else value)
        yield plain, Place(file=row[FILE], line=row[ROW])


def _keys(written: Mapping[str, Any]) -> set[Any]:
    listed = written.get("clients")
    told = listed if isinstance(listed, list) else []
    return {client.get("key") for client in told if isinstance(client, dict)}


def _clients(tables: "list[Table]", known: set[Any]) -> Iterator[tuple[dict[str, Any], Place]]:
    """Yield each client that only the tables know, with the kind and the département that its first row tells."""
    from zest.tables.schemas import FILE, ROW, schema_of

    for table in tables:
        words = schema_of(table.name).column("type_client").words
        for row in table.frame.collect().iter_rows(named=True):
            if (key := row["client"]) is None or key in known:
                continue
            known.add(key)
            told = {
                "key": key,
                "kind": words.get(row["type_client"]),
                "department": row["departement"],
            }
            plain = {name: value for name, value in told.items() if value is not None}
            yield plain, Place(file=row[FILE], line=row[ROW])


def _put(plain: dict[str, Any], path: Iterable[str], value: Any) -> None:
    *above, last = path
    for step in above:
        plain = plain.setdefault(step, {})
    plain[last] = value
