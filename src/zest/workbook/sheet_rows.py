"""The rows of one sheet, as plain objects of a dossier."""

from collections.abc import Mapping
from typing import Any

import attrs

from zest.findings import Place
from zest.model.dossier import KeyPath
from zest.workbook.cells import BARE, EMPTY, NONE, BadCell, from_cell, is_blank
from zest.workbook.citing import belongs_to, citation, remember
from zest.workbook.grids import Grid
from zest.workbook.headers import Ahead, header
from zest.workbook.plan import NUMBER, Column, Sheet
from zest.workbook.reader import Reader


def read_sheet(reader: Reader, sheet: Sheet, title: str, grid: Grid) -> None:
    """Read one sheet: its header, then each row that is not blank."""
    columns = header(reader, sheet, title, grid[0] if grid else [])
    reader.rows[sheet.title] = {}
    place = Place(file=reader.file, line=1, column=1, sheet=title)
    reader.places.setdefault(sheet.path, place)
    for line, row in enumerate(grid[1:], start=2):
        if not all(is_blank(cell) for cell in row):
            _row(reader, sheet, columns, row, Place(file=reader.file, line=line, column=1, sheet=title))


def _row(
    reader: Reader, sheet: Sheet, columns: Mapping[int, Column | Ahead], row: list[Any], place: Place
) -> None:
    above = belongs_to(reader, sheet, columns, row, place)
    if above is None:
        return
    cells = [(rank, column, row[rank]) for rank, column in columns.items() if rank < len(row)]
    told = [
        (rank, column, cell)
        for rank, column, cell in cells
        if isinstance(column, Column) and not is_blank(cell)
    ]
    only = str(told[0][2]).strip().casefold() if len(told) == 1 else ""
    holder = _holder(reader.raw, above)
    if only == NONE and not told[0][1].several:
        holder.setdefault(sheet.path[-1], [])
        return
    if sheet.single and sheet.path[-1] in holder:
        reader.find("Z004", "Cette feuille n'a qu'une ligne ; retirez celle-ci.", place)
        return
    path = _place_of(holder, sheet, above)
    item: dict[str, Any] = {}
    _put(holder, sheet, item)
    reader.places[path] = place
    if only == BARE:
        told = []
    for rank, column, cell in told:
        _cell(reader, item, path, column, cell, attrs.evolve(place, column=rank + 1))
    number = next((cell for _, column, cell in cells if column == NUMBER), "")
    key = str(item.get("key", "")) if sheet.keyed else ""
    remember(reader, sheet, citation(number), key, path, place.line)


def _holder(raw: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    """Return the plain object at a path, made on the way when the dossier's only one was not told."""
    inside: Any = raw
    for step in path:
        inside = inside.setdefault(step, {}) if isinstance(inside, dict) else inside[step]
    made: dict[str, Any] = inside
    return made


def _place_of(holder: Mapping[str, Any], sheet: Sheet, above: KeyPath) -> KeyPath:
    name = sheet.path[-1]
    return (*above, name) if sheet.single else (*above, name, len(holder.get(name, ())))


def _put(holder: dict[str, Any], sheet: Sheet, item: dict[str, Any]) -> None:
    name = sheet.path[-1]
    if sheet.single:
        holder[name] = item
    else:
        holder.setdefault(name, []).append(item)


def _cell(
    reader: Reader, item: dict[str, Any], path: KeyPath, column: Column, cell: Any, place: Place
) -> None:
    *above, last = column.path
    for rank, step in enumerate(above, start=1):
        item = item.setdefault(step, {})
        reader.places.setdefault((*path, *above[:rank]), place)
    if str(cell).strip().casefold() == EMPTY:
        return
    reader.places[(*path, *column.path)] = place
    try:
        item[last] = from_cell(cell, column)
    except BadCell as error:
        reader.find("Z004", str(error), place)
        reader.gone.add((*path, *column.path))
