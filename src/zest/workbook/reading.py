"""A dossier from a workbook: everything wrong in it is told at its cell, nothing raises for its content."""

import os
from pathlib import Path

import attrs

from zest.errors import UnreadableFileError
from zest.findings import Place
from zest.io.logos import logo_findings
from zest.io.misfits import keys_lost, misfit_finding
from zest.io.rows import Rows
from zest.model.dossier import Dossier
from zest.model.identifiers import clip
from zest.structuring import fit, suggest
from zest.workbook.grids import grids
from zest.workbook.plan import sheets
from zest.workbook.reader import Reader
from zest.workbook.sheet_rows import read_sheet
from zest.workbook.sources import Cells
from zest.workbook.tables import SHEET, read_tables

OURS = ("Lisez-moi", "Listes")
"""Sheets that hold no object."""


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
    reader = Reader(file)
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
            read_sheet(reader, sheet, *given[sheet.title])
    dossier = _dossier(reader, _tables(reader, Path(path), [name for name in found if SHEET.fullmatch(name)]))
    return attrs.evolve(dossier, remarks=tuple(logo_findings(dossier, Path(path).parent)))


def _tables(reader: Reader, path: Path, names: list[str]) -> Rows:
    """Put what record tables tell behind what the sheets of objects do."""
    rows = read_tables(path, names, reader.raw) if names else Rows()
    for kind, told in rows.objects.items():
        listed = reader.raw.setdefault(kind, [])
        for rank, place in enumerate(rows.places[kind], start=len(listed)):
            reader.places[kind, rank] = place
        listed += told
    return rows


def _dossier(reader: Reader, rows: Rows) -> Dossier:
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
