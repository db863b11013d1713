"""A file as text, in strict UTF-8, or one French sentence saying in what else it is and what to do."""

import codecs
from pathlib import Path
from typing import Final

from zest.io.files import MAX_BYTES, read_bytes, refuse, too_large

_SIGNATURES: Final = (
    # UTF-32 before UTF-16, whose little-endian mark is the beginning of its own.
    (codecs.BOM_UTF32_LE, "est enregistré en UTF-32 ; ré-enregistrez-le en UTF-8."),
    (codecs.BOM_UTF32_BE, "est enregistré en UTF-32 ; ré-enregistrez-le en UTF-8."),
    (codecs.BOM_UTF16_LE, "est enregistré en UTF-16 (« Unicode ») ; ré-enregistrez-le en UTF-8."),
    (codecs.BOM_UTF16_BE, "est enregistré en UTF-16 (« Unicode ») ; ré-enregistrez-le en UTF-8."),
    (b"PK\x03\x04", "est un classeur, un document ou une archive, pas un texte ; exportez-le d'abord."),
    (b"\xd0\xcf\x11\xe0", "est un ancien document bureautique, pas un texte ; exportez-le d'abord."),
    (b"%PDF-", "est un PDF, pas un texte ; donnez le fichier dont il est tiré."),
)


def read_text(path: Path, *, shown: str = "") -> str:
    """Read a file of strict UTF-8, with or without a byte order mark; lines end in a line feed.

    Args:
        path: where it is.
        shown: its name in messages; the path itself when empty.

    Raises:
        UnreadableFileError: You gave a file that `read_bytes` refuses, that is blank, or that is not UTF-8.
    """
    name = shown or path.as_posix()
    return decoded(read_bytes(path, shown=name), name)


def decoded(data: bytes, name: str) -> str:
    """Return bytes of strict UTF-8 as text; lines end in a line feed.

    Args:
        data: what was read, all of it.
        name: of the file, in messages.

    Raises:
        UnreadableFileError: You gave more than a file may hold, blanks only, or what is not UTF-8.
    """
    if len(data) > MAX_BYTES:
        refuse(name, too_large(len(data), MAX_BYTES))
    for signature, cause in _SIGNATURES:
        if data.startswith(signature):
            refuse(name, cause)
    if b"\0" in data:
        refuse(name, _nul_cause(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refuse(name, _encoding_cause(data, error))
    require_content(text, name)
    return text.replace("\r\n", "\n")


def require_content(text: str, name: str) -> None:
    """Refuse a text of blanks only.

    Raises:
        UnreadableFileError: You gave one.
    """
    if not text.removeprefix("\ufeff").strip():
        refuse(name, "ne contient que des blancs ; vérifiez qu'il a bien été enregistré.")


def _nul_cause(data: bytes) -> str:
    # Latin letters in UTF-16 without a mark have a NUL in every other byte.
    if max(data[::2].count(0), data[1::2].count(0)) * 5 > len(data):
        return "semble enregistré en UTF-16 (« Unicode ») ; ré-enregistrez-le en UTF-8."
    return "contient un caractère nul : ce n'est pas un texte ; donnez un fichier de texte en UTF-8."


def _encoding_cause(data: bytes, error: UnicodeDecodeError) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    return (
        f"n'est pas en UTF-8 : à partir de la ligne {line}, il semble enregistré {_encoding(data)} ; "
        "ré-enregistrez-le en UTF-8."
    )


def _encoding(data: bytes) -> str:
    if not any(0x80 <= byte < 0xA0 for byte in data):
        return "en Windows-1252 ou en ISO-8859-1 (Latin-1)"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "dans un autre codage"
    return "en Windows-1252"
