"""A dossier says whose it is."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z041",
    on=Dossier,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Un dossier nomme son collectif.",
    why="Un verdict sans nom ne vaut pour personne.",
    remedy="Ajoutez [collective] et name.",
    source=verified("Contrat de zest : forme d'un dossier", "2026-11-23"),
    good={"collective.name": "Collectif du bocage"},
    bad={"collective": None},
)
def collective_untold(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """There is a collective."""
    if dossier.collective is None:
        yield Fault("Le dossier ne nomme pas son collectif.", at=("collective",))
