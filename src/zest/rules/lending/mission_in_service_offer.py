"""A service offer lends nobody: what looks like one and lends is *marchandage*."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.offer import OfferKind
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z202",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Une mise à disposition relève d'une offre de mise à disposition, et non d'une prestation.",
    why="Prêter du personnel sous couvert de prestation prive le salarié de ses droits : c'est le marchandage.",
    remedy='Rattachez la mission à une offre de kind = "lending", ou retirez-la si c\'est une prestation.',
    source=as_in_2015("Code du travail, art. L8231-1"),
    good={"offers.0.kind": "lending"},
    bad={"offers.0.kind": "service"},
)
def mission_in_service_offer(mission: Mission, case: Case) -> Iterator[Answer]:
    """The offer of a mission is a lending offer."""
    offer = case.dossier.offer(mission.offer)
    if offer is None:
        yield NOT_ASKED
    elif offer.kind is not OfferKind.LENDING:
        words = f"La mission « {mission.key} » prête un salarié sous l'offre de prestation « {offer.key} »."
        yield Fault(words, at=("offer",))
