"""What is wrong with a row of a record table that can be read."""

from zest.findings import Ground, Severity
from zest.notices.notice import Notice

ROWS: tuple[Notice, ...] = (
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
