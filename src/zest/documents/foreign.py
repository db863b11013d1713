"""Documents that a sector adds: ``documents/documents.toml`` names them, ``documents/NAME.typ`` draws them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from zest.datafiles import build, read_table, there
from zest.documents.document import Document, Format, Per, Renderer
from zest.documents.facts import experience, leaflet, tools
from zest.documents.foreign_rendering import rendered_by
from zest.documents.sector_words import FOLDER
from zest.errors import PluginError

FILE = "documents.toml"
MOST_BYTES = 256 * 1024
"""Size of a template."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CALLS = re.compile(r"\b(?:import|include|eval|plugin|read|json|toml|yaml|csv|xml|cbor|bibliography)\b")
_COMMON = re.compile(r'import "base\.typ"\s*:\s*\*')
_FACTS = MappingProxyType({
    Per.OFFER: leaflet.leaflet,
    Per.STRUCTURE: leaflet.flyer,
    Per.JOB: tools.job,
    Per.EXPERIENCE: experience.experience,
    Per.AGREEMENT: tools.agreement,
})  # fmt: skip


@attrs.frozen(kw_only=True)
class Announced:
    """One document that a sector announces.

    Attributes:
        title: French.
        per: what one copy is for.
    """

    title: str
    per: Per


def foreign_documents(slug: str, folder: Path | None, taken: Mapping[str, Document]) -> Iterator[Document]:
    """Yield the documents of a sector.

    Args:
        slug: of the sector.
        folder: where its files are.
        taken: documents that exist already, by slug.

    Raises:
        DataFileError: its list does not hold what it must.
        PluginError: a name is another document's, or a template is one that zest does not render.
    """
    home = folder / FOLDER if folder else None
    if home is None or not there(home / FILE):
        return
    for name, raw in read_table(home / FILE).items():
        if not is_new(name, taken):
            raise PluginError(f"{home / FILE} : « {name} » n'est pas le nom d'un nouveau document.")
        told = build(Announced, raw, f"{home / FILE}, {name}")
        template = sound_template(home / f"{name}.typ")
        yield Document(
            slug=name,
            title=told.title,
            per=told.per,
            facts=_FACTS[told.per],
            renderers=_renderers(template, home / f"{name}.typ"),
            sector=slug,
        )


def _renderers(template: str, file: Path) -> Mapping[Format, Renderer]:
    forms = (Format.PDF, Format.PNG, Format.SVG)
    return MappingProxyType({form: rendered_by(template, form, str(file)) for form in forms})


def is_new(name: str, taken: Mapping[str, Document]) -> bool:
    """Whether a name may be that of a document that a sector adds: small letters, digits and dashes, nobody's yet."""
    return name not in taken and _SLUG.fullmatch(name) is not None


def sound_template(file: Path) -> str:
    """Return the text of a template that names nothing outside of it but ``base.typ``.

    Raises:
        PluginError: it is a link, is too large, is no text, or calls for a file, a package or its own text.
    """
    line, words = fault_of(file)
    if words:
        raise PluginError(f"{file}{f':{line}' if line else ''} : {words}")
    return file.read_bytes().decode()


def fault_of(file: Path) -> tuple[int, str]:
    """Return line and French sentence of why a template is not rendered; 0 for the whole file, empty if it is sound."""
    if file.is_symlink() or not file.is_file():
        return 0, "ce modèle est attendu ; ce doit être un fichier, et non un lien."
    if file.stat().st_size > MOST_BYTES:
        return 0, f"un modèle a {MOST_BYTES // 1024} Ko au plus."
    try:
        text = file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return 0, "ce modèle n'est pas un texte en UTF-8 lisible."
    if found := _CALLS.search(_COMMON.sub(lambda known: " " * len(known[0]), text)):
        words = (
            f"un modèle n'appelle ni fichier, ni paquet, ni « {found[0]} » ;"
            ' seul « #import "base.typ": * » est permis.'
        )
        return text[: found.start()].count("\n") + 1, words
    return 0, ""
