"""Models that people edited: found, looked at, then put in the place of zest's own."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import attrs

from zest.documents.document import Document, Format, Renderer
from zest.documents.errors import KitError
from zest.documents.ooxml.guard import read_file
from zest.documents.word.apart import filled_by
from zest.documents.word.checking import faults_of


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
