"""What keeps a sector, an edition or a rule from judging."""

from zest.findings import Severity
from zest.notices.notice import Notice

PLUGINS: tuple[Notice, ...] = (
    Notice(
        code="Z021", name="sector-plugin-missing", severity=Severity.ERROR, apparatus=True,
        requirement="Le greffon de chaque secteur nommé par une offre est installé.",
        why="Sans lui, ni les métiers, ni les engagements, ni les règles du secteur ne sont vérifiés.",
        remedy="Installez le greffon du secteur, puis relancez.",
    ),
    Notice(
        code="Z022", name="sector-plugin-broken", severity=Severity.ERROR, apparatus=True,
        requirement="Un greffon de secteur se charge et rend un secteur conforme au contrat.",
        why="Un greffon en panne ne vérifie rien : le dossier ne peut pas être dit conforme.",
        remedy="Mettez le greffon à jour ou prévenez qui le publie.",
    ),
    Notice(
        code="Z023", name="sector-contract-refused", severity=Severity.ERROR, apparatus=True,
        requirement="Un greffon accepte la version du contrat que ce zest parle.",
        why="Un greffon fait pour un autre contrat pourrait être mal compris.",
        remedy="Installez une version du greffon faite pour ce zest.",
    ),
    Notice(
        code="Z024", name="rule-crashed", severity=Severity.ERROR, apparatus=True,
        requirement="Une règle répond, quel que soit le dossier.",
        why="Une règle en panne n'a rien vérifié.",
        remedy="Signalez la panne à qui publie la règle, avec le dossier si possible.",
    ),
    Notice(
        code="Z025", name="sector-requirement-unmet", severity=Severity.ERROR, apparatus=True,
        requirement="Chaque secteur est dans l'édition que la commande demande (--require).",
        why="Une autre édition promet ou juge autre chose : sa réponse ne serait pas celle que l'on attend.",
        remedy="Installez une version du greffon qui porte cette édition, ou changez --require.",
    ),
    Notice(
        code="Z026", name="regional-edition-refused", severity=Severity.ERROR, apparatus=True,
        requirement="Une édition régionale change ce qui existe, et fait ce qu'elle dit faire.",
        why="Ce qu'elle promet n'est pas connu : l'offre ne peut pas être dite conforme.",
        remedy="Corrigez edition.toml, ou prévenez qui publie l'édition.",
    ),
    Notice(
        code="Z027", name="newer-edition-installed", severity=Severity.INFO,
        requirement="Une offre bâtie sur une édition ancienne de son secteur sait ce qui a changé depuis.",
        why="Ce qui fut signé est jugé par l'édition d'alors, jusqu'à la fin de la convention, et pas au-delà.",
        remedy="« zest diff » dit ce qui change ; passez l'offre à la nouvelle édition avant la fin de la convention.",
    ),
)  # fmt: skip
