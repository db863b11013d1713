"""Where a collective works: départements and regions, those of before 2016 included."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from zest.model.identifiers import DepartmentCode, RegionCode

REGIONS: Mapping[str, str] = MappingProxyType({
    "01": "Guadeloupe", "02": "Martinique", "03": "Guyane", "04": "La Réunion", "06": "Mayotte",
    "11": "Île-de-France", "24": "Centre-Val de Loire", "27": "Bourgogne-Franche-Comté", "28": "Normandie",
    "32": "Hauts-de-France", "44": "Grand Est", "52": "Pays de la Loire", "53": "Bretagne",
    "75": "Nouvelle-Aquitaine", "76": "Occitanie", "84": "Auvergne-Rhône-Alpes",
    "93": "Provence-Alpes-Côte d'Azur", "94": "Corse",
})  # fmt: skip
"""Regions since 2016-01-01. Source: INSEE, code officiel géographique."""

HISTORIC_REGIONS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType({
    "25": ("Basse-Normandie", ("14", "50", "61")),
    "43": ("Franche-Comté", ("25", "39", "70", "90")),
    "73": ("Midi-Pyrénées", ("09", "12", "31", "32", "46", "65", "81", "82")),
})  # fmt: skip
"""Regions that ended on 2015-12-31 and that ZEST collectives were named after: name and départements.

The names are verified; the codes and the lists of départements are recalled, so no rule blocks on them.
"""


@attrs.frozen(kw_only=True)
class Territory:
    """Where an offer is sold or a convention holds (*territoire*).

    Attributes:
        name: as people say it; « Basse-Normandie ».
        region: INSEE code, historic ones allowed.
        departments: codes; ``None`` when not told.
        communes: INSEE codes, when the territory is finer than départements.
    """

    name: str
    region: RegionCode | None = None
    departments: tuple[DepartmentCode, ...] | None = None
    communes: tuple[str, ...] = ()
