"""An offer names the collective agreements that its clients apply."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.identifiers import Idcc
from zest.model.offer import SectorOffer
from zest.model.profile import SectorProfile
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z061",
    on=SectorOffer,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    requirement="Une offre nomme les conventions collectives de ses clients, du secteur et en vigueur.",
    why="Le salaire d'un salarié prêté se compare à celui du client : il faut savoir selon quel texte.",
    remedy="Donnez agreements, une liste d'IDCC ; « zest show SECTEUR agreements » liste ceux du secteur.",
    source=verified("DARES, suivi des conventions collectives, édition de juin 2026", "2026-11-23"),
    good={"offers.0.agreements": ["9998"]},
    bad={"offers.0.agreements": ["9997"]},
)
def agreement_not_in_force(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """Each agreement is known to the sector and applied on the day of the check."""
    sector, at = case.sectors.get(offer.sector or ""), ("agreements",)
    if sector is None:
        yield NOT_ASKED
    elif offer.agreements is None:
        words = f"Le dossier ne dit pas quelles conventions collectives appliquent les clients de « {offer.key} »."
        yield Unknown(words, at=at)
    for rank, idcc in enumerate((sector and offer.agreements) or ()):
        if sector and (words := _fault(idcc, sector, case)):
            yield Fault(words, at=(*at, rank), about=idcc)


def _fault(idcc: Idcc, sector: SectorProfile, case: Case) -> str:
    known, applied = sector.agreements.get(idcc), sector.agreement_on(idcc, case.as_of)
    if known is None:
        return f"La convention collective {idcc} n'est pas de celles du secteur « {sector.label} »."
    if applied is None:
        return (
            f"La convention collective {idcc} ({known.title}) ne s'appliquait pas le {case.as_of:%d/%m/%Y}."
        )
    if applied.idcc != idcc:
        return f"La convention collective {idcc} a été remplacée par la {applied.idcc} ({applied.title})."
    return ""
