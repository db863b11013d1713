"""K60x: what a regional edition changes is decided by somebody, and asks no less without saying so."""

from collections.abc import Iterator

from zest.conformance import Flaw, Spot, Tier
from zest.edition.files import FILE
from zest.model.edition import Change, ItemKind
from zest.sector import Sector
from zest.testing.kit.candidate import Candidate
from zest.testing.kit.declaring import SENTENCE, check


@check(
    "K601",
    Tier.BRONZE,
    requirement="Chaque changement d'une édition régionale dit qui l'a décidé, quand, pourquoi et d'après quel texte.",
    why="Une région répond de ce qu'elle change : sans auteur ni motif, personne ne saurait le défendre.",
    remedy="Complétez le changement dans edition.toml : author, on, reason (une phrase) et source.",
)
def change_untold(candidate: Candidate) -> Iterator[Flaw]:
    """Tell what each of its own changes leaves out; one decided after the last review was not reviewed."""
    profile = candidate.sector.profile
    for change in profile.changes:
        if change.by != profile.slug:
            continue
        parts = {
            "author": change.author,
            "une phrase dans reason": SENTENCE.fullmatch(change.reason),
            "le texte de source": change.source.reference,
            "un jour qui précède reviewed_on": change.on <= profile.reviewed_on,
        }
        for words, told in parts.items():
            if not told:
                yield Flaw(
                    f"Il manque au changement de « {change.item} » : {words}.",
                    _spot(change, candidate.sector),
                )


@check(
    "K602",
    Tier.SILVER,
    requirement="Une édition régionale ne demande pas moins que le secteur qu'elle prolonge.",
    why="Un client qui lit la marque attend partout au moins la promesse nationale.",
    remedy="Resserrez le changement, ou déclarez l'échec attendu dans conformance.toml, avec son motif.",
)
def national_promise_loosened(candidate: Candidate) -> Iterator[Flaw]:
    """Tell each way in which it asks less; every offer of the edition gets the finding Z127 as well."""
    for change in candidate.sector.profile.changes:
        for words in change.loosens:
            yield Flaw(words, _spot(change, candidate.sector))


@check(
    "K603",
    Tier.BRONZE,
    requirement="Les règles du secteur jugent aussi les offres de l'édition qui le prolonge.",
    why="Ce qu'une région promet autrement n'est pas une porte de sortie.",
    remedy="Gardez ce que ces règles lisent : métiers, tâches, conventions, chiffres.",
)
def sector_rule_evaded(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the rules of the sector that are silent on their own bad example, told of an offer of the edition."""
    national = candidate.sector.national
    for rule in national.rules if national else ():
        known = candidate.assembly.catalogue.rules[rule.code]
        try:
            found = {one.code for one in candidate.found(known, rule.bad)}
        except ValueError as error:
            yield Flaw(f"L'exemple de {rule.code} ne s'applique plus ({error}).", Spot(FILE))
            continue
        if found != {rule.code}:
            yield Flaw(f"{rule.code} ne trouve plus sa propre faute dans une offre de l'édition.", Spot(FILE))


def _spot(change: Change, sector: Sector) -> Spot:
    """Return where a change stands, under the name that ``edition.toml`` gives it."""
    if change.kind is ItemKind.COMMITMENT:
        return Spot(FILE, ("commitments", change.item))
    slugs = [sector.profile.slug, *sector.profile.extends]
    owner = next((slug for slug in slugs if change.item.startswith(f"{slug}.")), "")
    return Spot(FILE, ("figures", change.item.removeprefix(f"{owner}.")))
