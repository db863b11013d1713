"""The names that the columns of the BMO had, edition after edition."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from zest.tables.folding import fold

NEEDED = ("code", "label", "department", "basin", "projects", "difficult", "seasonal")
"""Columns without which a table is no edition of the BMO."""

COLUMNS = (*NEEDED, "year", "region", "basin_label")
"""Columns that are read; the others are left where they are (family, ``clpe``…)."""

_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "year": ("annee", "millesime"),
    "code": ("code_metier_bmo", "code_metier", "metier"),
    "label": ("nom_metier_bmo", "nom_metier", "nommetier", "libelle_metier"),
    "department": ("dept", "departement", "code_departement"),
    "region": ("reg", "code_region"),
    "projects": ("met",),
    "difficult": ("xmet",),
    "seasonal": ("smet",),
})  # fmt: skip
_BY_NAME = MappingProxyType({name: ours for ours, names in _NAMES.items() for name in names})
_BASIN = re.compile(r"(nom)?be_?(\d\d)")
"""Columns of basins carry the year: ``BE25``, ``NOMBE25``."""


def known_columns(header: Sequence[str]) -> tuple[Mapping[str, int], int | None]:
    """Return the rank of each known column, and the edition that the basin's name tells.

    Args:
        header: names as written.
    """
    ranks: dict[str, int] = {}
    year: int | None = None
    for rank, written in enumerate(header):
        name = fold(written)
        if found := _BASIN.fullmatch(name):
            ranks.setdefault("basin_label" if found[1] else "basin", rank)
            year = 2000 + int(found[2])
        elif name in _BY_NAME:
            ranks.setdefault(_BY_NAME[name], rank)
    return ranks, year


def missing(ranks: Mapping[str, int], year: int | None) -> tuple[str, ...]:
    """Return the needed columns that are not there; the year may be told by the basin's column."""
    gone = [name for name in NEEDED if name not in ranks]
    return tuple(gone) if year is not None or "year" in ranks else (*gone, "year")


FRENCH: Mapping[str, str] = MappingProxyType({
    "year": "annee",
    "code": "Code métier BMO",
    "label": "Nom métier BMO",
    "department": "Dept",
    "basin": "BE suivi de l'année (BE25)",
    "projects": "met",
    "difficult": "xmet",
    "seasonal": "smet",
})  # fmt: skip
"""How the last editions name what is needed, for a message."""
