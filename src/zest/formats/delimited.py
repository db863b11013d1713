"""CSV (RFC 4180, UTF-8): one finding a line. No cell can be taken for a formula by a spreadsheet."""

import csv
import io
from collections.abc import Callable, Mapping
from types import MappingProxyType

from zest.console.cells import harmless
from zest.console.words import GROUNDS, SEVERITIES
from zest.findings import Finding
from zest.formats.told import Told

COLUMNS: Mapping[str, Callable[[Finding], str | int]] = MappingProxyType({
    "code": lambda f: f.code,
    "nom": lambda f: f.name,
    "gravite": lambda f: SEVERITIES[f.severity][1],
    "domaine": lambda f: GROUNDS[f.ground],
    "constat": lambda f: f.message,
    "objet": lambda f: " › ".join(f.subject),
    "fichier": lambda f: f.place.file,
    "feuille": lambda f: f.place.sheet,
    "ligne": lambda f: f.place.line or "",
    "colonne": lambda f: f.place.column or "",
    "remede": lambda f: f.remedy,
    "texte": lambda f: f.source,
    "lu_le": lambda f: f.read_on.isoformat() if f.read_on else "",
    "non_dit": lambda f: "oui" if f.unknown else "non",
    "derogation": lambda f: f.waiver or "",
    "empreinte": lambda f: f.fingerprint,
})  # fmt: skip
"""Headers, with what stands below each."""


def render(told: Told) -> str:
    """Return the findings as a table; the header alone when there is none."""
    kept = io.StringIO()
    lines = csv.writer(kept, lineterminator="\n")
    lines.writerow(COLUMNS)
    lines.writerows([harmless(cell(one)) for cell in COLUMNS.values()] for one in told.findings)
    return kept.getvalue()
