"""A Word model looked at before use: safe, in the closed language, with known fields; each fault at its place."""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from zest.documents.ooxml.errors import UnsafeFile
from zest.documents.ooxml.guard import guarded, read_file
from zest.documents.word.fields import REQUIRED, Shape, shape_of
from zest.documents.word.grammar import Refusal, parsed
from zest.documents.word.opening import opened, sources

_MARK = re.compile(r"zest:([a-z0-9-]+)")
_SHOWN = 60


@attrs.frozen(kw_only=True)
class TemplateFault:
    """One thing that is wrong in a model.

    Attributes:
        part: of the file; empty for the whole.
        paragraph: its number in the part, from 1; 0 where there is none.
        text: beginning of the paragraph.
        words: French sentence.
    """

    part: str = ""
    paragraph: int = 0
    text: str = ""
    words: str

    @property
    def place(self) -> str:
        """French words for where it is."""
        numbered = f"paragraphe {self.paragraph}" if self.paragraph else ""
        return ", ".join(one for one in (self.part, numbered) if one)


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
        guarded(content)
    except UnsafeFile as error:
        return slug, (TemplateFault(part=error.part, words=f"Contenu refusé : {error.words}."),)
    try:
        named = slug or known_slug(content, file)
        template = opened(content)
        given = list(sources(template))
    except Refusal as error:
        return slug, (TemplateFault(words=f"Contenu refusé : {error.words}."),)
    # Well-packed XML may still be no Word document, and python-docx says so in many ways.
    except (ValueError, KeyError, AttributeError) as error:
        return slug, (TemplateFault(words=f"Ce n'est pas un document Word lisible ({error})."),)
    if not named:
        words = f"Rien ne dit de quel document ce fichier est le modèle : nommez-le comme lui ({', '.join(REQUIRED)})."
        return "", (TemplateFault(words=words),)
    used: set[str] = set()
    found = [fault for one in given for fault in _part(one.part, one.text, shape_of(named), used)]
    missing = [_missing(one) for one in REQUIRED[named] if one not in used]
    return named, (*found, *missing)


def _missing(field: str) -> TemplateFault:
    return TemplateFault(words=f"Le champ « {field} » manque : ce document ne va pas sans lui.")


def _part(part: str, source: str, shape: dict[str, Shape], used: set[str]) -> Iterator[TemplateFault]:
    try:
        tree = parsed(source)
    except Refusal as error:
        yield _at(part, source, error.line, f"Contenu refusé : {error.words}.")
        return
    for line, words in _unknown(tree, {**shape, "loop": dict(_LOOP)}, {}, used):
        yield _at(part, source, line, words)


_LOOP = MappingProxyType({"index": "", "first": "", "last": "", "length": ""})


def _at(part: str, source: str, line: int, words: str) -> TemplateFault:
    lines = source.split("\n")
    text = re.sub(r"<[^>]*>", "", lines[line - 1]).strip()[:_SHOWN] if 0 < line <= len(lines) else ""
    return TemplateFault(part=part, paragraph=max(0, line - 1), text=text, words=words)


def _unknown(
    node: Any, shape: dict[str, Shape], names: dict[str, str], used: set[str]
) -> Iterator[tuple[int, str]]:
    """Yield each field that no data have; ``names`` gives the path of what a loop stands for."""
    kind = type(node).__name__
    if kind == "For":
        yield from _unknown(node.iter, shape, names, used)
        inner, path = _resolved(node.iter, shape, names)
        one = inner[0] if isinstance(inner, list) else ""
        if path and not isinstance(inner, list):
            yield node.lineno, f"« {path} » n'est pas une liste : une boucle en demande une."
        own = {**shape, node.target.name: one}
        for child in (*node.body, *node.else_):
            yield from _unknown(child, own, {**names, node.target.name: f"{path}[]"}, used)
    elif kind in ("Name", "Getattr", "Getitem"):
        inner, path = _resolved(node, shape, names)
        if inner is None:
            yield node.lineno, _words(node, shape, names, path)
        else:
            used.add(path.replace("[]", ""))
    else:
        for child in node.iter_child_nodes():
            yield from _unknown(child, shape, names, used)


def _resolved(node: Any, shape: dict[str, Shape], names: dict[str, str]) -> tuple[Shape | None, str]:
    """Return the shape that an expression names, or ``None``, and its path."""
    kind = type(node).__name__
    if kind == "Name":
        return shape.get(node.name), names.get(node.name) or str(node.name)
    if kind == "Getattr":
        inner, path = _resolved(node.node, shape, names)
        return (inner.get(node.attr) if isinstance(inner, dict) else None), f"{path}.{node.attr}"
    if kind == "Getitem":
        inner, path = _resolved(node.node, shape, names)
        return (inner[0] if isinstance(inner, list) else None), f"{path}[]"
    return None, ""


def _words(node: Any, shape: dict[str, Shape], names: dict[str, str], path: str) -> str:
    """Say that a field is unknown, with the nearest known one; of ``a.b`` it is ``a`` where that is none already."""
    inside = type(node).__name__ == "Getattr"
    known, before = (_resolved(node.node, shape, names)) if inside else (shape, "")
    if known is None:
        return _words(node.node, shape, names, before)
    own = path.rpartition(".")[2]
    near = difflib.get_close_matches(own, list(known) if isinstance(known, dict) else [], n=1)
    shown = f"{before}.{near[0]}" if before and near else "".join(near)
    hint = f" : vouliez-vous dire « {shown} » ?" if shown and not path.endswith("[]") else "."
    return f"Le champ « {path} » n'existe pas dans ce document{hint}"
