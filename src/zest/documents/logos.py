"""The logo of a structure, on the documents that print one."""

from pathlib import Path

from zest.documents.document import Data
from zest.documents.errors import Unfit
from zest.documents.inventory import Copy
from zest.documents.origins import rank_of
from zest.io.logos import logo_fault


def with_logo(data: Data, copy: Copy) -> Data:
    """Return the data of a document with the place of its structure's logo, if it prints one and there is one.

    Raises:
        Unfit: the logo is no PNG of the dossier's folder, or is too large.
    """
    structure = copy.subject.structure
    if not copy.document.logo or structure is None or not structure.logo:
        return data
    dossier = copy.subject.dossier
    place = dossier.sources.place(("structures", rank_of(dossier.structures, structure)))
    home = Path(place.file or ".").parent.resolve()
    if words := logo_fault(home, structure.logo):
        raise Unfit("structure.logo", words)
    return data | {"structure": data["structure"] | {"logo_file": str(home / structure.logo)}}
