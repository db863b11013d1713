"""Second condition of the brand: one trained person per structure, not per collective."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.journey import Audience, Training
from zest.model.offer import SectorOffer
from zest.model.structure import Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z102",
    on=Structure,
    ground=Ground.BRAND,
    severity=Severity.ERROR,
    column="Personne formée",
    requirement="Chaque structure inscrite a fait former au moins une personne de son équipe permanente.",
    why="La formation est obligatoire pour entrer dans la démarche : une personne par structure, et non par collectif.",
    remedy="Inscrivez une personne à la prochaine formation, puis ajoutez-la dans attendances de [[trainings]].",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    figures=("brand.trained-min",),
    reading="Une même formation compte pour toutes les offres, sauf si elle en nomme une.",
    good={"trainings.0.attendances.0.people": 1},
    bad={"trainings.0.attendances.0.people": 0},
)
def no_permanent_trained(structure: Structure, case: Case) -> Iterator[Answer]:
    """Each structure that carries an offer has the people trained that the brand asks for."""
    offers = [offer for offer in case.dossier.offers if case.dossier.carries(structure, offer)]
    if not offers:
        yield NOT_ASKED
    for offer in offers:
        yield from _trained(structure, offer, case)


def _trained(structure: Structure, offer: SectorOffer, case: Case) -> Iterator[Answer]:
    told = [t for t in case.dossier.trainings or () if _is_for(t, offer)]
    held = [t for t in told if _held(t, case)]
    people = sum(a.people for t in held for a in t.attendances or () if a.structure == structure.key)
    least = case.law["brand.trained-min"]
    if people >= least:
        return
    of = f" pour l'offre « {offer.key} »" if len(case.dossier.offers) > 1 else ""
    silent = not told and case.dossier.trainings != ()
    if silent or any(t.attendances is None for t in held):
        yield Unknown(
            f"Le dossier ne dit pas qui, à « {structure.name} », a suivi la formation{of}.", about=offer.key
        )
    else:
        words = f"« {structure.name} » compte {people} permanent formé{of}, pour un minimum de {least}."
        yield Fault(words, about=offer.key)


def _is_for(training: Training, offer: SectorOffer) -> bool:
    return training.audience is Audience.PERMANENT_STAFF and training.offer in ("", offer.key)


def _held(training: Training, case: Case) -> bool:
    last = training.end or training.start
    return last is None or last <= case.as_of
