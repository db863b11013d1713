"""The jobs of an offer are jobs of its sector."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.offer import SectorOffer
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified
from zest.structuring import suggest


@rule(
    "Z062",
    on=SectorOffer,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    requirement="Une offre nomme les métiers qu'elle propose, parmi ceux du secteur.",
    why="C'est du métier que viennent les tâches, les habilitations et les interdits d'un salarié prêté.",
    remedy="Donnez jobs, une liste de clés ; « zest show SECTEUR jobs » liste ceux du secteur.",
    source=verified("COORACE, atelier ZEST, juin 2014 : guide métiers et fiches de postes", "2026-11-23"),
    good={"offers.0.jobs": ["essayeur"]},
    bad={"offers.0.jobs": ["essayeuse"]},
)
def offer_job_unknown(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """Each job is known to the sector."""
    sector, at = case.sectors.get(offer.sector or ""), ("jobs",)
    if sector is None:
        yield NOT_ASKED
    elif offer.jobs is None:
        yield Unknown(f"Le dossier ne dit pas quels métiers propose l'offre « {offer.key} ».", at=at)
    for rank, job in enumerate((sector and offer.jobs) or ()):
        if sector and job not in sector.jobs:
            words = f"« {job} » n'est pas un métier du secteur « {sector.label} »{suggest(job, sector.jobs)}"
            yield Fault(words, at=(*at, rank), about=job)
