"""A file of Word or PowerPoint, looked at before any library opens it: bounded in time and memory.

Nothing is repaired: what is not known to be harmless is refused, with its part. Sources: ECMA-376 for parts, relations
and fields; the attacks are those of Word documents in the wild (remote template, DDE, linked picture, altChunk).
"""

import io
import stat
import zipfile
from pathlib import Path

from zest.documents.ooxml.contents import look_at
from zest.documents.ooxml.errors import UnsafeFile

MOST_FILE = 20 * 1024 * 1024
"""Bytes of a file."""
MOST_PART = 24 * 1024 * 1024
"""Bytes of a part, once inflated."""
MOST_ALL = 64 * 1024 * 1024
"""Bytes of all parts, once inflated."""
MOST_PARTS = 2_000
MOST_RATIO = 200
"""How many times larger than in the file a part may be; small parts are not asked."""
_SMALL = 256 * 1024
_CHUNK = 256 * 1024


def read_file(file: Path) -> bytes:
    """Return the bytes of a file that is one, and not too large.

    Raises:
        UnsafeFile: it is a link, a folder or a device, or too large.
        OSError: the system does not let it be read.
    """
    kind = file.lstat()
    if not stat.S_ISREG(kind.st_mode):
        raise UnsafeFile("", "ce n'est pas un fichier ordinaire (un lien n'est pas suivi)")
    if kind.st_size > MOST_FILE:
        raise UnsafeFile("", f"le fichier a plus de {MOST_FILE // 1024 // 1024} Mo")
    with file.open("rb") as opened:
        return opened.read(MOST_FILE + 1)[:MOST_FILE]


def guarded(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package that holds nothing that runs, fetches or never ends.

    Raises:
        UnsafeFile: it does, or is no package.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = _parts(package)
    except UnsafeFile:
        raise
    # What a damaged archive makes zipfile and zlib raise is not one family.
    except Exception:  # noqa: BLE001
        raise UnsafeFile("", "ce n'est pas un fichier Word ou PowerPoint lisible") from None
    if "[Content_Types].xml" not in parts or "_rels/.rels" not in parts:
        raise UnsafeFile("", "ce n'est pas un fichier Word ou PowerPoint")
    look_at(parts)
    return parts


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    entries = package.infolist()
    if len(entries) > MOST_PARTS:
        raise UnsafeFile("", f"plus de {MOST_PARTS} éléments dans l'archive")
    parts: dict[str, bytes] = {}
    left, seen = MOST_ALL, set[str]()
    for entry in entries:
        _sound(entry, seen)
        if not entry.is_dir():
            parts[entry.filename] = _inflated(package, entry, left)
            left -= len(parts[entry.filename])
    return parts


def _sound(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    """Refuse a name that leaves the package, an entry that is a link, one that is there twice, a locked one."""
    name = entry.filename
    if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        raise UnsafeFile(name, "ce nom sort de l'archive")
    if name.casefold() in seen:
        raise UnsafeFile(name, "cet élément est deux fois dans l'archive")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnsafeFile(name, "c'est un lien")
    if entry.flag_bits & 0x1:
        raise UnsafeFile(name, "cet élément est chiffré")
    seen.add(name.casefold())


def _inflated(package: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """Inflate an entry by pieces: what it announces of its size is not believed."""
    most, size, pieces = min(MOST_PART, left), 0, []
    with package.open(entry) as opened:
        while piece := opened.read(_CHUNK):
            size += len(piece)
            too_dense = size > _SMALL and size > MOST_RATIO * max(1, entry.compress_size)
            if size > most or too_dense:
                raise UnsafeFile(entry.filename, "cet élément est démesuré une fois décompressé")
            pieces.append(piece)
    return b"".join(pieces)
