"""A file as bytes, a folder as a list, or one French sentence saying why not and what to do.

No file, however strange, may hang the program, fill the memory or raise anything but
`UnreadableFileError`: pipes, devices, folders, looping links, huge or growing files.
"""

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
        refuse(name, "est vide ; vérifiez qu'il a bien été enregistré.")
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
        mode = os.stat(path).st_mode  # noqa: PTH116 - `Path.stat` takes no other form
    except (OSError, ValueError):
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or _is_held_open(path)):
        refuse(path.as_posix(), _NOT_REGULAR)


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
        refuse(name, _cause(error))
    except ValueError:
        refuse(name, "porte un nom qu'aucun fichier ne peut porter ; vérifiez le chemin.")
    if len(data) > limit:
        refuse(name, too_large(len(data), limit))
    return data


def require_allowed(path: Path, *, shown: str = "") -> None:
    """Refuse a file that may not be read, for a reader that would not say why it cannot.

    Raises:
        UnreadableFileError: You gave one that is not yours to read; whatever else is wrong is for its reader to tell.
    """
    try:
        os.close(os.open(path, _FLAGS))
    except PermissionError as error:
        refuse(shown or path.as_posix(), _cause(error))
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


def printable(name: str) -> str:
    """Give a name without what would drive a terminal or break its encoding."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)


def refuse(name: str, cause: str) -> NoReturn:
    """Refuse a file.

    Raises:
        UnreadableFileError: always.
    """
    raise UnreadableFileError(f"Le fichier « {printable(name)} » {cause}")


def _require_regular(status: os.stat_result, name: str, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        refuse(name, "est un dossier ; donnez un fichier.")
    if not stat.S_ISREG(status.st_mode):
        refuse(name, _NOT_REGULAR)
    if status.st_size > limit:
        refuse(name, too_large(status.st_size, limit))


def too_large(size: int, limit: int) -> str:
    """Say that a file is."""
    return (
        f"est trop gros ({size} octets au moins, pour {limit} octets au plus) ; "
        "découpez-le en plusieurs fichiers."
    )


def _cause(error: OSError) -> str:
    unknown = f"n'a pas pu être lu (erreur {error.errno} du système) ; vérifiez le disque et réessayez."
    return _CAUSES.get(error.errno or 0, unknown)
