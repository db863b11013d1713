"""The two sheets that hold no object: how to fill a workbook, and the words to choose from. Both are protected."""

import enum
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from zest.workbook.cells import BARE, EMPTY, NONE
from zest.workbook.rows import Filled
from zest.workbook.styles import Styles, on_paper
from zest.workbook.words import choices

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LINES = (
    "Chaque feuille décrit une sorte d'objet, une ligne par objet. Une colonne au titre sombre est nécessaire.",
    "Cliquez dans une cellule : une bulle dit quoi écrire. Quand une flèche paraît, choisissez dans la liste.",
    "Ce qui est laissé vide n'est pas dit : zest ne le devine pas, et le compte comme une question sans réponse.",
    f"Pour dire qu'il n'y en a pas, écrivez {NONE} : dans la cellule d'une liste, ou seul sur une ligne.",
    f"{EMPTY} ou {BARE} tient la place d'un objet qui est là mais dont rien n'est dit.",
    "Plusieurs valeurs dans une cellule : séparez-les par des points-virgules.",
    "La première colonne de certaines feuilles dit à quelle ligne d'une autre feuille elles se rattachent.",
    "Personne n'est nommé : un salarié n'est qu'une référence, que la structure seule sait lire.",
    "Puis : zest check ce-classeur.xlsx. Chaque constat donne sa feuille et sa cellule, par exemple Structures!D7.",
)


def write_guide(page: "Worksheet", filled: Sequence[Filled], styles: Styles) -> None:
    """Write how to fill the workbook, and what each sheet holds."""
    page.hide_gridlines(2)
    page.set_column(0, 0, 32)
    page.set_column(1, 1, 12)
    page.set_column(2, 2, 100)
    page.write_string(0, 0, "Dossier zest", styles.heading)
    page.set_row(0, 32)
    for line, words in enumerate(LINES, start=1):
        page.merge_range(line, 0, line, 2, "", styles.plain)
        page.write_string(line, 0, words, styles.plain)
    top = len(LINES) + 2
    for rank, words in enumerate(("Feuille", "Lignes", "Ce qu'elle décrit")):
        page.write_string(top, rank, words, styles.needed)
    for line, one in enumerate(filled, start=top + 1):
        name = one.sheet.title.replace("'", "''")
        page.write_url(line, 0, f"internal:'{name}'!A2", styles.link, one.sheet.title)
        page.write_formula(line, 1, f"=COUNTA('{name}'!A2:A1048576)", styles.figure, len(one.rows))
        page.write_string(line, 2, one.sheet.words, styles.plain)
    on_paper(page)
    page.protect()
    page.activate()


def write_lists(page: "Worksheet", kinds: Sequence[type[enum.Enum]], styles: Styles) -> dict[Any, str]:
    """Write the words of each closed list, one a column; return where each list is, as a formula."""
    where: dict[Any, str] = {}
    for rank, kind in enumerate(kinds):
        words = list(choices(kind).values())
        page.write_string(0, rank, kind.__name__, styles.header)
        page.set_column(rank, rank, 30)
        for line, word in enumerate(words, start=1):
            page.write_string(line, rank, word, styles.text)
        letter = chr(ord("A") + rank)
        where[kind] = f"=Listes!${letter}$2:${letter}${len(words) + 1}"
    on_paper(page)
    page.protect()
    return where
