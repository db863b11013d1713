"""What a measure or a rule of rows is told besides the rows."""

import datetime as dt
import enum

import attrs

from zest.model.commitment import Clock, OpeningSlot


class Asked(enum.StrEnum):
    """What a measure must be told besides the rows."""

    THRESHOLD = "threshold"
    CLOCK = "clock"
    KINDS = "kinds"
    JOBS = "jobs"
    OFFERS = "offers"
    STRUCTURES = "structures"


@attrs.frozen(kw_only=True)
class FigureOfDay:
    """A figure of law as it is on the day of a measure.

    Attributes:
        key: of the figure.
        value: its number.
        since: the first day of that number.
    """

    key: str
    value: float
    since: dt.date


@attrs.frozen(kw_only=True)
class Lifting:
    """Days on which the hours cap of an AI is lifted; no two of one AI and one place touch.

    Attributes:
        structure: key of the AI.
        department: of which clients; ``None``: of those whose département is not told.
        start: first day.
        end: last day, included.
    """

    structure: str
    department: str | None
    start: dt.date
    end: dt.date


@attrs.frozen(kw_only=True)
class Terms:
    """What a measure is told besides the rows. Frozen and comparable: equal terms are measured once.

    Attributes:
        as_of: the day of the measure; what comes after it is not due yet.
        threshold: bound of one case, in the unit of the measure; ``None`` when the promise states none.
        clock: how a delay in hours is counted.
        opening: opening hours, for business hours; ``None`` when not stated.
        kinds: kind of each structure, as pairs of its key and its acronym.
        structures: keys of the structures; empty when nobody told.
        jobs: keys of the jobs that the offers' sectors know; empty when nobody told.
        offers: keys of the offers that rows may be of; empty when nobody told. Rows that name none are of the only
            one, and of nobody's when there are several.
        figures: figures of law in force on ``as_of``.
        liftings: derogations to the hours cap of an AI.
    """

    as_of: dt.date
    threshold: float | None = None
    clock: Clock | None = None
    opening: tuple[OpeningSlot, ...] | None = None
    kinds: tuple[tuple[str, str], ...] = ()
    structures: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    figures: tuple[FigureOfDay, ...] = ()
    liftings: tuple[Lifting, ...] = ()

    @property
    def known(self) -> list[str]:
        """Keys of the structures whose kind is told."""
        return [key for key, _ in self.kinds]

    def of_kind(self, *kinds: str) -> list[str]:
        """Return the keys of the structures of those kinds."""
        return [key for key, kind in self.kinds if kind in kinds]

    def figure(self, key: str) -> FigureOfDay:
        """Return a figure of law on the day of the measure; the measure is not asked when it had none."""
        return next(figure for figure in self.figures if figure.key == key)
