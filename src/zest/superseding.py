"""An offer judged by the old edition that was given for it, while a newer one is installed."""

import datetime as dt
import re
from collections.abc import Iterator

import attrs

from zest.comparing import ItemChange, ItemKind, compare, judged_by
from zest.errors import ZestError
from zest.findings import Finding, Severity
from zest.model.dossier import Dossier
from zest.model.offer import SectorOffer
from zest.model.ranking import rank
from zest.notices import NOTICES
from zest.plugins.assembly import Assembly, assemble
from zest.plugins.discovery import discover
from zest.plugins.rollback import apart
from zest.readings.offer_terms import conventions_end

JUDGING = (ItemKind.COMMITMENT, ItemKind.RULE, ItemKind.FIGURE)
"""What a verdict rests on; job sheets and colours may change under a convention."""
NAMED = 3


def superseded(dossier: Dossier, assembly: Assembly, as_of: dt.date) -> Iterator[Finding]:
    """Yield, for each offer that was built on the edition of a local folder, what the installed one has changed.

    Said for information while the brand conventions last, as a warning once they have ended.
    """
    local = {one.origin.slug for one in assembly.loaded if one.origin.local}
    for number, offer in enumerate(dossier.offers):
        if offer.sector not in local or offer.edition != assembly.catalogue.sectors[offer.sector].edition:
            continue
        installed = _installed(offer.sector)
        profile = installed.catalogue.sectors.get(offer.sector)
        if profile and rank(profile.edition) > rank(offer.edition):
            found = _finding(
                offer, profile.edition, _differing(assembly, installed, offer.sector), dossier, as_of
            )
            yield attrs.evolve(found, place=dossier.sources.place(("offers", number, "edition")))


def _installed(slug: str) -> Assembly:
    """Load the installed sector, though a folder of the same name is already imported."""
    found = discover().get(slug, ())
    with apart(re.split(r"[.:]", found[0].origin.module)[0] if found else ""):
        return assemble((slug,))


def _differing(old: Assembly, new: Assembly, slug: str) -> list[ItemChange]:
    try:
        changes = compare(judged_by(old.catalogue, slug), judged_by(new.catalogue, slug))
    except ZestError:
        # A file that is read late and cannot be is told by the rules that need it.
        return []
    return [change for change in changes if change.kind in JUDGING]


def _finding(
    offer: SectorOffer, newer: str, changes: list[ItemChange], dossier: Dossier, as_of: dt.date
) -> Finding:
    end = conventions_end(offer, dossier)
    ended = end is not None and end < as_of
    last = "ont pris fin le" if ended else "durent jusqu'au"
    built = f"L'offre « {offer.key} » est jugée par l'édition {offer.edition}, sur laquelle elle est bâtie"
    words = [
        f"{built} ; l'édition installée est {newer}.",
        _changes(changes),
        f"Ses conventions de marque {last} {end:%d/%m/%Y}." if end else "",
    ]
    made = NOTICES["Z027"].finding(
        " ".join(filter(None, words)),
        identity=("offers", offer.key, newer),
        subject=(dossier.name, offer.key),
    )
    return attrs.evolve(made, severity=Severity.WARNING) if ended else made


def _changes(changes: list[ItemChange]) -> str:
    if not changes:
        return "Rien de ce qui juge n'a changé."
    others = len(changes) - NAMED
    named = ", ".join(change.key for change in changes[:NAMED])
    return f"Ont changé : {named}{f' et {others} autres' if others > 1 else ' et un autre' if others == 1 else ''}."
