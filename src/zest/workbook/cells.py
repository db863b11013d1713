"""One value as a cell, and back. What a cell cannot hold as it is, it holds as the JSON of a text, in quotes."""

import datetime as dt
import enum
import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from zest.model.identifiers import clip
from zest.structuring import suggest
from zest.workbook.plan import Column
from zest.workbook.words import BOOLEANS, NO, YES, choices, values

NONE = "(aucun)"
"""What says that there is none, where a blank cell says nothing."""

EMPTY = "(vide)"
"""What stands for an object that is columns of a row, is there and tells nothing of itself."""

BARE = "(ligne vide)"
"""What stands for an object that is a row and tells nothing of itself."""

MARKS = (NONE, EMPTY, BARE)

Cell = str | int | float | dt.date | None
"""What is written: ``None`` for a blank cell."""


class BadCell(Exception):
    """A cell that cannot be what its column wants; the message is a French sentence."""


# Not every reader of workbooks keeps these: controls, a tab, a lone carriage return, blanks at either end,
# OOXML's own escapes.
_FRAGILE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]|\\A\\s|\\s\\Z|_x[0-9a-fA-F]{4}_")


def to_cell(value: Any, column: Column) -> Cell:
    """Return what is written for a value; ``None`` for what a blank cell says."""
    if _says_nothing(value, column):
        return None
    return _list(value) if column.several else _one(value)


def _says_nothing(value: Any, column: Column) -> bool:
    """Whether a blank cell says the same."""
    bare = value in (False, "", ())
    return value is None or (bare and value == column.default and not column.optional)


def _list(values: tuple[Any, ...]) -> Cell:
    return "; ".join(_item(_one(one)) for one in values) or NONE


def _one(value: Any) -> Cell:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, enum.Enum):
        return choices(type(value))[str(value.value)]
    if isinstance(value, float):
        # LibreOffice keeps fifteen digits of a number; a text keeps them all.
        return value if float(f"{value:.15G}") == value else repr(value)
    if isinstance(value, dt.date):
        return _day(value)
    return _text(value) if isinstance(value, str) else value


def _day(value: dt.date) -> Cell:
    """Return a day as itself, where a spreadsheet has it to the second: not before 1901, nor by the microsecond."""
    fine = isinstance(value, dt.datetime) and value.microsecond
    return value.isoformat() if value.year <= 1900 or fine else value


def _text(value: str) -> str:
    value = str(value)
    quoted = value[:1] == value[-1:] == '"'
    if not value or quoted or value in MARKS or _FRAGILE.search(value):
        return json.dumps(value, ensure_ascii=True)
    return value


def _item(cell: Cell) -> str:
    words = cell.isoformat() if isinstance(cell, dt.date) else str(cell)
    return json.dumps(words) if re.search(r"[;\"]", words) and words[:1] + words[-1:] != '""' else words


def from_cell(cell: object, column: Column) -> Any:
    """Return the plain datum of a cell that is not blank.

    Raises:
        BadCell: it cannot be what the column wants.
    """
    if not column.several:
        return _read(cell, column.kind)
    if not isinstance(cell, str):
        return [_read(cell, column.kind)]
    if cell.strip().casefold() == NONE:
        return []
    return [_read(item, column.kind) for item in _split(cell)]


_ITEM = re.compile(r'\s*("(?:[^"\\]|\\.)*"(?=\s*(?:;|$))|[^;]*?)\s*(?:;|$)', re.DOTALL)


def _split(cell: str) -> list[str]:
    return [found[1] for found in _ITEM.finditer(cell) if found[1]]


def _read(cell: object, kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return _choice(cell, kind)
    reader = _READERS.get(kind, _read_text)
    return reader(cell.strip() if isinstance(cell, str) and kind in _READERS else cell)


def _choice(cell: object, kind: type[enum.Enum]) -> str:
    word = _read_text(cell).strip()
    if word.casefold() not in values(kind):
        raise BadCell(f"{clip(word)} n'est pas de la liste{suggest(word, choices(kind).values())}")
    return values(kind)[word.casefold()]


def _read_text(cell: object) -> str:
    """Return a text; a number that a spreadsheet made of digits is those digits again."""
    if isinstance(cell, bool):
        return YES if cell else NO
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):
        return cell.isoformat()
    text = str(cell)
    if text[:1] == text[-1:] == '"':
        try:
            return str(json.loads(text))
        except ValueError:
            return text
    return text.strip()


def _read_boolean(cell: object) -> bool:
    word = str(cell).casefold()
    if word not in BOOLEANS:
        raise BadCell(f"{clip(str(cell))} : écrivez « {YES} » ou « {NO} ».")
    return BOOLEANS[word]


def _read_number(cell: object) -> int | float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    text = re.sub(r"[\s\u00a0\u202f]", "", str(cell)).replace(",", ".")
    if not re.fullmatch(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?", text, re.ASCII):
        raise BadCell(f"{clip(str(cell))} n'est pas un nombre.")
    number = float(text)
    return int(number) if re.fullmatch(r"[-+]?\d{1,15}", text, re.ASCII) else number


_FRENCH_DAY = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?:[ ,à]+(\d\d?)[h:](\d\d)?)?", re.ASCII)


def _read_day(cell: object) -> dt.date:
    found = _moment(cell)
    if found.time() != dt.time():
        raise BadCell(f"{clip(str(cell))} : écrivez un jour, sans l'heure.")
    return found.date()


def _moment(cell: object) -> dt.datetime:
    if isinstance(cell, dt.datetime):
        return cell
    if isinstance(cell, dt.date):
        return dt.datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001  # the clock of the place
    try:
        if french := _FRENCH_DAY.fullmatch(str(cell)):
            day, month, year, hour, minute = (int(part or 0) for part in french.groups())
            return dt.datetime(year, month, day, hour, minute)  # noqa: DTZ001  # idem
        if re.match(r"\d{4}-\d\d-\d\d", str(cell), re.ASCII):
            return dt.datetime.fromisoformat(str(cell)).replace(tzinfo=None)
    except ValueError:
        raise BadCell(f"{clip(str(cell))} n'existe pas au calendrier.") from None
    raise BadCell(f"{clip(str(cell))} n'est pas un jour de la forme 18/06/2014.")


_READERS: Mapping[Any, Callable[[object], Any]] = MappingProxyType(
    {
        bool: _read_boolean,
        int: _read_number,
        float: _read_number,
        dt.date: _read_day,
        dt.datetime: _moment,
    }
)


def is_blank(cell: object) -> bool:
    """Whether a cell says nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def told(item: Any, column: Column) -> Cell:
    """Return what is written of an object in a column; ``None`` when the object that would hold it is not there."""
    for step in column.path[:-1]:
        item = getattr(item, step)
        if item is None:
            return None
    return to_cell(getattr(item, column.path[-1]), column)


def inner_objects(item: Any) -> list[tuple[str, Any]]:
    """Return the objects that an object has once, by name."""
    pairs = ((field.name, getattr(item, field.name)) for field in attrs.fields(type(item)))
    return [(name, value) for name, value in pairs if attrs.has(type(value))]
