"""A common price between independent structures is the one commitment that can be illegal."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.measures import promised
from zest.model.commitment import Family
from zest.model.offer import SectorOffer
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z801",
    on=SectorOffer,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Un tarif commun entre structures indépendantes repose sur une base juridique écrite.",
    why="S'entendre sur les prix est interdit, même entre petites structures, même à titre indicatif.",
    remedy="Donnez legal_basis : même personne morale, groupement, analyse d'exemption ou méthode interne.",
    source=as_in_2015("Code de commerce, art. L420-1, L420-4, L464-6-1 et L464-6-2"),
    reading="« Homogène » demande déjà du soin : zest avertit toujours, et le droit n'est alors jamais dit conforme.",
    good={"offers.0.commitments": [{"key": "reponse"}]},
    bad={
        "offers.0.commitments": [{"key": "tarif", "family": "single-tariff", "statement": "Un seul tarif."}]
    },
)
def single_tariff_without_basis(offer: SectorOffer, case: Case) -> Iterator[Answer]:
    """No common tariff stands without its legal basis."""
    if len(case.dossier.carriers(offer)) == 1:
        yield NOT_ASKED
        return
    for rank, promise in promised(offer, case.sectors):
        if promise.family is Family.SINGLE_TARIFF and not promise.legal_basis:
            words = f"« {promise.statement or promise.key} » : des structures indépendantes s'accordent sur un prix."
            yield Fault(words, at=("commitments", rank), about=promise.key)
