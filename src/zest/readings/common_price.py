"""Prices that several structures share, and whether the structures are independent of each other.

Source: Code de commerce, art. L420-1 and L464-6-2, as in 2015: to agree on a price is prohibited between undertakings;
the tolerance for small shares covers neither price fixing nor public tenders. One legal person does not agree with
itself.
"""

from collections.abc import Iterable

from zest.measures import promised
from zest.model.client import ClientKind
from zest.model.commitment import Family
from zest.model.offer import SectorOffer
from zest.model.structure import Structure
from zest.rule import Case


def one_person(structures: Iterable[Structure]) -> bool:
    """Whether they are one structure, or establishments of one legal person: all told, one SIREN."""
    members = list(structures)
    sirens = {member.siret and member.siret.siren for member in members}
    return len(members) == 1 or (len(sirens) == 1 and None not in sirens)


def one_price(offer: SectorOffer, case: Case) -> bool:
    """Whether the offer promises one price for all that carry it (*tarif unique*)."""
    return any(promise.family is Family.SINGLE_TARIFF for _, promise in promised(offer, case.sectors))


def shared_offer(bidders: Iterable[Structure], case: Case) -> SectorOffer | None:
    """Return an offer whose common price several of these structures carry towards public bodies, if there is one."""
    members = list(bidders)
    for offer in case.dossier.offers:
        public = any(tariff.client_kind in (None, ClientKind.PUBLIC_BODY) for tariff in offer.tariffs)
        carriers = [member for member in members if case.dossier.carries(member, offer)]
        if len(carriers) > 1 and (public or one_price(offer, case)):
            return offer
    return None
