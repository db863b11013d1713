"""The logo of a structure: a file of the dossier, looked at before anything opens it."""

import struct
from pathlib import Path

from zest.documents.document import Data
from zest.documents.errors import Unfit
from zest.documents.inventory import Copy

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 4_000
"""Width and height that a logo may have, in pixels."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = 24


def with_logo(data: Data, copy: Copy) -> Data:
    """Return the data of a document with the place of its structure's logo, if it has one.

    Raises:
        Unfit: the logo is no PNG of the dossier's folder, or is too large.
    """
    structure = copy.subject.structure
    if structure is None or not structure.logo:
        return data
    dossier = copy.subject.dossier
    rank = next(n for n, one in enumerate(dossier.structures) if one is structure)
    home = Path(dossier.sources.place(("structures", rank)).file or ".").parent.resolve()
    file = (home / structure.logo).resolve()
    if not file.is_relative_to(home) or not file.is_file():
        raise Unfit("structure.logo", "n'est pas un fichier du répertoire du dossier")
    if words := _fault(file):
        raise Unfit("structure.logo", words)
    return data | {"structure": data["structure"] | {"logo_file": str(file)}}


def _fault(file: Path) -> str:
    """Say what is wrong with an image; empty when nothing is."""
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    if len(head) < _HEAD or not head.startswith(_SIGNATURE):
        return "n'est pas une image PNG"
    width, height = struct.unpack(">II", head[16:24])
    if max(width, height) > MOST_PIXELS or file.stat().st_size > MOST_BYTES:
        return f"est trop grand : {MOST_PIXELS} pixels de côté et 2 Mo au plus"
    return ""
