"""How a need moves from one edition to the next, and where it cannot be followed."""

import enum

import attrs

from zest.opportunities.survey import SHARED, Bounds, Need, nomenclature


class Move(enum.StrEnum):
    """Where a number of projects goes."""

    UP = "up"
    DOWN = "down"
    UNTOLD = "untold"


@attrs.frozen(kw_only=True)
class Point:
    """One edition of one job.

    Attributes:
        year: of the edition.
        projects: hiring projects.
        difficult: those judged difficult.
    """

    year: int
    projects: Bounds
    difficult: Bounds


@attrs.frozen(kw_only=True)
class Trend:
    """A need over the editions at hand.

    Attributes:
        points: oldest first, only those that can be compared with the last.
        move: from the first point to the last; ``untold`` when their bounds overlap, or with one point only.
        broken_at: year of the break that the job could not be followed over; ``None`` when none was met.
    """

    points: tuple[Point, ...]
    move: Move = Move.UNTOLD
    broken_at: int | None = None


def followed(code: str, year: int, other: int) -> bool:
    """Whether a code means the same job in two editions: within one nomenclature, or when it stands in both."""
    return nomenclature(year) is nomenclature(other) or code in SHARED


def point(year: int, need: Need) -> Point:
    """Return what one edition tells."""
    return Point(year=year, projects=need.projects, difficult=need.difficult)


def trend(points: tuple[Point, ...], broken_at: int | None = None) -> Trend:
    """Say where the need goes between the first point and the last."""
    if len(points) < 2:
        return Trend(points=points, broken_at=broken_at)
    first, last = points[0].projects, points[-1].projects
    move = Move.UP if last.low > first.high else Move.DOWN if last.high < first.low else Move.UNTOLD
    return Trend(points=points, move=move, broken_at=broken_at)
