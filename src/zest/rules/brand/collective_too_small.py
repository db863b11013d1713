"""A collective gathers several structures."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z106",
    on=Dossier,
    ground=Ground.BRAND,
    severity=Severity.ERROR,
    requirement="Un collectif réunit plusieurs structures.",
    why="L'offre est « proposée par un collectif d'entreprises » : seule, une structure ne répond pas d'un territoire.",
    remedy="Inscrivez une seconde structure dans [[structures]].",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    figures=("brand.structures-min",),
    good={},
    bad={
        "structures": [],
        "offers": [],
        "missions": [],
        "measures": [],
        "trainings": [],
        "orders": [],
        "loans": [],
        "experiences": [],
        "follow_ups": [],
    },
)
def collective_too_small(dossier: Dossier, case: Case) -> Iterator[Answer]:
    """There are as many structures as a collective needs; those that could not be read count."""
    least = case.law["brand.structures-min"]
    if len(dossier.structures) < least and not dossier.sources.lost(("structures",)):
        words = f"« {dossier.name} » compte {len(dossier.structures)} structure, pour un minimum de {least}."
        yield Fault(words, at=("structures",))
