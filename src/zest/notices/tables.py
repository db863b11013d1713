"""What is wrong with a record table, a cell of it or the way it is given."""

from zest.findings import Ground, Severity
from zest.notices.notice import Notice

TABLES: tuple[Notice, ...] = (
    Notice(
        code="Z050", name="shifted-row", severity=Severity.ERROR,
        requirement="Chaque ligne d'un tableau a autant de cellules que l'en-tête.",
        why="Un séparateur de trop décale les cellules : une date devient un prix, un client un salarié.",
        remedy="Mettez entre guillemets la cellule qui contient le séparateur, ou exportez de nouveau le tableau.",
    ),
    Notice(
        code="Z051", name="unknown-column", severity=Severity.INFO,
        requirement="Chaque colonne d'un tableau est l'une de celles de son schéma.",
        why="Une colonne que zest ne connaît pas n'est ni lue ni vérifiée.",
        remedy="Dites dans « columns.toml » à quelle colonne elle répond, ou laissez-la : elle est ignorée.",
    ),
    Notice(
        code="Z052", name="missing-column", severity=Severity.ERROR,
        requirement="Un tableau a toutes les colonnes obligatoires de son schéma.",
        why="Sans elles, aucune ligne ne peut être ni citée ni mesurée.",
        remedy="Ajoutez la colonne à l'export, ou dites dans « columns.toml » comment elle s'y appelle.",
    ),
    Notice(
        code="Z053", name="unreadable-cell", severity=Severity.ERROR,
        requirement="Chaque cellule d'un tableau a la forme que sa colonne attend.",
        why="Une date qui n'existe pas ou des heures illisibles ne se mesurent pas.",
        remedy="Corrigez la cellule, ou dites dans « columns.toml » l'unité et la forme des dates.",
    ),
    Notice(
        code="Z054", name="missing-cell", severity=Severity.ERROR,
        requirement="Chaque ligne d'un tableau porte ses cellules obligatoires.",
        why="Sans elles, la ligne ne désigne rien : elle est mise de côté et compte comme non mesurée.",
        remedy="Complétez la cellule indiquée.",
    ),
    Notice(
        code="Z055", name="value-not-allowed", severity=Severity.ERROR,
        requirement="Chaque valeur d'un tableau est dans sa liste et dans ses bornes.",
        why="Un mot inconnu ou un nombre d'heures négatif fausserait les mesures.",
        remedy="Corrigez la valeur, ou dites dans « columns.toml » le mot qui lui répond.",
    ),
    Notice(
        code="Z056", name="row-ignored", severity=Severity.INFO,
        requirement="Les lignes d'un tableau sont des enregistrements.",
        why="Une ligne vide, un total ou un en-tête répété n'est ni mesuré ni compté.",
        remedy="Rien à faire ; retirez-les de l'export si vous le pouvez.",
    ),
    Notice(
        code="Z057", name="duplicate-key", severity=Severity.ERROR,
        requirement="Chaque ligne d'un tableau a sa propre clé.",
        why="La même mission exportée deux fois serait comptée deux fois : la première ligne est gardée.",
        remedy="Retirez la ligne en double, ou donnez-lui sa propre référence.",
    ),
    Notice(
        code="Z058", name="unreadable-table", severity=Severity.ERROR,
        requirement="Chaque tableau du dossier se lit.",
        why="Ce qu'un tableau illisible contient n'a été ni vérifié ni mesuré.",
        remedy="Réparez ou retirez le fichier.",
    ),
    Notice(
        code="Z059", name="rows-not-judged", severity=Severity.WARNING, ground=Ground.LAW,
        requirement="Les lignes d'un tableau sont jugées une à une.",
        why="Au-delà d'un certain nombre, elles sont mesurées mais les règles du droit ne leur sont pas posées.",
        remedy="Donnez un tableau plus court, par exemple un mois d'activité, pour qu'il soit jugé ligne à ligne.",
    ),
    Notice(
        code="Z060", name="sheet-not-read", severity=Severity.WARNING,
        requirement="Un classeur porte chaque tableau sur une seule feuille.",
        why="Les lignes d'une feuille qui n'est pas lue ne sont ni vérifiées ni mesurées.",
        remedy="Mettez ses lignes à la suite de celles de la première feuille, ou dans un fichier à part ; "
        "la feuille à lire se dit dans « columns.toml » (« sheet »).",
    ),
    Notice(
        code="Z064", name="person-in-table", severity=Severity.WARNING, ground=Ground.LAW,
        requirement="Dans un tableau, un salarié n'est désigné que par une référence.",
        why="Un tableau circule entre structures : ce qui nomme une personne n'a pas à y être.",
        remedy="Donnez une référence, comme « s-001 », dont la structure seule garde la clé.",
    ),
)  # fmt: skip
