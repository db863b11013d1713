"""The copies of a document: for each offer, structure, job, experience sheet or collective agreement."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from zest.catalogue import Catalogue
from zest.documents.document import Document, Per, Subject
from zest.documents.facts.common import job_keys
from zest.documents.sector_words import sector_words
from zest.model.agreement import AgreementRole
from zest.model.dossier import Dossier


def offers(
    dossier: Dossier, catalogue: Catalogue, folders: Mapping[str, Path | None], day: dt.date
) -> list[Subject]:
    """Return one subject for each offer whose sector is at hand, in the order of the dossier.

    Args:
        dossier: the whole.
        catalogue: the sectors at hand.
        folders: where the files of each sector are, by slug.
        day: the day of the kit.
    """
    made = []
    for offer in dossier.offers:
        profile = catalogue.sectors.get(offer.sector or "")
        if profile:
            words = sector_words(profile, [folders.get(slug) for slug in (profile.slug, *profile.extends)])
            made.append(
                Subject(
                    dossier=dossier, catalogue=catalogue, as_of=day, offer=offer, profile=profile, words=words
                )
            )
    return made


def copies(document: Document, offered: Iterable[Subject]) -> Iterator[Subject]:
    """Yield what each copy of a document is made from."""
    for subject in offered:
        if document.sector in ("", subject.profile.slug):
            yield from filter(document.suits, _EACH[document.per](subject))


def _structures(subject: Subject) -> Iterator[Subject]:
    for structure in subject.dossier.carriers(subject.offer):
        yield attrs.evolve(subject, structure=structure)


def _jobs(subject: Subject) -> Iterator[Subject]:
    for key in job_keys(subject):
        yield attrs.evolve(subject, job=key)


def _experiences(subject: Subject) -> Iterator[Subject]:
    for record in subject.dossier.experiences:
        if subject.dossier.offer(record.offer) is subject.offer:
            structure = subject.dossier.structure(record.structure)
            yield attrs.evolve(subject, experience=record, structure=structure)


def _agreements(subject: Subject) -> Iterator[Subject]:
    """Yield the agreements that the clients apply: those of the offer, or else the sector's own in force that day."""
    known, told = subject.profile.agreements, subject.offer.agreements
    users = (
        key for key, one in known.items() if one.role is AgreementRole.USER and one.active_on(subject.as_of)
    )
    for key in told if told is not None else users:
        if key in subject.profile.facts:
            yield attrs.evolve(subject, agreement=str(key))


_EACH: Mapping[Per, Callable[[Subject], Iterator[Subject]]] = MappingProxyType({
    Per.OFFER: lambda subject: iter((subject,)),
    Per.STRUCTURE: _structures,
    Per.JOB: _jobs,
    Per.EXPERIENCE: _experiences,
    Per.AGREEMENT: _agreements,
})  # fmt: skip
