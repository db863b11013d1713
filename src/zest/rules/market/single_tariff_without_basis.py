"""A common price between independent structures is the one commitment that can be illegal."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.measures import promised
from zest.model.commitment import Family, ServiceCommitment
from zest.model.identifiers import clip
from zest.model.offer import SectorOffer
from zest.readings.common_price import one_person
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015

_KEEP = "Faites relire cette base par un juriste, et gardez-en l'écrit."


@rule(
    "Z801",
    on=SectorOffer,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Un tarif commun entre structures indépendantes repose sur une base juridique écrite.",
    why="S'entendre sur les prix est interdit, même entre petites structures, même à titre indicatif.",
    remedy="Donnez legal_basis : même personne morale, groupement, analyse d'exemption ou méthode interne.",
    source=as_in_2015("Code de commerce, art. L420-1, L420-4, L464-6-1 et L464-6-2"),
    reading="« Homogène » demande déjà du soin. Sans base, le droit n'est jamais dit conforme ; avec une base, zest la"
    " rappelle sans la juger. Des établissements d'une même personne morale (un seul SIREN) ne s'accordent pas.",
    good={"offers.0.commitments": [{"key": "reponse"}]},
    bad={
        "offers.0.commitments": [{"key": "tarif", "family": "single-tariff", "statement": "Un seul tarif."}]
    },
)
def single_tariff_without_basis(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """No common tariff stands without its legal basis, and none passes in silence."""
    if one_person(case.dossier.carriers(offer)):
        yield NOT_ASKED
        return
    for rank, promise in promised(offer, case.sectors):
        if promise.family is Family.SINGLE_TARIFF:
            yield _said(promise, rank)


def _said(promise: ServiceCommitment, rank: int) -> Fault:
    at, name = ("commitments", rank), f"« {promise.statement or promise.key} »"
    if promise.legal_basis:
        words = f"{name} : ce tarif commun s'appuie sur {clip(promise.legal_basis)}, que zest ne juge pas."
        return Fault(words, at=at, about=promise.key, remedy=_KEEP, severity=Severity.INFO)
    words = f"{name} : des structures indépendantes s'accordent sur un prix."
    return Fault(words, at=at, about=promise.key)
