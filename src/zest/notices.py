"""Coded findings that no rule makes: loading, plugins, waivers. They are explained like rules."""

import types
from collections.abc import Mapping

import attrs

from zest.findings import Finding, Ground, Place, Severity


@attrs.frozen(kw_only=True)
class Notice:
    """One kind of finding that comes from zest's own work.

    Attributes:
        code: prefix and three digits.
        name: the fault, as a slug.
        severity: as found.
        requirement: one French sentence: what must be.
        why: French; what the requirement protects.
        remedy: French; what to do.
        ground: in whose name it counts.
        apparatus: whether it says that zest itself could not check, rather than that the dossier is at fault.
    """

    code: str
    name: str
    severity: Severity
    requirement: str
    why: str
    remedy: str
    ground: Ground = Ground.PRACTICE
    apparatus: bool = False

    def finding(
        self,
        message: str,
        *,
        identity: tuple[str, ...] = (),
        place: Place | None = None,
        remedy: str = "",
        subject: tuple[str, ...] = (),
        origin: str = "zest",
    ) -> Finding:
        """Make the finding."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            ground=self.ground,
            message=message,
            subject=subject,
            identity=identity,
            place=place or Place(),
            remedy=remedy or self.remedy,
            source="Contrat de zest",
            apparatus=self.apparatus,
            origin=origin,
        )


_ALL = (
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
    Notice(
        code="Z031", name="waiver-incomplete", severity=Severity.ERROR,
        requirement="Une dérogation a un motif, un responsable et une date de fin.",
        why="Une exception dont personne ne répond devient la règle.",
        remedy="Complétez la dérogation : reason, owner et until.",
    ),
    Notice(
        code="Z032", name="waiver-expired", severity=Severity.ERROR,
        requirement="Une dérogation passée sa date ne couvre plus rien.",
        why="Une exception sans terme n'est plus une exception.",
        remedy="Corrigez le constat, ou prolongez la dérogation en le justifiant.",
    ),
    Notice(
        code="Z033", name="waiver-unused", severity=Severity.WARNING,
        requirement="Une dérogation couvre un constat qui existe.",
        why="Une dérogation sans objet en couvrira un jour un autre, sans que personne l'ait voulu.",
        remedy="Retirez la dérogation.",
    ),
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
    Notice(
        code="Z070", name="answered-before-asked", severity=Severity.ERROR,
        requirement="Dans un tableau, une commande reçoit sa réponse après avoir été reçue.",
        why="Un délai à l'envers ne mesure rien : la commande n'est pas comptée.",
        remedy="Corrigez « recue_le » ou « traitee_le » à la ligne indiquée.",
    ),
    Notice(
        code="Z071", name="row-dates-reversed", severity=Severity.ERROR,
        requirement="Dans un tableau, ce qui finit finit après avoir commencé.",
        why="Une période à l'envers ne couvre aucun jour.",
        remedy="Corrigez « debut » ou « fin » à la ligne indiquée.",
    ),
    Notice(
        code="Z072", name="missions-overlap", severity=Severity.WARNING,
        requirement="Un même salarié n'est pas mis à disposition deux fois les mêmes jours.",
        why="Deux temps partiels peuvent se suivre dans la journée ; plus souvent, c'est une mission saisie deux fois.",
        remedy="Vérifiez les dates des deux missions ; si les deux ont eu lieu, rien n'est à corriger.",
    ),
    Notice(
        code="Z073", name="hours-impossible", severity=Severity.ERROR,
        requirement="Un jour a vingt-quatre heures.",
        why="Des heures impossibles faussent le plafond, les équivalents temps plein et la facture.",
        remedy="Reprenez les heures sur le relevé ; une unité mal lue se dit dans « columns.toml ».",
    ),
    Notice(
        code="Z074", name="row-job-unknown", severity=Severity.ERROR,
        requirement="Le métier d'une ligne est l'un de ceux des secteurs du dossier.",
        why="Un métier inconnu n'a ni tâches, ni permis, ni tarif à comparer.",
        remedy="Reprenez la clé que donne « zest jobs », ou dites dans « columns.toml » le mot qui lui répond.",
    ),
    Notice(
        code="Z075", name="row-structure-unknown", severity=Severity.ERROR,
        requirement="La structure d'une ligne est l'une de celles du dossier.",
        why="Une ligne sans structure connue n'engage personne.",
        remedy="Reprenez la clé de la structure dans zest.toml, ou ajoutez la structure.",
    ),
    Notice(
        code="Z076", name="row-given-twice", severity=Severity.ERROR,
        requirement="Une commande, une mission ou un suivi n'est donné qu'une fois, tous fichiers réunis.",
        why="Ce qui est donné deux fois est compté deux fois.",
        remedy="Retirez la seconde ligne, ou donnez-lui sa propre référence.",
    ),
    Notice(
        code="Z077", name="date-in-future", severity=Severity.ERROR,
        requirement="Ce qui est fait est daté du jour de la mesure au plus tard.",
        why="Un fait qui n'a pas encore eu lieu ne prouve rien.",
        remedy="Corrigez la date, ou mesurez à un jour plus tardif (« --as-of »).",
    ),
    Notice(
        code="Z078", name="follow-up-of-nothing", severity=Severity.ERROR,
        requirement="Chaque suivi est celui d'une mission que les tableaux donnent.",
        why="Un suivi sans mission ne compte pour aucune structure.",
        remedy="Corrigez « id_mission », ou ajoutez la mission au tableau.",
    ),
    Notice(
        code="Z079", name="measures-disagree", severity=Severity.ERROR, ground=Ground.COMMITMENTS,
        requirement="Une mesure donnée à la main dit ce que disent les tableaux.",
        why="De deux comptes du même engagement, l'un au moins est faux.",
        remedy="Retirez la mesure de [[measures]], ou corrigez les tableaux.",
    ),
    Notice(
        code="Z080", name="row-offer-unknown", severity=Severity.ERROR,
        requirement="L'offre d'une ligne est l'une de celles du dossier qui mettent du personnel à disposition.",
        why="Une ligne d'une offre inconnue ne compte pour aucun engagement.",
        remedy="Reprenez la clé de l'offre dans zest.toml, ou ajoutez l'offre.",
    ),
)  # fmt: skip

NOTICES: Mapping[str, Notice] = types.MappingProxyType({notice.code: notice for notice in _ALL})
"""Every notice, by code."""
