"""The inventory: which documents a dossier gives, and what it lacks for the others, before anything is written."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from zest.documents.document import Document, Need, Part, Subject
from zest.documents.origins import rank_of
from zest.documents.subjects import copies
from zest.documents.words import both_titles
from zest.findings import Place
from zest.model.dossier import KeyPath


@attrs.frozen(kw_only=True)
class Copy:
    """One copy of a document, to be made.

    Attributes:
        document: which.
        subject: what it is made from.
        name: its file below the kit, without a suffix.
    """

    document: Document
    subject: Subject
    name: str

    @property
    def label(self) -> str:
        """French name of what it is for: of a structure, a job, a sheet, an agreement, or else of its offer.

        A structure that carries several offers has a copy for each: the offer is told beside its name.
        """
        told = self.subject
        if told.experience:
            return told.experience.title
        if told.structure:
            several = len(told.dossier.offers) > 1
            return f"{told.structure.name} · {_offer(told)}" if several else told.structure.name
        if told.job:
            return both_titles(told.profile.jobs[told.job])
        if told.agreement:
            return f"{told.agreement} · {told.profile.agreements[told.agreement].title}"
        return _offer(told)


def _offer(subject: Subject) -> str:
    """Name an offer by its sector; by its key too where several are of that sector."""
    same = [one for one in subject.dossier.offers if one.sector == subject.offer.sector]
    label = subject.profile.label
    return f"{label} (« {subject.offer.key} »)" if len(same) > 1 else label


@attrs.frozen(kw_only=True)
class Missing:
    """A value that documents wait for.

    Attributes:
        words: French, « le téléphone de la structure ».
        owner: French, what lacks it: « structure « Bocage Emploi » ».
        field: key to add.
        place: where to add it.
        documents: titles of the documents that wait for it.
    """

    words: str
    owner: str
    field: str
    place: Place
    documents: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Inventory:
    """What is asked, and what it lacks.

    Attributes:
        copies: every copy asked for, those that lack something as well.
        missing: in the order of the files and their lines, each once.
        without: titles of the documents asked for of which the dossier gives no copy at all.
    """

    copies: tuple[Copy, ...]
    missing: tuple[Missing, ...]
    without: tuple[str, ...] = ()

    @property
    def ready(self) -> tuple[str, ...]:
        """Names of the documents asked for that lack nothing."""
        waiting = {title for one in self.missing for title in one.documents}
        named = (one.document.slug for one in self.copies if one.document.title not in waiting)
        return tuple(dict.fromkeys(named))


def take(
    documents: Sequence[Document], offered: Sequence[Subject], structures: Iterable[str] = ()
) -> Inventory:
    """Return the inventory of some documents.

    Args:
        documents: those asked for.
        offered: one subject an offer.
        structures: keys of the structures whose copies are wanted; empty for all.
    """
    wanted = frozenset(structures)
    made = [copy for one in documents for copy in _copies(one, offered, wanted)]
    there = {copy.document.slug for copy in made}
    return Inventory(
        copies=tuple(made),
        missing=tuple(
            sorted(_gathered(made), key=lambda one: (one.place.file, one.place.line, one.place.column))
        ),
        without=tuple(one.title for one in documents if one.slug not in there),
    )


def _copies(document: Document, offered: Sequence[Subject], wanted: frozenset[str]) -> Iterator[Copy]:
    for subject in copies(document, offered):
        if wanted and (subject.structure is None or subject.structure.key not in wanted):
            continue
        steps = [subject.offer.key] if len(offered) > 1 else []
        steps += [document.slug, subject.name] if subject.name else [document.slug]
        yield Copy(document=document, subject=subject, name="/".join(map(file_name, steps)))


def file_name(text: str) -> str:
    """Return a name that every system takes for a file: what it cannot write is left out, and a mark tells it.

    Two different texts never have one name.
    """
    import hashlib
    import re
    import unicodedata

    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    kept = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:60]
    if kept and kept == text and kept not in _RESERVED:
        return kept
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{kept}-{mark}" if kept else mark


_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
)
"""Names that Windows keeps for itself."""


def _gathered(made: Iterable[Copy]) -> Iterator[Missing]:
    """Yield what is missing, each value once, with the documents that wait for it."""
    found: dict[tuple[KeyPath, str], tuple[str, str, Place, dict[str, None]]] = {}
    for copy in made:
        for need in copy.document.needs:
            for path, owner in _lacking(need, copy.subject):
                place = copy.subject.dossier.sources.place(path)
                known = found.setdefault((path, need.field), (need.words, owner, place, {}))
                known[3][copy.document.title] = None
    for (_, field), (words, owner, place, titles) in found.items():
        yield Missing(words=words, owner=owner, field=field, place=place, documents=tuple(titles))


def _lacking(need: Need, subject: Subject) -> Iterator[tuple[KeyPath, str]]:
    """Yield path and French name of each object that lacks what is needed."""
    for path, owner, item in _objects(need.part, subject):
        if item is None or getattr(item, need.field) in (None, "", ()):
            yield path, owner


def _objects(part: Part, subject: Subject) -> Iterator[tuple[KeyPath, str, Any]]:
    dossier = subject.dossier
    match part:
        case Part.COLLECTIVE:
            yield ("collective",), "le collectif, table [collective]", dossier.collective
        case Part.OFFER:
            owner = f"l'offre « {subject.offer.key} »"
            yield ("offers", rank_of(dossier.offers, subject.offer)), owner, subject.offer
        case Part.EXPERIENCE:
            record = subject.experience
            yield (
                ("experiences", rank_of(dossier.experiences, record)),
                f"la fiche « {subject.name} »",
                record,
            )
        case Part.STRUCTURE if subject.structure is None:
            record = subject.experience
            owner = f"la fiche « {subject.name} », dont la structure n'est pas au dossier,"
            yield ("experiences", rank_of(dossier.experiences, record)), owner, None
        case _:
            own = subject.structure if part is Part.STRUCTURE else None
            for one in (own,) if own else dossier.carriers(subject.offer):
                yield ("structures", rank_of(dossier.structures, one)), f"la structure « {one.name} »", one
