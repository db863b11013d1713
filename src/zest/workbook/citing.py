"""Which object a row belongs to: the row of another sheet that it cites."""

import re
from collections.abc import Mapping
from typing import Any

import attrs

from zest.findings import Place
from zest.model.dossier import KeyPath
from zest.model.identifiers import clip
from zest.structuring import suggest
from zest.workbook.headers import Ahead
from zest.workbook.plan import Column, Sheet
from zest.workbook.reader import Reader
from zest.workbook.rows import LINE


def belongs_to(
    reader: Reader, sheet: Sheet, columns: Mapping[int, Column | Ahead], row: list[Any], place: Place
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
    word = citation(row[rank] if rank < len(row) else "")
    if word in known:
        return known[word]
    words = f"{clip(word)} n'est la clé d'aucune ligne de la feuille « {sheet.parent.title} »{suggest(word, known)}"
    if not word:
        words = f"Dites à quelle ligne de la feuille « {sheet.parent.title} » celle-ci se rattache."
    reader.find("Z004", words, attrs.evolve(place, column=rank + 1))
    return None


def citation(cell: object) -> str:
    """Return what a cell cites, written as rows are named."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return re.sub(rf"(?i)^{LINE}\s*(?:n°)?\s*(\d+)$", rf"{LINE} \1", str(cell).strip())


def remember(reader: Reader, sheet: Sheet, number: str, key: str, path: KeyPath, line: int) -> None:
    """Remember what names a row, for the sheets that cite it: its number or its key first, its line always."""
    names = reader.rows[sheet.title]
    for word in (number, key):
        if word:
            names.setdefault(word, path)
    names.setdefault(f"{LINE} {line}", path)
