"""A dossier as an xlsx file that a person can fill: help, lists to choose from, no formula that a word could become."""

import datetime as dt
import enum
import io
from typing import TYPE_CHECKING, Any

from zest.errors import UnwritableError
from zest.model.dossier import Dossier
from zest.references import CITES
from zest.workbook.cells import Cell
from zest.workbook.extras import require
from zest.workbook.plan import NUMBER, Column, Sheet, sheets
from zest.workbook.rows import Filled, fill
from zest.workbook.styles import Styles, on_paper, width
from zest.workbook.tables import cells_of, sheet_names, without_rows
from zest.workbook.words import NO, YES

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from zest.tables.table import Table

ROOM = 500
"""Rows below the last one that have lists and help too."""

MOST_ROWS = 100_000
"""How many rows of a record table are written; beyond, it takes minutes and nobody opens it."""

LONGEST = 32_767
"""Signs that a cell may hold."""


def to_workbook(dossier: Dossier) -> bytes:
    """Return a dossier as the bytes of an xlsx file, the same for the same dossier.

    Raises:
        UnwritableError: a text is longer than a cell may be.
        MissingExtraError: You have not installed the ``tableur`` extra.
    """
    require("xlsxwriter")
    import xlsxwriter

    kept = io.BytesIO()
    # Nothing that a dossier holds may become a formula, a link or a number.
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(kept, {"in_memory": True, **plain}) as book:
        book.set_properties({"title": f"Dossier zest : {dossier.name}", "created": dt.datetime(2020, 1, 1)})  # noqa: DTZ001  # the same bytes for the same dossier
        _write(book, fill(without_rows(dossier)))
        for name, table in sheet_names(dossier.tables):
            _write_table(book, name, table)
    return kept.getvalue()


def _write(book: "Workbook", filled: dict[str, Filled]) -> None:
    from zest.workbook.guide import write_guide, write_lists

    styles = Styles.of(book)
    guide = book.add_worksheet("Lisez-moi")
    made = {title: book.add_worksheet(title) for title in filled}
    lists = write_lists(book.add_worksheet("Listes"), _enums(), styles)
    write_guide(guide, list(filled.values()), styles)
    for title, one in filled.items():
        _write_sheet(made[title], one, styles, lists)


def _enums() -> list[type[enum.Enum]]:
    kinds = (column.kind for sheet in sheets() for column in sheet.columns)
    return list(
        dict.fromkeys(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, enum.Enum))
    )


def _write_sheet(page: "Worksheet", one: Filled, styles: Styles, lists: dict[Any, str]) -> None:
    sheet, last = one.sheet, len(one.rows) + (1 if one.sheet.single and one.rows else ROOM)
    page.freeze_panes(1, sheet.ahead + 1)
    page.set_row(0, 64)
    page.repeat_rows(0)
    page.repeat_columns(0, sheet.ahead)
    on_paper(page, sum(width(column) for column in sheet.columns))
    page.set_tab_color(styles.tint(sheet.path[0]))
    for rank, (title, words) in enumerate(_ahead(sheet)):
        page.write_string(0, rank, title, styles.needed)
        page.set_column(rank, rank, 24 if title != NUMBER else 6, styles.text)
        _help(page, (0, last), rank, title, words)
    if sheet.parent is not None:
        _cited(page, last, 0, sheet.parent)
    for rank, column in enumerate(sheet.columns, start=sheet.ahead):
        page.write_string(0, rank, column.title, styles.needed if column.required else styles.header)
        page.set_column(rank, rank, width(column), styles.of_kind(column.kind, several=column.several))
        _validate(page, last, rank, column, lists)
    for line, row in enumerate(one.rows, start=1):
        for rank, cell in enumerate(row):
            _write_cell(page, line, rank, cell, styles)


def _ahead(sheet: Sheet) -> list[tuple[str, str]]:
    found = []
    if sheet.parent is not None:
        what = f"À quelle ligne de la feuille « {sheet.parent.title} » celle-ci se rattache : "
        how = "son numéro." if sheet.parent.numbered else "sa clé."
        found.append((sheet.parent.title, what + how))
    if sheet.numbered:
        found.append((NUMBER, "Un numéro, par lequel d'autres feuilles citent cette ligne."))
    return found


def _write_cell(page: "Worksheet", line: int, rank: int, cell: Cell, styles: Styles) -> None:
    if isinstance(cell, str):
        if len(cell) > LONGEST:
            raise UnwritableError(f"Un texte de plus de {LONGEST} signes ne tient pas dans un classeur.")
        page.write_string(line, rank, cell)
    elif isinstance(cell, dt.datetime):
        page.write_datetime(line, rank, cell, styles.moment)
    elif isinstance(cell, dt.date):
        page.write_datetime(line, rank, dt.datetime.combine(cell, dt.time()), styles.day)
    elif cell is not None:
        page.write_number(line, rank, cell)


def _validate(page: "Worksheet", last: int, rank: int, column: Column, lists: dict[Any, str]) -> None:
    """Give a column its help, and its list where what it holds is chosen from one."""
    _help(page, (0, 0), rank, column.title, column.words)
    message = {"input_title": column.title[:32], "input_message": column.words[:255]}
    choice: Any = None
    if column.kind is bool:
        choice = [YES, NO]
    elif column.kind in lists and not column.several:
        choice = lists[column.kind]
    elif not column.several and column.path[-1] in CITES and column.kind is str:
        _cited(page, last, rank, _sheet_of(CITES[column.path[-1]]), message)
        return
    told = {"validate": "list", "source": choice} if choice else {"validate": "any"}
    wrong = {
        "error_title": "Ce mot n'est pas de la liste",
        "error_message": "Choisissez dans la liste, ou effacez.",
    }
    page.data_validation(1, rank, last, rank, {**told, **message, **(wrong if choice else {})})


def _cited(
    page: "Worksheet", last: int, rank: int, cited: Sheet, message: "dict[str, str] | None" = None
) -> None:
    """Offer the keys of another sheet; what is not among them is pointed out, and kept when the person insists."""
    name = cited.title.replace("'", "''")
    letter = chr(ord("A") + (0 if cited.keyed else (cited.parent is not None)))
    source = f"='{name}'!${letter}$2:${letter}${ROOM + 1}"
    page.data_validation(
        1, rank, last, rank,
        {"validate": "list", "source": source, "error_type": "warning", "error_title": "Cette clé est inconnue",
         "error_message": f"Elle n'est pas dans la feuille « {cited.title} ».", **(message or {})},
    )  # fmt: skip


def _sheet_of(collection: str) -> Sheet:
    return next(sheet for sheet in sheets() if sheet.path == (collection,))


def _help(page: "Worksheet", lines: tuple[int, int], rank: int, title: str, words: str) -> None:
    told = {"validate": "any", "input_title": title[:32], "input_message": words[:255] or title}
    page.data_validation(lines[0], rank, lines[0], rank, told)


def _write_table(book: "Workbook", name: str, table: "Table") -> None:
    """Write a record table under the names of its schema, each with its help."""
    from zest.tables.schemas import schema_of

    if table.kept > MOST_ROWS:
        raise UnwritableError(
            f"Un tableau de plus de {MOST_ROWS} lignes ne tient pas dans un classeur : {table.file}."
        )
    styles, page, schema = Styles.of(book), book.add_worksheet(name), schema_of(table.name)
    header, rows = cells_of(table)
    page.freeze_panes(1, 1)
    on_paper(page, 20 * len(header))
    for rank, title in enumerate(header):
        column = schema.column(title)
        page.write_string(0, rank, title, styles.needed if column.required else styles.header)
        page.set_column(rank, rank, 20, styles.text if column.kind == "string" else styles.plain)
        _help(page, (0, 0), rank, column.title, column.description)
    for line, row in enumerate(rows, start=1):
        for rank, cell in enumerate(row):
            _write_cell(page, line, rank, cell, styles)
