"""Employees *en parcours* are trained too."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.journey import Audience, Training
from zest.model.offer import SectorOffer
from zest.rule import Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z110",
    on=SectorOffer,
    ground=Ground.BRAND,
    severity=Severity.WARNING,
    requirement="Une formation est organisée pour les salariés en parcours de chaque offre.",
    why="La démarche accompagne la professionnalisation et le retour à l'emploi autant que la vente.",
    remedy='Ajoutez la formation dans [[trainings]], avec audience = "employees".',
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    good={"trainings.1.people": 4},
    bad={"trainings.1.start": "2026-09-01"},
)
def employees_untrained(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """A training for employees was held, for this offer or for all."""
    trainings = case.dossier.trainings
    told = [t for t in trainings or () if _is_for(t, offer)]
    if any(t.start is None or t.start <= case.as_of for t in told):
        return
    if told or trainings == ():
        yield Fault(f"Aucune formation de salariés en parcours n'a été tenue pour l'offre « {offer.key} ».")
    else:
        yield Unknown(
            f"Le dossier ne dit pas si des salariés en parcours ont été formés pour « {offer.key} »."
        )


def _is_for(training: Training, offer: SectorOffer) -> bool:
    return training.audience is Audience.EMPLOYEES and training.offer in ("", offer.key)
