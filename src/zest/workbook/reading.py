"""A dossier from a workbook: everything wrong in it is told at its cell, nothing raises for its content."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from zest.errors import UnreadableFileError
from zest.findings import Finding, Place
from zest.io.dossier import keys_lost, misfit_finding
from zest.io.logos import logo_findings
from zest.io.rows import Rows
from zest.model.dossier import Dossier, KeyPath
from zest.model.identifiers import clip
from zest.notices import NOTICES
from zest.structuring import fit, suggest
from zest.workbook.cells import BARE, EMPTY, NONE, BadCell, from_cell, is_blank
from zest.workbook.grids import Grid, grids
from zest.workbook.plan import NUMBER, Column, Sheet, sheets
from zest.workbook.rows import LINE
from zest.workbook.sources import Cells
from zest.workbook.tables import SHEET, read_tables

OURS = ("Lisez-moi", "Listes")
"""Sheets that hold no object."""


@attrs.define
class _Reader:
    """What was read so far.

    Attributes:
        file: path as the user gave it.
        raw: plain data of the dossier.
        places: cells, by path.
        findings: what could not be read.
        gone: paths of cells that could not be read.
        rows: for each sheet, what names a row, with the path of its object.
    """

    file: str
    raw: dict[str, Any] = attrs.field(factory=dict)
    places: dict[KeyPath, Place] = attrs.field(factory=dict)
    findings: list[Finding] = attrs.field(factory=list)
    gone: set[KeyPath] = attrs.field(factory=set)
    rows: dict[str, dict[str, KeyPath]] = attrs.field(factory=dict)

    def find(self, code: str, message: str, place: Place) -> None:
        """Remember one fault."""
        self.findings.append(
            NOTICES[code].finding(
                message, identity=(place.sheet, message), place=place, subject=(place.sheet,)
            )
        )


def load_workbook(path: str | os.PathLike[str]) -> Dossier:
    """Read a dossier from a workbook, xlsx or ods.

    Args:
        path: the file.

    Returns:
        The dossier, whatever is wrong inside it: its ``faults`` tell it with sheet and cell.

    Raises:
        UnreadableFileError: there is no such file, or it is no workbook of a dossier.
        MissingExtraError: You have not installed the ``tableur`` extra.
    """
    file = Path(path).as_posix()
    found = grids(Path(path), file)
    reader = _Reader(file)
    known = {sheet.title.casefold(): sheet for sheet in sheets()}
    given = {
        known[name.casefold()].title: (name, grid) for name, grid in found.items() if name.casefold() in known
    }
    if not given:
        raise UnreadableFileError(
            f"Le classeur « {file} » n'a aucune des feuilles d'un dossier (« Collectif », « Structures »…) ; "
            "partez de celui que donne « zest convert »."
        )
    for name in found:
        if name.casefold() not in known and name not in OURS and not SHEET.fullmatch(name):
            words = f"La feuille {clip(name)} n'est pas connue{suggest(name, (s.title for s in sheets()))}"
            reader.find("Z002", words, Place(file=file, sheet=name))
    for sheet in sheets():
        if sheet.title in given:
            _sheet(reader, sheet, *given[sheet.title])
    dossier = _dossier(reader, _tables(reader, Path(path), [name for name in found if SHEET.fullmatch(name)]))
    return attrs.evolve(dossier, remarks=tuple(logo_findings(dossier, Path(path).parent)))


def _tables(reader: _Reader, path: Path, names: list[str]) -> Rows:
    """Put what record tables tell behind what the sheets of objects do."""
    rows = read_tables(path, names, reader.raw) if names else Rows()
    for kind, told in rows.objects.items():
        listed = reader.raw.setdefault(kind, [])
        for rank, place in enumerate(rows.places[kind], start=len(listed)):
            reader.places[kind, rank] = place
        listed += told
    return rows


def _dossier(reader: _Reader, rows: Rows) -> Dossier:
    fitted = fit(Dossier, reader.raw)
    left_out = fitted.left_out | reader.gone
    cells = Cells(file=reader.file, places=reader.places, moved=fitted.moved, left_out=left_out)
    found = [misfit_finding(one, cells, reader.raw) for one in fitted.misfits]
    return attrs.evolve(
        fitted.value or Dossier(),
        faults=(*reader.findings, *found, *rows.findings),
        lost=frozenset(keys_lost(reader.raw, fitted.left_out)),
        sources=cells,
        tables=rows.tables,
        judged=rows.judged,
    )


def _sheet(reader: _Reader, sheet: Sheet, name: str, grid: Grid) -> None:
    """Read one sheet: its header, then each row that is not blank."""
    columns = _header(reader, sheet, name, grid[0] if grid else [])
    reader.rows[sheet.title] = {}
    place = Place(file=reader.file, line=1, column=1, sheet=name)
    reader.places.setdefault(sheet.path if sheet.parent is None else (*sheet.path,), place)
    for line, row in enumerate(grid[1:], start=2):
        if not all(is_blank(cell) for cell in row):
            _row(reader, sheet, columns, row, Place(file=reader.file, line=line, column=1, sheet=name))


Ahead = str
"""Title of a column that stands ahead of those of the objects."""


def _header(reader: _Reader, sheet: Sheet, name: str, titles: list[Any]) -> dict[int, Column | Ahead]:
    """Return what each column holds, by its rank; columns may stand in any order, and some may be missing."""
    known: dict[str, Column | Ahead] = {_folded(column.title): column for column in sheet.columns}
    if sheet.parent is not None:
        known[_folded(sheet.parent.title)] = sheet.parent.title
    if sheet.numbered:
        known[_folded(NUMBER)] = NUMBER
    found: dict[int, Column | Ahead] = {}
    for rank, title in enumerate(titles):
        folded = _folded(str(title))
        if folded in known and known[folded] in found.values():
            words = f"La colonne {clip(str(title))} est donnée deux fois ; gardez une seule des deux."
            reader.find("Z002", words, Place(file=reader.file, line=1, column=rank + 1, sheet=name))
        elif folded in known:
            found[rank] = known[folded]
        elif folded:
            own = [column.title for column in sheet.columns]
            words = f"La colonne {clip(str(title))} n'est pas connue ici{suggest(str(title), own)}"
            reader.find("Z002", words, Place(file=reader.file, line=1, column=rank + 1, sheet=name))
    return found


def _folded(title: str) -> str:
    return " ".join(title.replace("*", " ").replace("’", "'").split()).casefold()


def _row(
    reader: _Reader, sheet: Sheet, columns: Mapping[int, Column | Ahead], row: list[Any], place: Place
) -> None:
    above = _above(reader, sheet, columns, row, place)
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
    _name(reader, sheet, _citation(number), key, path, place.line)


def _above(
    reader: _Reader, sheet: Sheet, columns: Mapping[int, Column | Ahead], row: list[Any], place: Place
) -> KeyPath | None:
    """Return the path of the object that a row belongs to; ``None`` when it cannot be told."""
    if sheet.parent is None:
        return sheet.path[:-1]
    rank = next((rank for rank, column in columns.items() if column == sheet.parent.title), None)
    if rank is None:
        words = f"Il manque la colonne « {sheet.parent.title} », qui dit à quelle ligne celle-ci se rattache."
        reader.find("Z005", words, place)
        return None
    known = reader.rows.get(sheet.parent.title, {})
    word = _citation(row[rank] if rank < len(row) else "")
    if word in known:
        return known[word]
    words = f"{clip(word)} n'est la clé d'aucune ligne de la feuille « {sheet.parent.title} »{suggest(word, known)}"
    if not word:
        words = f"Dites à quelle ligne de la feuille « {sheet.parent.title} » celle-ci se rattache."
    reader.find("Z004", words, attrs.evolve(place, column=rank + 1))
    return None


def _citation(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return re.sub(rf"(?i)^{LINE}\s*(?:n°)?\s*(\d+)$", rf"{LINE} \1", str(cell).strip())


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
    reader: _Reader, item: dict[str, Any], path: KeyPath, column: Column, cell: Any, place: Place
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


def _name(reader: _Reader, sheet: Sheet, number: str, key: str, path: KeyPath, line: int) -> None:
    """Remember what names a row, for the sheets that cite it: its number or its key first, its line always."""
    names = reader.rows[sheet.title]
    for word in (number, key):
        if word:
            names.setdefault(word, path)
    names.setdefault(f"{LINE} {line}", path)
