"""What the XML of an xlsx sheet tells before its cells are read: where they end, which are in error.

The reader of workbooks makes room for the whole rectangle that holds the cells, however few they are, and reads as
blank a cell in error or a formula that nobody computed.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

from zest.errors import UnreadableFileError
from zest.tables.mishaps import UNCOMPUTED

ROOM: Final = 100_000
"""Cells of a rectangle that any sheet may take, however empty."""

SPARSEST: Final = 20
"""Cells of the rectangle for each one that holds something, at most, beyond that room."""

BLOCK: Final = 1 << 22
LONGEST: Final = 1 << 26
"""Bytes of the longest row."""

_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s[^>]*?\b\w+:id=\"([^\"]+)\"")
_LINK: Final = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_PREFIX: Final = re.compile(rb"<(\w+:)sheetData\b")
_ROW: Final = re.compile(rb"<row\s[^>]*?\br=\"(\d+)\"")
_FAR: Final = re.compile(rb" r=\"([A-Z]{2,3})\d")
_FILLED: Final = re.compile(rb"<c\s(?:[^>]*?\s)?r=\"([A-Z]{1,3})(\d+)\"[^>]*(?<!/)>\s*<(?:v>|is|f)")
_FORMULA: Final = rb"(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)\s*"
_ERROR: Final = re.compile(rb"<c\s([^>]*\bt=\"e\"[^>]*)>\s*(?:" + _FORMULA + rb")?<v>([^<]*)</v>")
_BARE: Final = re.compile(rb"<c\s([^>]*)>\s*" + _FORMULA + rb"(?:<v\s*/>|<v></v>)?\s*</c>")
_PLACE: Final = re.compile(rb"\br=\"([A-Z]{1,3})(\d+)\"")


@attrs.frozen(kw_only=True)
class Mishap:
    """A cell that has no value of its own.

    Attributes:
        row: from 0.
        column: from 0.
        text: what stands for its value.
    """

    row: int
    column: int
    text: str


@attrs.define
class Survey:
    """What was seen of a sheet.

    Attributes:
        rows: last row.
        columns: last column, Z at least.
        filled: cells that hold something.
        mishaps: those in error, and those that nobody computed.
    """

    rows: int = 0
    columns: int = 26
    filled: int = 0
    mishaps: list[Mishap] = attrs.field(factory=list)

    def see(self, block: bytes) -> None:
        """Look at some more rows."""
        self.rows = max(self.rows, *map(int, _ROW.findall(block)), 0)
        self.columns = max(self.columns, *map(column_of, set(_FAR.findall(block))), 0)
        self.filled += block.count(b"<v>") + block.count(b"<is")
        self.mishaps += _mishaps(block)

    @property
    def is_sparse(self) -> bool:
        """Whether the rectangle is large and nearly empty."""
        return self.rows * self.columns > max(ROOM, SPARSEST * self.filled)


def column_of(name: bytes) -> int:
    """Return the number of a column, A being 1."""
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number


def _mishaps(block: bytes) -> Iterator[Mishap]:
    found = list(_ERROR.findall(block)) if b't="e"' in block else []
    bare = _BARE.findall(block) if b"<f" in block else []
    # A formula whose result is an empty text is computed.
    found += [(told, UNCOMPUTED.encode()) for told in bare if b't="str"' not in told]
    for told, text in found:
        if place := _PLACE.search(told):
            yield Mishap(row=int(place[2]) - 1, column=column_of(place[1]) - 1, text=text.decode())


def survey(path: Path, rank: int, sheet: str, file: str) -> Survey:
    """Look over the sheet of that rank; of a file that is no xlsx, there is nothing to tell.

    Raises:
        UnreadableFileError: it would take more room than any table does.
    """
    seen = Survey()
    try:
        with zipfile.ZipFile(path) as archive:
            part = _part(archive, rank)
            for block in _blocks(archive, part) if part else ():
                seen.see(block)
            stray = _stray(archive, part) if seen.is_sparse else ""
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, NotImplementedError, RuntimeError, EOFError):
        # The reader of workbooks says what is wrong with it.
        return Survey()
    if stray:
        raise UnreadableFileError(
            f"La feuille « {sheet} » du classeur « {file} » a une cellule perdue en {stray}, loin des autres ; "
            "supprimez sa ligne et sa colonne, puis enregistrez le classeur."
        )
    return seen


def _part(archive: zipfile.ZipFile, rank: int) -> str:
    """Return the name of the part that holds the sheet of that rank; an empty one when it cannot be told."""
    if "xl/workbook.xml" not in archive.namelist():
        return ""
    links = _SHEET.findall(archive.read("xl/workbook.xml"))
    for told in _LINK.findall(archive.read("xl/_rels/workbook.xml.rels")):
        words = dict(re.findall(rb"(\w+)=\"([^\"]*)\"", told))
        if rank < len(links) and words.get(b"Id") == links[rank] and b"Target" in words:
            target = words[b"Target"].decode()
            return target[1:] if target.startswith("/") else f"xl/{target}"
    return ""


def _blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield whole rows, without the prefix that some tools write before each name."""
    with archive.open(part) as stream:
        block, kept = stream.read(BLOCK), b""
        found = _PREFIX.search(block)
        prefix: bytes = found.group(1) if found else b""
        while block:
            whole, end, kept = (kept + block).rpartition(b"</" + prefix + b"row>")
            yield _bare(whole + end, prefix)
            if len(kept) > LONGEST:
                raise UnreadableFileError("Une ligne du classeur est sans fin ; enregistrez-le de nouveau.")
            block = stream.read(BLOCK)
        yield _bare(kept, prefix)


def _bare(block: bytes, prefix: bytes) -> bytes:
    return block.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else block


def _stray(archive: zipfile.ZipFile, part: str) -> str:
    """Return the reference of the cell that makes the rectangle so large; cells that are only styled make none."""
    rows, columns, filled = (0, ""), (0, ""), 0
    for block in _blocks(archive, part):
        for name, row in _FILLED.findall(block):
            place = f"{name.decode()}{row.decode()}"
            rows, columns = max(rows, (int(row), place)), max(columns, (column_of(name), place))
            filled += 1
    if rows[0] * columns[0] <= max(ROOM, SPARSEST * filled):
        return ""
    # A sheet has 1 048 576 rows and 16 384 columns: one column is worth 64 rows.
    return columns[1] if columns[0] * 64 > rows[0] else rows[1]
