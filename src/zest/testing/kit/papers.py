"""K70x: the documents that a sector adds to the kit are announced, safe, and made of what they are given."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from zest.conformance import Flaw, NotRun, Spot, Tier
from zest.documents.document import Document, Format, Subject
from zest.documents.foreign import FILE, fault_of, foreign_documents, is_new
from zest.documents.inventory import Copy
from zest.documents.making import Refused, make
from zest.documents.preparing import prepared
from zest.documents.registry import DOCUMENTS
from zest.documents.sector_words import FOLDER
from zest.documents.subjects import copies, offers
from zest.errors import PluginError
from zest.io.places import SyntaxFault
from zest.structuring import suggest
from zest.testing.kit.candidate import FILES_FIRST, Candidate
from zest.testing.kit.declaring import check
from zest.testing.kit.files import at_fault
from zest.testing.samples import AS_OF, dossier_of

ANNOUNCED = f"{FOLDER}/{FILE}"
_TAKEN: Mapping[str, Document] = MappingProxyType({one.slug: one for one in DOCUMENTS})
_WHERE = re.compile(r":(\d+) : (.*)", re.DOTALL)
_NO_KEY = re.compile(r'dictionary does not contain key "([^"]*)"')


@check(
    "K701",
    Tier.BRONZE,
    requirement="Chaque document annoncé a un nom nouveau et un modèle que zest accepte de composer.",
    why="Un seul modèle refusé arrête le kit entier de chaque collectif du secteur.",
    remedy="Corrigez le modèle à la ligne indiquée, ou retirez le document de documents/documents.toml.",
)
def document_refused(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the names that are taken or malformed, and what each template calls for."""
    for name in candidate.data(ANNOUNCED):
        if not is_new(name, _TAKEN):
            yield Flaw(f"« {name} » n'est pas le nom d'un nouveau document.", Spot(ANNOUNCED, (name,)))
            continue
        line, words = fault_of(_template(candidate, name))
        if words:
            yield Flaw(f"{words[:1].upper()}{words[1:]}", Spot(f"{FOLDER}/{name}.typ", line=line))


@check(
    "K702",
    Tier.BRONZE,
    requirement="Chaque document annoncé se compose avec l'échantillon : ses champs existent, et rien ne déborde.",
    why="Ce qui échoue avec l'échantillon échouera chez un collectif, le jour où il fait son kit.",
    remedy="Nommez un champ que le document reçoit, ou donnez plus de place au texte.",
)
def document_fails(candidate: Candidate) -> Iterator[Flaw]:
    """Tell why a template does not compile with the data of the sample: an unknown field, a text too long."""
    if not candidate.data(ANNOUNCED):
        return
    if at_fault(candidate) or any(True for _ in document_refused.find(candidate)):
        raise NotRun("Les fichiers d'abord : corrigez les constats K101, K102 et K701.")
    slug, untried = candidate.origin.slug, []
    folders = {slug: candidate.home}
    offered = offers(dossier_of(candidate.sample), candidate.assembly.catalogue, folders, AS_OF)
    for one in foreign_documents(slug, candidate.home, _TAKEN):
        subject = next(copies(one, offered), None)
        if subject is None:
            untried.append(one.title)
        else:
            yield from _tried(one, subject, str(_template(candidate, one.slug)))
    if untried:
        raise NotRun(f"L'échantillon n'a pas de quoi faire : {', '.join(untried)}.")


def _template(candidate: Candidate, name: str) -> Path:
    return (candidate.home or Path()) / FOLDER / f"{name}.typ"


def _tried(one: Document, subject: Subject, file: str) -> Iterator[Flaw]:
    """Make one copy, and tell why it cannot be made."""
    spot = f"{FOLDER}/{one.slug}.typ"
    try:
        for made in make(Copy(document=one, subject=subject, name=one.slug), (Format.PDF,)):
            if isinstance(made, Refused):
                yield Flaw(f"{made.message[:1].upper()}{made.message[1:]}", Spot(spot))
    except PluginError as error:
        found = _WHERE.match(str(error).removeprefix(file))
        line, words = (int(found[1]), found[2]) if found else (0, str(error))
        yield Flaw(_french(words, prepared(one.facts(subject))), Spot(spot, line=line))


def _french(words: str, data: Any) -> str:
    """Say of a field that nothing has what it is near to."""
    if found := _NO_KEY.search(words):
        return (
            f"Le champ « {found[1]} » n'existe pas dans ce document{suggest(found[1], sorted(_keys(data)))}"
        )
    return f"{words[:1].upper()}{words[1:]}"


def _keys(data: Any) -> set[str]:
    """Return every key of some data, at any depth."""
    if isinstance(data, dict):
        return set(data).union(*map(_keys, data.values()))
    return set().union(*map(_keys, data)) if isinstance(data, list) else set()


@check(
    "K703",
    Tier.SILVER,
    requirement="Chaque modèle du répertoire documents est annoncé.",
    why="Un modèle que rien n'annonce n'est jamais composé, sans que rien ne le dise.",
    remedy="Annoncez-le dans documents/documents.toml, avec title et per, ou retirez-le.",
)
def template_unannounced(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the templates of no document."""
    announced = candidate.data(ANNOUNCED)
    if isinstance(candidate.documents.get(ANNOUNCED), SyntaxFault):
        raise NotRun(FILES_FIRST)
    for name in candidate.names:
        stem = name.removeprefix(f"{FOLDER}/").removesuffix(".typ")
        if name == f"{FOLDER}/{stem}.typ" and stem not in announced:
            yield Flaw(f"« {name} » n'est annoncé par rien{suggest(stem, announced)}", Spot(name))
