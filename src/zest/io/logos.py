"""The logo of a structure: a file of the dossier, looked at before anything opens it."""

import struct
from collections.abc import Iterator
from pathlib import Path

from zest.findings import Finding
from zest.model.dossier import Dossier
from zest.notices import NOTICES

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 4_000
"""Width and height that a logo may have, in pixels."""


_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = 24
"""Bytes that tell a PNG image and its size."""


def logo_fault(home: Path, name: str) -> str:
    """Say in French what is wrong with a logo; empty when nothing is.

    Args:
        home: the folder of the dossier.
        name: the file, as the structure tells it.
    """
    folder = home.resolve()
    file = folder / name
    try:
        if not file.resolve().is_relative_to(folder) or not file.is_file():
            return "n'est pas un fichier du répertoire du dossier"
        if file.stat().st_size > MOST_BYTES:
            return _TOO_LARGE
        with file.open("rb") as opened:
            return _fault(opened.read(_HEAD))
    except OSError:
        return "n'est pas un fichier lisible"


def _fault(head: bytes) -> str:
    """Look at the header alone, before any pixel is unpacked: those are for who draws them to read."""
    if len(head) < _HEAD or not head.startswith(_SIGNATURE):
        return _NO_PNG
    size = struct.unpack_from(">II", head, 16)
    return _TOO_LARGE if max(size) > MOST_PIXELS else _NO_PNG if 0 in size else ""


_NO_PNG = "n'est pas une image PNG"
_TOO_LARGE = f"est trop grand : {MOST_PIXELS} pixels de côté et 2 Mo au plus"


def logo_findings(dossier: Dossier, home: Path) -> Iterator[Finding]:
    """Yield what is wrong with the logos of a dossier, each told once where it is written.

    Args:
        dossier: as it was read.
        home: the folder that it was read from.
    """
    for rank, one in enumerate(dossier.structures):
        if one.logo and (words := logo_fault(home, one.logo)):
            yield NOTICES["Z008"].finding(
                f"Le logo « {one.logo} » de « {one.name} » {words}.",
                identity=("structures", one.key, "logo"),
                place=dossier.sources.place(("structures", rank, "logo")),
                subject=(one.name,),
            )
