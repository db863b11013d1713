"""What keeps a dossier, or a part of it, from being read."""

from zest.findings import Severity
from zest.notices.notice import Notice

READING: tuple[Notice, ...] = (
    Notice(
        code="Z001", name="unreadable-syntax", severity=Severity.ERROR,
        requirement="Un dossier s'écrit en TOML, en JSON ou en YAML, sans faute de syntaxe.",
        why="Un fichier qui ne se lit pas ne peut être ni vérifié ni cru.",
        remedy="Corrigez la ligne indiquée, puis relancez « zest check ».",
    ),
    Notice(
        code="Z002", name="unknown-key", severity=Severity.ERROR,
        requirement="Chaque clé du dossier est une clé connue.",
        why="Une clé mal orthographiée se tait : ce qu'elle dit ne serait jamais vérifié.",
        remedy="Reprenez la clé proposée, ou retirez la ligne.",
    ),
    Notice(
        code="Z003", name="wrong-type", severity=Severity.ERROR,
        requirement="Chaque valeur a la forme que sa clé attend.",
        why="Un nombre écrit comme un texte, ou l'inverse, fausserait tous les calculs.",
        remedy="Écrivez la valeur sous la forme indiquée.",
    ),
    Notice(
        code="Z004", name="malformed-value", severity=Severity.ERROR,
        requirement="Les numéros, les dates et les mots d'une liste sont bien formés.",
        why="Un SIRET tronqué par un tableur désigne quelqu'un d'autre, ou personne.",
        remedy="Reprenez la valeur d'origine.",
    ),
    Notice(
        code="Z005", name="missing-key", severity=Severity.ERROR,
        requirement="Chaque objet porte les clés sans lesquelles il ne désigne rien.",
        why="Sans sa clé ou son nom, un objet ne peut être ni cité ni jugé.",
        remedy="Ajoutez la clé indiquée.",
    ),
    Notice(
        code="Z006", name="unreadable-part", severity=Severity.ERROR,
        requirement="Chaque fichier du dossier se lit.",
        why="Ce qu'un fichier illisible contient n'a pas été vérifié.",
        remedy="Réparez ou retirez le fichier.",
    ),
    Notice(
        code="Z007", name="mended-text", severity=Severity.WARNING,
        requirement="Un tableau est écrit d'un bout à l'autre dans un seul encodage, guillemets refermés.",
        why="Un fichier recollé à partir de plusieurs exports se lit, mais il peut en avoir perdu des morceaux.",
        remedy="Exportez de nouveau le tableau en une fois, en UTF-8.",
    ),
    Notice(
        code="Z008", name="logo-unusable", severity=Severity.ERROR,
        requirement="Le logo d'une structure est une image PNG du répertoire du dossier.",
        why="Le dépliant qui le porte ne peut pas être imprimé.",
        remedy="Corrigez le nom du fichier, exportez de nouveau l'image en PNG, ou retirez « logo ».",
    ),
    Notice(
        code="Z009", name="unread-part", severity=Severity.WARNING,
        requirement="Ce qui se présente comme une partie du dossier en est une que zest lit.",
        why="Ce qui n'est pas lu n'est ni vérifié ni compté, alors qu'on croit l'avoir donné.",
        remedy="Mettez le fichier à la place et dans la forme attendues, ou retirez-le.",
    ),
)  # fmt: skip
