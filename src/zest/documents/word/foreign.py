"""Models that people edited: found, looked at, then filled in a cell in the place of zest's own."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import attrs

from zest.documents.document import Data, Document, Format, Renderer
from zest.documents.errors import KitError
from zest.documents.foreign_process import Apart, Ended
from zest.documents.ooxml.guard import MOST_FILE, read_file
from zest.documents.word.cell import MADE
from zest.documents.word.checking import faults_of
from zest.model.charter import Charter

WAIT = 30
"""Seconds, by the clock, that a model may take."""


def with_models(documents: Sequence[Document], given: Iterable[str]) -> list[Document]:
    """Return the documents, with the models of some files or folders in the place of zest's own.

    Raises:
        KitError: a file is not there, is of no document asked for, or has a fault; two are of one document.
    """
    models: dict[str, Renderer] = {}
    for file in _files(given):
        slug = _sound(file)
        if slug in models:
            raise KitError(f"{file} : un autre fichier est déjà le modèle de « {slug} ».")
        models[slug] = filled_by(read_file(file), str(file))
    for slug in models:
        if slug not in {one.slug for one in documents}:
            raise KitError(
                f"un modèle est donné pour « {slug} », qui n'est pas parmi les documents demandés."
            )
    return [_evolved(one, models) for one in documents]


def _evolved(one: Document, models: Mapping[str, Renderer]) -> Document:
    if one.slug not in models:
        return one
    return attrs.evolve(one, renderers=MappingProxyType({**one.renderers, Format.DOCX: models[one.slug]}))


def _files(given: Iterable[str]) -> list[Path]:
    found = []
    for word in given:
        path = Path(word)
        if path.is_dir() and not path.is_symlink():
            found += sorted(path.glob("*.docx"))
        elif path.is_file():
            found.append(path)
        else:
            raise KitError(
                f"le modèle « {word} » n'existe pas : donnez un fichier .docx, ou un répertoire qui en a."
            )
    return found


def _sound(file: Path) -> str:
    """Return the document of a model without a fault.

    Raises:
        KitError: it has some.
    """
    slug, faults = faults_of(file)
    if faults:
        first = faults[0]
        where = f" ({first.place})" if first.place else ""
        raise KitError(f"{file}{where} : {first.words} « zest kit template check {file} » montre tout.")
    return slug


def filled_by(model: bytes, name: str) -> Renderer:
    """Return the renderer of a model that zest did not build; ``name`` is its file, for messages.

    One process fills all copies.
    """
    cell = Apart("zest.documents.word.cell", model)

    def render(data: Data, charter: Charter) -> bytes:
        del charter
        return _document(cell, data, f"{name}{_whose(data)}")

    return render


def _document(cell: Apart, data: Data, name: str) -> bytes:
    """Return what the cell makes of some data.

    Raises:
        KitError: it took too long, too much memory, or says why it makes nothing.
    """
    try:
        told = cell.asked(json.dumps(data).encode(), wait=WAIT, most=MOST_FILE)
    except Ended as fault:
        words = (
            f"ce modèle ne finit pas en {WAIT} secondes."
            if fault.late
            else "ce modèle demande trop de temps ou de mémoire."
        )
        raise KitError(f"{name} : {words}") from None
    if told.startswith(MADE):
        return told[1:]
    raise KitError(f"{name} : {_why(json.loads(told[1:]))}")


def _why(told: Mapping[str, str]) -> str:
    if field := told.get("field"):
        return f"le champ « {_shown(field)} » du modèle n'a pas de valeur ici ; mettez-le dans une condition."
    if rank := told.get("rank"):
        return f"une liste du modèle n'a rien ici au rang {_shown(rank)} ; préférez une boucle."
    return f"ce modèle ne se remplit pas ({_shown(told['words'])})."


def _shown(words: str) -> str:
    return "".join(filter(str.isprintable, words))


def _whose(data: Data) -> str:
    """Return for what a copy is, as messages tell it."""
    for owner, field in (("experience", "title"), ("job", "title"), ("structure", "name")):
        if told := data.get(owner, {}).get(field):
            return f", pour « {told} »"
    return ""
