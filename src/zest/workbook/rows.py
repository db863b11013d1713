"""The rows of a sheet: what each object of a dossier writes, and how a row cites the one that it belongs to."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from zest.model.dossier import Dossier
from zest.workbook.cells import BARE, EMPTY, NONE, Cell, inner_objects, told
from zest.workbook.plan import Sheet, sheets

LINE = "ligne"
"""Word before the number of a row that its key cannot name."""

Row = list[Cell]


@attrs.define
class Filled:
    """A sheet and its rows.

    Attributes:
        sheet: which.
        rows: cells, the columns that stand ahead included; the first is row 2 of the sheet.
        items: for each row the object that it tells; ``None`` for a row that says « there is none ».
    """

    sheet: Sheet
    rows: list[Row] = attrs.field(factory=list)
    items: list[Any] = attrs.field(factory=list)


def fill(dossier: Dossier) -> dict[str, Filled]:
    """Return every sheet of a dossier, by title."""
    made: dict[str, Filled] = {}
    for sheet in sheets():
        made[sheet.title] = filled = Filled(sheet=sheet)
        for cited, told_ in _lists(dossier, sheet, made):
            if told_ == () and sheet.optional:
                _add(filled, cited, [NONE], None)
            for item in told_ or ():
                _add(filled, cited, _cells(item, sheet), item)
    return made


def _lists(
    dossier: Dossier, sheet: Sheet, made: dict[str, Filled]
) -> Iterator[tuple[Row, Sequence[Any] | None]]:
    """Yield each list of objects of a sheet, with the cell that names what it belongs to."""
    if sheet.parent is not None:
        above = made[sheet.parent.title]
        for cited, item in zip(citations(above), above.items, strict=True):
            if item is not None:
                yield [cited], getattr(item, sheet.path[-1])
        return
    value: Any = dossier
    for step in sheet.path:
        value = getattr(value, step) if value is not None else None
    yield [], value if isinstance(value, tuple) or value is None else (value,)


def _add(filled: Filled, cited: Row, cells: Row, item: Any) -> None:
    number: Row = [len(filled.rows) + 1] if filled.sheet.numbered else []
    filled.rows.append([*cited, *number, *cells])
    filled.items.append(item)


def _cells(item: Any, sheet: Sheet) -> Row:
    cells = [told(item, column) for column in sheet.columns]
    # Objects that tell nothing of themselves are there all the same.
    for name, _ in inner_objects(item):
        mine = [rank for rank, column in enumerate(sheet.columns) if column.path[0] == name]
        if mine and all(cells[rank] is None for rank in mine):
            cells[mine[0]] = EMPTY
    if all(cell is None for cell in cells):
        cells[0] = BARE
    return cells


def citations(filled: Filled) -> list[Cell]:
    """Return what names each row of a sheet: its number, its key, or its line where the key names several rows."""
    if filled.sheet.numbered:
        at = filled.sheet.parent is not None
        return [row[at] for row in filled.rows]
    keys = [getattr(item, "key", "") for item in filled.items]
    seen = Counter(keys)
    return [
        key if seen[key] == 1 and sound_key(key) else f"{LINE} {rank}"
        for rank, key in enumerate(keys, start=2)
    ]


def sound_key(key: str) -> bool:
    """Whether a key can stand in a cell as it is, and is not taken for the number of a line."""
    return bool(key) and key.strip() == key and key.isprintable() and not re.match(rf'"|{LINE}\b|\(', key)
