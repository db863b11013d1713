"""First condition of the brand: the way in (*procédure d'entrée*)."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.rule import Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z101",
    on=Dossier,
    ground=Ground.BRAND,
    severity=Severity.ERROR,
    column="Procédure d'entrée",
    requirement="Le collectif a rempli la procédure d'entrée, qui dit le potentiel d'activité du territoire.",
    why="C'est la première des trois conditions de la marque : sans potentiel établi, l'offre promet dans le vide.",
    remedy="Dans [journey.entry], donnez filed_on (le jour du dépôt) et document (où il se trouve).",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    good={"journey.entry.filed_on": "2026-01-01"},
    bad={"journey.entry": {"done": False}},
)
def entry_procedure_missing(dossier: Dossier, case: Case) -> Iterator[Answer]:
    """The collective went through the entry procedure before the day of the check."""
    entry = dossier.journey.entry if dossier.journey else None
    at = ("journey", "entry")
    if entry is None:
        yield Unknown("Le dossier ne dit pas si la procédure d'entrée dans la démarche a été remplie.", at=at)
    elif entry.done is False:
        yield Fault("La procédure d'entrée dans la démarche n'a pas été remplie.", at=at)
    elif entry.filed_on and entry.filed_on > case.as_of:
        yield Fault(
            f"La procédure d'entrée n'est déposée que le {entry.filed_on:%d/%m/%Y}.", at=(*at, "filed_on")
        )
    elif not entry.filed_on or not entry.document:
        missing = "le jour de son dépôt" if not entry.filed_on else "le document qui la prouve"
        yield Unknown(f"La procédure d'entrée est annoncée, mais le dossier ne donne pas {missing}.", at=at)
