"""What the parts of a package say: their kinds, what they call, their XML."""

import importlib
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from zest.documents.ooxml.errors import UnsafeFile
from zest.documents.ooxml.instructions import fields_of

_XML = (".xml", ".rels", ".vml")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
_UTF = (b"utf-8", b"us-ascii")
_SCHEMES = ("http", "https", "mailto", "tel")
_RUNS = re.compile(
    r"macro|vba|activex|oleobject|attachedtemplate|attachedtoolbars|afchunk|subdocument|frame|externallink"
    r"|keymapcustomizations|/control|mailmergesource|recipientdata|transform|customui|userxmldata|webextension"
    r"|/hlinksubfile|xmlsignature",
    re.IGNORECASE,
)
_WORDS = MappingProxyType({
    "altChunk": "un fichier étranger y serait inséré à l'ouverture (altChunk)",
    "attachedTemplate": "un autre modèle y est attaché (attachedTemplate)",
    "subDoc": "un sous-document y est lié",
    "mailMerge": "une source de publipostage y est attachée",
    "control": "un contrôle ActiveX s'y trouve",
    "OLEObject": "un objet incorporé (OLE) s'y trouve",
    "oleObj": "un objet incorporé (OLE) s'y trouve",
    "saveThroughXslt": "une feuille de transformation y est attachée",
})  # fmt: skip
_ACTIONS = ("ppaction://macro", "ppaction://program", "ppaction://ole", "ppaction://hlinkfile")
_CALLS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
"""Spaces of the attributes that call a relation by its number, in both forms of the standard."""
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def look_at(parts: Mapping[str, bytes]) -> None:
    """Refuse a package one part of which runs, fetches or never ends.

    Raises:
        UnsafeFile: with the part.
    """
    for name, content in parts.items():
        if _RUNS.search(name) or name.lower().endswith((".bin", ".exe", ".dll", ".js", ".vbs", ".swf")):
            _binary(name)
        if name.lower().endswith(_XML):
            _look(name, _tree(name, content))


def dangling(parts: Mapping[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    """Yield each part that calls relations that it does not have, with their numbers."""
    for name, content in parts.items():
        if name.lower().endswith(".xml") and name != "[Content_Types].xml":
            called = {
                value: None
                for one in _tree(name, content).iter()
                for key, value in one.attrib.items()
                if key.startswith(_CALLS) and value
            }
            known = _relations(name, parts) if called else frozenset()
            if lost := [told for told in called if told not in known]:
                yield name, lost


def _relations(name: str, parts: Mapping[str, bytes]) -> frozenset[str]:
    folder, _, own = name.rpartition("/")
    file = f"{folder}/_rels/{own}.rels".lstrip("/")
    told = _tree(file, parts[file]).iter(_RELATION) if file in parts else ()
    return frozenset(one.get("Id", "") for one in told)


def _binary(name: str) -> None:
    """Let printer settings by, which python-pptx's own template has; refuse any other program or binary."""
    if not re.search(r"printerSettings\d*\.bin$", name):
        raise UnsafeFile(name, "macros, objets incorporés et programmes sont refusés")


def _tree(name: str, content: bytes) -> Any:
    """Read XML that declares nothing of its own.

    Raises:
        UnsafeFile: it declares a type or an entity, has another encoding, or is no XML.
    """
    # Without types of its own.
    etree: Any = importlib.import_module("lxml.etree")

    declared = _ENCODING.match(content[3:] if content.startswith(b"\xef\xbb\xbf") else content)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:64]:
        raise UnsafeFile(name, "cet élément n'est pas en UTF-8")
    if declared and declared[1].lower() not in _UTF:
        raise UnsafeFile(name, "cet élément n'est pas en UTF-8")
    if _DECLARED.search(content):
        raise UnsafeFile(name, "une DTD ou une entité XML y est déclarée")
    try:
        return etree.fromstring(
            content,
            etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False),
        )
    except etree.XMLSyntaxError as error:
        raise UnsafeFile(name, f"ce XML n'est pas lisible ({error.msg})") from None


def _look(name: str, root: Any) -> None:
    if name.endswith(".rels"):
        for one in root.iter(_RELATION):
            _relation(name, one.attrib)
    elif name == "[Content_Types].xml":
        for one in root:
            if _RUNS.search(one.get("ContentType", "")):
                raise UnsafeFile(name, f"un contenu « {one.get('ContentType')} » est annoncé")
    else:
        _elements(name, root)
        fields_of(name, root)


def _elements(name: str, root: Any) -> None:
    for one in root.iter():
        tag = one.tag if isinstance(one.tag, str) else ""
        if words := _WORDS.get(tag.rpartition("}")[2]):
            # The form that Word itself gives to a check box of old is a drawing of no danger: it has no name here.
            raise UnsafeFile(name, words)
        if one.get("action", "").lower().startswith(_ACTIONS):
            raise UnsafeFile(name, "une action y lancerait un programme")


def _relation(name: str, told: Mapping[str, str]) -> None:
    kind, target = told.get("Type", ""), told.get("Target", "")
    if _RUNS.search(kind):
        raise UnsafeFile(
            name, f"une relation « {kind.rpartition('/')[2]} » appelle autre chose que ce fichier"
        )
    if told.get("TargetMode") == "External":
        if not kind.endswith("/hyperlink"):
            raise UnsafeFile(name, f"une relation externe va chercher « {target[:80]} »")
        _link(name, target)
    elif "\\" in target or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target) or _leaves(name, target):
        raise UnsafeFile(name, f"la relation vers « {target[:80]} » sort de l'archive")


def _link(name: str, target: str) -> None:
    try:
        scheme = urlsplit(target).scheme.lower()
    except ValueError:
        scheme = ""
    if scheme not in _SCHEMES:
        raise UnsafeFile(
            name, f"le lien « {target[:80]} » n'est ni une adresse web, ni un courriel, ni un téléphone"
        )


def _leaves(name: str, target: str) -> bool:
    """Whether a target, from the folder of its part, goes above the root of the package."""
    depth = 0 if target.startswith("/") else max(0, name.count("/") - 1)
    for step in target.split("/"):
        depth += -1 if step == ".." else 1 if step not in ("", ".") else 0
        if depth < 0:
            return True
    return False
