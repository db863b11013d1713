"""Fields of a Word document (*champs*): only those that show something of the document itself."""

from typing import Any

from zest.documents.ooxml.errors import UnsafeFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALLOWED = frozenset({
    "AUTHOR", "BIBLIOGRAPHY", "COMMENTS", "CREATEDATE", "DATE", "DOCPROPERTY", "FILENAME", "FORMCHECKBOX",
    "FORMDROPDOWN", "FORMTEXT", "HYPERLINK", "KEYWORDS", "LASTSAVEDBY", "MERGEFIELD", "NOTEREF", "NUMCHARS",
    "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES",
    "SEQ", "STYLEREF", "SUBJECT", "SYMBOL", "TC", "TIME", "TITLE", "TOC", "XE", "INDEX",
})  # fmt: skip
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")


def fields_of(name: str, root: Any) -> None:
    """Refuse a part one field of which fetches or runs something.

    A field may be split over runs, and hold others: its words are joined before they are read.

    Raises:
        UnsafeFile: with the part.
    """
    open_fields: list[list[str]] = []
    for one in root.iter(f"{_W}fldSimple", f"{_W}fldChar", f"{_W}instrText", f"{_W}delInstrText"):
        kind = one.tag[len(_W) :]
        if kind == "fldSimple":
            _judge(name, one.get(f"{_W}instr", ""))
        elif kind != "fldChar":
            if not open_fields:
                open_fields.append([])
            open_fields[-1].append(one.text or "")
        elif one.get(f"{_W}fldCharType") == "begin":
            open_fields.append([])
        elif open_fields and one.get(f"{_W}fldCharType") == "end":
            _judge(name, "".join(open_fields.pop()))
    for left in open_fields:
        _judge(name, "".join(left))


def _judge(name: str, told: str) -> None:
    words = told.replace("\\*", " ").split(maxsplit=1)
    if not words:
        return
    kind = words[0].upper()
    if kind not in _ALLOWED:
        raise UnsafeFile(name, f"le champ « {kind[:40]} » va chercher ou lance autre chose que ce document")
    if kind == "HYPERLINK":
        rest = words[1].strip().lstrip('"') if len(words) > 1 else ""
        if not rest.startswith("\\l") and not rest.lower().startswith(_SCHEMES):
            raise UnsafeFile(
                name, f"le lien « {rest[:80]} » n'est ni une adresse web, ni un courriel, ni un téléphone"
            )
