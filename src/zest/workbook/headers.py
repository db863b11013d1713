"""The header of a sheet: what each of its columns holds."""

from typing import Any

from zest.findings import Place
from zest.model.identifiers import clip
from zest.structuring import suggest
from zest.workbook.plan import NUMBER, Column, Sheet
from zest.workbook.reader import Reader

Ahead = str
"""Title of a column that stands ahead of those of the objects."""


def header(reader: Reader, sheet: Sheet, name: str, titles: list[Any]) -> dict[int, Column | Ahead]:
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
