"""A Word model looked at before use: safe, in the closed language, with known fields; each fault at its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from zest.documents.ooxml.contents import dangling
from zest.documents.ooxml.errors import UnsafeFile
from zest.documents.ooxml.guard import guarded, read_file
from zest.documents.word.faults import TemplateFault, fault_at
from zest.documents.word.fields import REQUIRED, Shape, shape_of
from zest.documents.word.grammar import Refusal, parsed
from zest.documents.word.naming import LOOP, Scope, unknown
from zest.documents.word.opening import Source, opened, sources

_SHOWN = 60
_MARK = re.compile(r"zest:([a-z0-9-]+)")


def known_slug(content: bytes, file: Path) -> str:
    """Return the document that a model is of: by the name of its file, or by the mark that zest left in it."""
    if file.stem in REQUIRED:
        return file.stem
    found = _MARK.search(str(opened(content).docx.core_properties.keywords or ""))
    return found[1] if found and found[1] in REQUIRED else ""


def faults_of(file: Path, slug: str = "") -> tuple[str, tuple[TemplateFault, ...]]:
    """Return the document that a model is of, and all that is wrong in it.

    Args:
        file: the model.
        slug: the document; by default, what the file says.

    Raises:
        OSError: it cannot be read.
        MissingExtraError: docxtpl is not installed.
    """
    try:
        content = read_file(file)
        parts = guarded(content)
        named = slug or known_slug(content, file)
        given = list(sources(opened(content)))
    except (UnsafeFile, Refusal) as error:
        part = error.part if isinstance(error, UnsafeFile) else ""
        return slug, (TemplateFault(part=part, words=f"Contenu refusé : {error.words}."),)
    # Well-packed XML may still be no Word document, and python-docx says so in many ways.
    except (ValueError, KeyError, AttributeError) as error:
        return slug, (TemplateFault(words=f"Ce n'est pas un document Word lisible ({error})."),)
    if not named:
        words = f"Rien ne dit de quel document ce fichier est le modèle : nommez-le comme lui ({', '.join(REQUIRED)})."
        return "", (TemplateFault(words=words),)
    return named, (*_lost(parts), *_faults(named, given))


def _lost(parts: Mapping[str, bytes]) -> Iterator[TemplateFault]:
    """Yield what a program that saved the model has lost: heads, feet and links would be so in each document made."""
    for part, lost in dangling(parts):
        shown = "".join(filter(str.isprintable, ", ".join(lost)[:_SHOWN]))
        words = (
            f"Des relations appelées n'y sont pas ({shown}) : des têtes ou des pieds de page, des images ou des liens"
            " sont perdus. Repartez d'une copie entière du modèle."
        )
        yield TemplateFault(part=part, words=words)


def _faults(slug: str, given: Sequence[Source]) -> Iterator[TemplateFault]:
    used: set[str] = set()
    for one in given:
        yield from _part(one, shape_of(slug), used)
    for field in REQUIRED[slug]:
        if field not in used:
            yield TemplateFault(words=f"Le champ « {field} » manque : ce document ne va pas sans lui.")


def _part(one: Source, shape: Mapping[str, Shape], used: set[str]) -> Iterator[TemplateFault]:
    try:
        tree = parsed(one.text)
    except Refusal as error:
        yield fault_at(one.part, one.text, error.line, f"Contenu refusé : {error.words}.")
        return
    for line, words in unknown(tree, Scope({**shape, "loop": dict(LOOP)}, used)):
        yield fault_at(one.part, one.text, line, words)
