"""Blocks that every document shares: who speaks, of which trade, what is sold, what is promised."""

from types import MappingProxyType

import attrs

from zest.console.typography import day, heading, listed
from zest.documents.document import Data, Subject
from zest.documents.facts.jobs import job_block
from zest.documents.facts.places import department_words, territory_words
from zest.documents.words import euros, phone, sentence, siret
from zest.measures import completed
from zest.model.client import ClientKind
from zest.model.commitment import ServiceCommitment
from zest.model.dossier import Collective, Dossier
from zest.model.offer import Tariff
from zest.model.structure import Structure

_CLIENTS = MappingProxyType({
    ClientKind.FIRM: "entreprises",
    ClientKind.PUBLIC_BODY: "employeurs publics",
    ClientKind.PRIVATE_PERSON: "particuliers",
    ClientKind.NON_PROFIT: "associations",
})  # fmt: skip


def common(subject: Subject) -> Data:
    """Return the shared blocks.

    ``structure`` is there for a document of one structure, ``structures`` for the others: a flyer that carried all of
    them would be as long as the collective.
    """
    dossier, own = subject.dossier, subject.structure
    made = {
        "collective": collective_block(dossier),
        "sector": sector_block(subject),
        "offer": offer_block(subject),
        "commitments": [commitment_block(one) for one in promises(subject)],
        "jobs": [job_block(subject.profile.jobs[key]) for key in job_keys(subject)],
        "edition": {"date": subject.as_of.isoformat(), "words": day(subject.as_of)},
    }
    if own:
        return made | {"structure": structure_block(own)}
    return made | {"structures": [structure_block(one) for one in dossier.carriers(subject.offer)]}


def collective_block(dossier: Dossier) -> Data:
    """Return who speaks; ``number`` counts the structures of the whole collective."""
    told = dossier.collective or Collective(name="")
    return {
        "name": told.name,
        "territory": territory_words(told.territory),
        "network": told.network,
        "phone": phone(told.phone),
        "email": told.email,
        "website": told.website,
        "fictional": told.fictional,
        "number": len(dossier.structures),
    }


def structure_block(one: Structure) -> Data:
    """Return one structure; ``kind`` is its acronym and ``kind_words`` the French behind it."""
    return {
        "key": one.key,
        "name": one.name,
        "kind": one.kind.value if one.kind else "",
        "kind_words": one.kind.label if one.kind else "",
        "siret": siret(one.siret) if one.siret else "",
        "department": department_words((one.department,) if one.department else ()),
        "city": one.city,
        "address": one.address,
        "phone": phone(one.phone),
        "email": one.email,
        "website": one.website,
        "logo": one.logo,
        "fictional": one.fictional,
    }


def sector_block(subject: Subject) -> Data:
    """Return the trade, and how it speaks to clients."""
    profile = subject.profile
    return {
        "slug": profile.slug,
        "label": profile.label,
        "title": heading(profile.label),
        "summary": profile.summary,
        "edition": profile.edition,
        "words": attrs.asdict(subject.words),
    }


def offer_block(subject: Subject) -> Data:
    """Return what is sold, where and to whom; ``number`` counts the structures that carry it."""
    offer = subject.offer
    collective = subject.dossier.collective
    where = offer.territory or (collective.territory if collective else None)
    return {
        "key": offer.key,
        "number": len(subject.dossier.carriers(offer)),
        "territory": territory_words(where),
        "departments": department_words(where.departments or () if where else ()),
        "clients": [kind.label for kind in offer.clients or ()],
        "client_words": listed([_CLIENTS[kind] for kind in offer.clients]) if offer.clients else "",
        "tariffs": [_tariff(one) for one in offer.tariffs if one.hourly_cents is not None],
    }


def _tariff(one: Tariff) -> Data:
    return {
        "label": one.label,
        "department": department_words((one.department,) if one.department else ()),
        "amount": euros(one.hourly_cents or 0),
    }


def promises(subject: Subject) -> list[ServiceCommitment]:
    """Return the commitments of the offer, completed by those of its sector."""
    told = subject.offer.commitments or ()
    return [completed(one, subject.offer, subject.catalogue.sectors) for one in told]


def commitment_block(one: ServiceCommitment) -> Data:
    """Return one promise; ``title`` is its family's, ``family`` chooses its icon."""
    return {
        "key": one.key,
        "family": one.family.value if one.family else "",
        "title": heading(one.family.label) if one.family else "",
        "statement": sentence(one.statement or ""),
        "scope": one.scope or "",
        "proof": one.proof or "",
        "owner": one.owner or "",
    }


def job_keys(subject: Subject) -> list[str]:
    """Return the jobs of the offer that its sector knows, in the offer's order."""
    return [key for key in subject.offer.jobs or () if key in subject.profile.jobs]
