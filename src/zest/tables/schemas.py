"""The four published Table Schemas as frozen values: what a column is called, holds, and becomes."""

import enum
import functools
import json
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from zest.errors import UnknownTableError
from zest.structuring import suggest

TABLES: Final = ("commandes", "missions", "suivis", "sorties")
"""Names of the four tables: orders, lendings, follow-ups, exits."""

FILE: Final = "_fichier"
"""Column that every frame has besides its own: the file that the row comes from."""

ROW: Final = "_ligne"
"""Column that every frame has besides its own: the row as a spreadsheet numbers it, the header being 1."""

UNREAD: Final = "_illisible"
"""Column that a frame has when some cell could not be read: those of these cells, between spaces; else null."""

FOLDER: Final = Path(__file__).parents[1] / "schemas" / "tables"


class Kind(enum.StrEnum):
    """Type of a column, as Table Schema names it."""

    STRING = "string"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"


@attrs.frozen(kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        name: snake_case French, without accents.
        title: French, a few words.
        description: French sentences, with the unit.
        example: one value, as the schema shows it.
        kind: its type.
        required: a row without it is set aside.
        minimum: smallest value allowed, included; ``None`` when there is none.
        pattern: regular expression that the whole text must match; empty when there is none.
        words: for a closed list, each French word with the value of the model; empty otherwise.
        unit: ``heure``, ``euro``, ``mois``…; empty for what has none.
        path: attributes that lead to it in the model's object; empty when the model has no such place.
        personal: whether a badly filled cell could name somebody, so that nobody repeats it.
    """

    name: str
    title: str
    description: str
    example: Any
    kind: Kind
    required: bool = False
    minimum: float | None = None
    pattern: str = ""
    words: Mapping[str, str] = attrs.field(factory=dict)
    unit: str = ""
    path: tuple[str, ...] = ()
    personal: bool = False


@attrs.frozen(kw_only=True)
class TableSchema:
    """One table.

    Attributes:
        name: ``commandes``, ``missions``, ``suivis`` or ``sorties``.
        title: French, a few words.
        description: French sentence: what a row is.
        version: of the published schema.
        key: columns that tell one row from another.
        columns: in the published order.
    """

    name: str
    title: str
    description: str
    version: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """Return the column of that name.

        Raises:
            KeyError: there is none.
        """
        return self._by_name[name]

    @functools.cached_property
    def _by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}


@functools.cache
def schema_of(name: str) -> TableSchema:
    """Return the schema of a table.

    Raises:
        UnknownTableError: You named none of the four tables.
    """
    if name not in TABLES:
        near = suggest(name, TABLES)
        raise UnknownTableError(f"Le tableau « {name} » n'existe pas{near}")
    return _schema(name, json.loads((FOLDER / f"{name}.json").read_text("utf-8")))


def columns_of(name: str) -> tuple[str, ...]:
    """Return the names of the columns of a table, in the published order.

    Raises:
        UnknownTableError: You named none of the four tables.
    """
    return tuple(column.name for column in schema_of(name).columns)


def _schema(name: str, raw: Mapping[str, Any]) -> TableSchema:
    key = raw["primaryKey"]
    return TableSchema(
        name=name,
        title=raw["title"],
        description=raw["description"],
        version=raw["version"],
        key=(key,) if isinstance(key, str) else tuple(key),
        columns=tuple(_column(field) for field in raw["fields"]),
    )


def _column(field: Mapping[str, Any]) -> Column:
    limits = field.get("constraints", {})
    return Column(
        name=field["name"],
        title=field["title"],
        description=field["description"],
        example=field["example"],
        kind=Kind(field["type"]),
        required=limits.get("required", False),
        minimum=limits.get("minimum"),
        pattern=limits.get("pattern", ""),
        words=types.MappingProxyType(field.get("zest:values", {})),
        unit=field.get("zest:unit", ""),
        path=tuple(field["zest:path"].split(".")) if "zest:path" in field else (),
        personal=field.get("zest:personal", False),
    )
