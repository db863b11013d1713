"""A temporary-work firm lends to user firms and public bodies, not to private persons."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.client import ClientKind
from zest.model.offer import OfferKind, SectorOffer
from zest.model.structure import StructureKind
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation

_TEMP = (StructureKind.ETTI, StructureKind.ETT)


@rule(
    "Z219",
    on=SectorOffer,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Une offre vendue à des particuliers n'est portée ni par une ETTI ni par une ETT.",
    why="L'intérim suppose une entreprise utilisatrice ; seule l'AI peut prêter à un particulier.",
    remedy="Réservez l'offre aux particuliers aux AI, dans structures de l'offre.",
    source=interpretation(
        "Code du travail, chapitre du travail temporaire : l'utilisateur est une entreprise", "2026-08-22"
    ),
    good={"offers.0.clients": ["firm"]},
    bad={"offers.0.clients": ["firm", "private-person"]},
)
def temp_firm_serves_private_person(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """No temporary-work firm carries a lending offer sold to private persons."""
    if offer.kind is not OfferKind.LENDING or ClientKind.PRIVATE_PERSON not in (offer.clients or ()):
        yield NOT_ASKED
        return
    for structure in case.dossier.carriers(offer):
        if structure.kind in _TEMP:
            words = f"« {structure.name} » ({structure.kind}) porte l'offre « {offer.key} », vendue à des particuliers."
            yield Fault(words, at=("clients",), about=structure.key)
