"""What the BMO survey tells of a job: numbers that may be masked, so each is a pair of bounds.

Source: national files of 2023, 2024 and 2025. The smallest published number is 5 in each of them, for each measure, so
that a masked cell (``*``) is taken for 0 to 4: that is inferred, the publisher does not write it.
"""

import enum

import attrs

MASKED_MOST = 4
"""The most that a masked cell can hold."""

BREAK = 2024
"""First edition in FAP-2021; those before are in FAP-2009."""

SHARED = frozenset({"G0A40", "G0A41", "G0A43", "G0B40", "G0B41", "T2A60", "T2B60"})
"""Codes that stand on both sides of the break: the only ones that are followed over it."""


class Nomenclature(enum.StrEnum):
    """What the codes of an edition are taken from."""

    FAP_2009 = "FAP-2009"
    FAP_2021 = "FAP-2021"


def nomenclature(year: int) -> Nomenclature:
    """Return the nomenclature of an edition."""
    return Nomenclature.FAP_2009 if year < BREAK else Nomenclature.FAP_2021


@attrs.frozen(order=False)
class Bounds:
    """A number of projects that is known between two bounds, both included.

    Attributes:
        low: the least: what is published, a masked cell counted for nothing.
        high: the most: what is published, and the most that each masked cell can hold.
    """

    low: int = 0
    high: int = 0

    def __add__(self, other: "Bounds") -> "Bounds":
        return Bounds(self.low + other.low, self.high + other.high)

    @property
    def exact(self) -> bool:
        """Whether nothing behind it is masked."""
        return self.low == self.high


@attrs.frozen(order=False)
class Share:
    """A share known between two bounds, 0–1.

    Attributes:
        low: the least.
        high: the most.
    """

    low: float = 0.0
    high: float = 1.0

    @property
    def middle(self) -> float:
        """Half-way between the bounds."""
        return (self.low + self.high) / 2


@attrs.frozen(kw_only=True)
class Need:
    """What one edition tells of one job, or of several together, on one territory.

    Attributes:
        projects: hiring projects (*projets de recrutement*).
        difficult: those that employers judge difficult.
        seasonal: those of a season.
        cells: rows of the survey behind it.
        masked: rows of which even the number of projects is masked.
    """

    projects: Bounds = Bounds()
    difficult: Bounds = Bounds()
    seasonal: Bounds = Bounds()
    cells: int = 0
    masked: int = 0

    def __add__(self, other: "Need") -> "Need":
        return Need(
            projects=self.projects + other.projects,
            difficult=self.difficult + other.difficult,
            seasonal=self.seasonal + other.seasonal,
            cells=self.cells + other.cells,
            masked=self.masked + other.masked,
        )

    @property
    def difficult_share(self) -> Share:
        """Share of the projects that are judged difficult."""
        return _share(self.difficult, self.projects)

    @property
    def seasonal_share(self) -> Share:
        """Share of the projects that are of a season."""
        return _share(self.seasonal, self.projects)


def _share(part: Bounds, whole: Bounds) -> Share:
    """Return the tightest bounds of a share.

    A row whose projects are masked adds as much to both upper bounds, which only brings the share nearer to 1.
    """
    if not whole.high:
        return Share()
    return Share(part.low / whole.high, min(1.0, part.high / whole.high))
