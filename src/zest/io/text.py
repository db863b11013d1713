"""A file as text, or one French sentence saying why not and what to do.

No file, however strange, may hang the program, fill the memory or raise anything but
`UnreadableFileError`: pipes, devices, folders, looping links, huge or growing files, other encodings.
"""

import codecs
import errno
import os
import stat
from pathlib import Path
from types import MappingProxyType
from typing import Final, NoReturn

from zest.errors import UnreadableFileError

MAX_BYTES: Final = 1024 * 1024
"""Size of the largest file that zest reads whole: 1 MiB. Mission tables are not read here."""

# Without O_NONBLOCK, opening a pipe that took the place of the file since it was looked at would wait
# for ever; Windows knows neither flag, and needs O_BINARY to give the bytes as they are.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_CAUSES: Final = MappingProxyType({
    errno.ENOENT: "n'existe pas ; vérifiez le chemin.",
    errno.ENOTDIR: "n'existe pas, car une partie du chemin n'est pas un dossier ; vérifiez le chemin.",
    errno.ELOOP: "est un lien symbolique qui tourne en rond ; remplacez-le par le fichier lui-même.",
    errno.EACCES: "n'est pas lisible avec vos droits ; demandez à son propriétaire de vous l'ouvrir.",
    errno.EPERM: "n'est pas lisible avec vos droits ; demandez à son propriétaire de vous l'ouvrir.",
    errno.ENAMETOOLONG: "porte un nom trop long ; raccourcissez-le.",
})  # fmt: skip

_NOT_REGULAR: Final = "est un tube ou un périphérique ; donnez un fichier ordinaire."

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


def read_bytes(path: Path, *, shown: str = "", limit: int = MAX_BYTES) -> bytes:
    """Read a regular file of reasonable size.

    Args:
        path: where it is.
        shown: its name in messages; the path itself when empty.
        limit: the most bytes wanted, included.

    Raises:
        UnreadableFileError: You gave something absent, empty, too large, not allowed, or not a regular file.
    """
    name = shown or path.as_posix()
    if not (data := _bytes(path, name, limit, piped=False)):
        _refuse(name, "est vide ; vérifiez qu'il a bien été enregistré.")
    return data


def read_given(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file, empty or not, or what the shell holds open for us: ``/dev/stdin``, ``<(…)``.

    That one is waited for; a pipe of any other name is refused, since nobody may ever write to it.

    Raises:
        UnreadableFileError: You gave something absent, too large, not allowed, or not a regular file.
    """
    return _bytes(path, path.as_posix(), limit, piped=_is_held_open(path))


def _is_held_open(path: Path) -> bool:
    return path.as_posix().startswith(("/dev/", "/proc/"))


def refuse_pipe(path: Path) -> None:
    """Refuse a pipe or a device that the shell does not hold open, for a reader that would wait for it.

    Raises:
        UnreadableFileError: You gave one; whatever else is wrong is for its reader to tell.
    """
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  # idem
    except (OSError, ValueError):
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or _is_held_open(path)):
        _refuse(path.as_posix(), _NOT_REGULAR)


def _bytes(path: Path, name: str, limit: int, *, piped: bool) -> bytes:
    try:
        if piped:
            with path.open("rb") as stream:
                data = stream.read(limit + 1)
        else:
            _require_regular(os.stat(path), name, limit)  # noqa: PTH116 - `Path.stat` takes no other form
            descriptor = os.open(path, _FLAGS)
            with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor, not a path
                _require_regular(os.fstat(descriptor), name, limit)
                data = stream.read(limit + 1)
    except OSError as error:
        _refuse(name, _cause(error))
    except ValueError:
        _refuse(name, "porte un nom qu'aucun fichier ne peut porter ; vérifiez le chemin.")
    if len(data) > limit:
        _refuse(name, _too_large(len(data), limit))
    return data


def require_allowed(path: Path, *, shown: str = "") -> None:
    """Refuse a file that may not be read, for a reader that would not say why it cannot.

    Raises:
        UnreadableFileError: You gave one that is not yours to read; whatever else is wrong is for its reader to tell.
    """
    try:
        os.close(os.open(path, _FLAGS))
    except PermissionError as error:
        _refuse(shown or path.as_posix(), _cause(error))
    except (OSError, ValueError):
        return


def entries(folder: Path) -> list[Path]:
    """Return what a folder holds, in order.

    Raises:
        UnreadableFileError: You gave a folder that may not be looked into.
    """
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise UnreadableFileError(f"Le dossier « {printable(folder.as_posix())} » {_cause(error)}") from None


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
        _refuse(name, _too_large(len(data), MAX_BYTES))
    for signature, cause in _SIGNATURES:
        if data.startswith(signature):
            _refuse(name, cause)
    if b"\0" in data:
        _refuse(name, _nul_cause(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(name, _encoding_cause(data, error))
    require_content(text, name)
    return text.replace("\r\n", "\n")


def require_content(text: str, name: str) -> None:
    """Refuse a text of blanks only.

    Raises:
        UnreadableFileError: You gave one.
    """
    if not text.removeprefix("\ufeff").strip():
        _refuse(name, "ne contient que des blancs ; vérifiez qu'il a bien été enregistré.")


def printable(name: str) -> str:
    """Give a name without what would drive a terminal or break its encoding."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)


def _refuse(name: str, cause: str) -> NoReturn:
    raise UnreadableFileError(f"Le fichier « {printable(name)} » {cause}")


def _require_regular(status: os.stat_result, name: str, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        _refuse(name, "est un dossier ; donnez un fichier.")
    if not stat.S_ISREG(status.st_mode):
        _refuse(name, _NOT_REGULAR)
    if status.st_size > limit:
        _refuse(name, _too_large(status.st_size, limit))


def _too_large(size: int, limit: int) -> str:
    return (
        f"est trop gros ({size} octets au moins, pour {limit} octets au plus) ; "
        "découpez-le en plusieurs fichiers."
    )


def _cause(error: OSError) -> str:
    unknown = f"n'a pas pu être lu (erreur {error.errno} du système) ; vérifiez le disque et réessayez."
    return _CAUSES.get(error.errno or 0, unknown)


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
