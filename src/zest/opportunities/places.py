"""Where to look: départements, regions and employment basins of the survey, or the territory of a collective."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from zest.model.dossier import Dossier
from zest.model.identifiers import DepartmentCode, RegionCode
from zest.model.territory import HISTORIC_REGIONS, REGIONS, Territory
from zest.opportunities.reading import Edition

if TYPE_CHECKING:
    import polars as pl

_BASIN = re.compile(r"bassin:(\d{1,5})", re.ASCII)
_BASIN_WORD = "bassin "
_REGION = re.compile(r"region:(\w{2})", re.ASCII)


@attrs.frozen(kw_only=True)
class Area:
    """Rows of the survey to look at; all of them when every list is empty.

    Attributes:
        name: as printed.
        departments: codes of départements.
        basins: codes of employment basins, those of the edition.
        regions: codes of regions since 2016.
    """

    name: str
    departments: tuple[str, ...] = ()
    basins: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    @property
    def everywhere(self) -> bool:
        """Whether it is the whole country."""
        return not (self.departments or self.basins or self.regions)

    def of(self, edition: Edition) -> "pl.DataFrame":
        """Return the rows of an edition that lie there."""
        import polars as pl

        if self.everywhere:
            return edition.rows
        return edition.rows.filter(
            pl.col("department").is_in(self.departments)
            | pl.col("basin").is_in(self.basins)
            | pl.col("region").is_in(self.regions)
        )

    def named(self, edition: Edition) -> str:
        """Return its name, with those of its basins, which only an edition tells."""
        if not self.basins:
            return self.name
        pairs = edition.rows.select("basin", "basin_label").unique("basin", keep="first")
        known = {code: name for code, name in pairs.iter_rows() if name}
        return " et ".join(_basin(part, known) for part in self.name.split(" et "))

    def absent(self, edition: Edition) -> tuple[str, ...]:
        """Return what an edition has no row of, as it was asked for; basins appear and vanish from year to year."""
        rows = edition.rows
        asked = (
            ("department", self.departments, ""),
            ("basin", self.basins, "bassin:"),
            ("region", self.regions, "region:"),
        )
        return tuple(
            f"{prefix}{code}" for column, codes, prefix in asked if codes
            for code in codes if code not in set(rows[column].unique())
        )  # fmt: skip


def area_of_words(words: str) -> Area:
    """Read a territory as typed: ``14,50,61``, ``bassin:2817``, ``region:28``.

    Raises:
        ValueError: with a French sentence.
    """
    found: dict[str, list[str]] = {"departments": [], "basins": [], "regions": []}
    for word in filter(None, (part.strip() for part in words.split(","))):
        if basin := _BASIN.fullmatch(word):
            found["basins"].append(str(int(basin[1])))
        elif region := _REGION.fullmatch(word):
            _add_region(RegionCode(region[1]), found)
        else:
            found["departments"].append(DepartmentCode(word.upper() if word[0].isdigit() else word))
    if not any(found.values()):
        raise ValueError(
            "le territoire est vide ; donnez des départements (14,50,61) ou un bassin (bassin:2817)"
        )
    return Area(name=_named(found), **{name: tuple(dict.fromkeys(codes)) for name, codes in found.items()})


def _basin(words: str, known: Mapping[str, str]) -> str:
    code = words.removeprefix(_BASIN_WORD)
    return f"{_BASIN_WORD}{known[code]} ({code})" if code != words and code in known else words


def _add_region(code: RegionCode, found: dict[str, list[str]]) -> None:
    if code in REGIONS:
        found["regions"].append(code)
        return
    if code not in HISTORIC_REGIONS:
        raise ValueError(f"la région « {code} » d'avant 2016 n'est pas connue ; donnez ses départements")
    found["departments"] += HISTORIC_REGIONS[code][1]


def _named(found: dict[str, list[str]]) -> str:
    """Say what was asked for; names of basins are only in the file."""
    departments = found["departments"]
    word = "départements" if len(departments) > 1 else "département"
    told = [f"{word} {', '.join(departments)}"] if departments else []
    told += [REGIONS[code] for code in found["regions"]]
    told += [f"{_BASIN_WORD}{code}" for code in found["basins"]]
    return " et ".join(told)


def area_of_dossier(dossier: Dossier) -> Area | None:
    """Return the territory of a collective, else that of its offers, else the départements of its structures."""
    told = [
        dossier.collective.territory if dossier.collective else None,
        *(o.territory for o in dossier.offers),
    ]
    for territory in filter(None, told):
        if found := _of_territory(territory):
            return found
    seats = tuple(sorted({s.department for s in dossier.structures if s.department}))
    return Area(name=f"départements {', '.join(seats)}", departments=seats) if seats else None


def _of_territory(territory: Territory) -> Area | None:
    if territory.departments:
        return Area(name=territory.name, departments=tuple(territory.departments))
    code = territory.region or ""
    if code in HISTORIC_REGIONS:
        return Area(name=territory.name, departments=HISTORIC_REGIONS[code][1])
    return Area(name=territory.name, regions=(code,)) if code in REGIONS else None
