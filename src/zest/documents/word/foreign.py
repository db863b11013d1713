"""Models that people edited: found, looked at, then filled in a cell in the place of zest's own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import attrs

from zest.documents.document import Data, Document, Format, Renderer
from zest.documents.errors import KitError
from zest.documents.ooxml.guard import MOST_FILE, read_file
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
    """Return the renderer of a model that zest did not build; ``name`` is its file, for messages."""

    def render(data: Data, charter: Charter) -> bytes:
        del charter
        request = b"%d\n%s%s" % (len(model), model, json.dumps(data).encode())
        command = [sys.executable, "-I", "-m", "zest.documents.word.cell"]
        # To a file: a pipe that is read whole would put into our memory whatever a model gives.
        with tempfile.TemporaryFile() as out:
            try:
                done = subprocess.run(  # noqa: S603  # our own module, and its data on standard input
                    command, input=request, stdout=out, stderr=subprocess.DEVNULL, env={}, timeout=WAIT, check=False
                )  # fmt: skip
            except subprocess.TimeoutExpired:
                raise KitError(f"{name} : ce modèle ne finit pas en {WAIT} secondes.") from None
            size = out.tell()
            out.seek(0)
            if done.returncode or not 0 < size <= MOST_FILE:
                raise KitError(
                    f"{name} : ce modèle demande trop de temps ou de mémoire, ou ne se remplit pas."
                )
            return out.read()

    return render
