"""One pass over the windows of an employee: which missions pass the cap, and how far that is sure."""

import datetime as dt
import enum
import types
from collections.abc import Iterator, Mapping

import attrs

from zest.law import Law, LawOnDay
from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.readings.hours_cap.counting import ais, clients
from zest.readings.hours_cap.lendings import History
from zest.readings.hours_cap.lifting import Lift, lift
from zest.readings.hours_cap.windows import Bounds, Part, Window, windows

CAP, LENGTH = "ai.hours-cap", "ai.hours-window"
"""Keys of the two figures: hours, months."""


class Kind(enum.Enum):
    """How a mission stands to the cap.

    ``LIFTED``: above it, as a derogation allows. ``POSSIBLE``: above it if what is not told makes it so.
    ``PARTLY_LIFTED``: above it, and a derogation covers some of its days. ``BY_READING``: above it only with hours
    lent under a derogation. ``SURE``: above it.
    """

    LIFTED = "lifted"
    POSSIBLE = "possible"
    PARTLY_LIFTED = "partly-lifted"
    BY_READING = "by-reading"
    SURE = "sure"


_WEIGHTS: Mapping[Kind | None, int] = types.MappingProxyType({
    None: 0, Kind.LIFTED: 0, Kind.POSSIBLE: 1, Kind.PARTLY_LIFTED: 1, Kind.BY_READING: 2, Kind.SURE: 3,
})  # fmt: skip


@attrs.frozen(kw_only=True)
class Excess:
    """A mission to speak of: the first of its window above the cap, or the first to be so more surely.

    Attributes:
        kind: how it stands.
        window: in which window.
        total: hours of the window up to this mission, its own included.
        cap: the cap of the mission's first day, in hours.
    """

    kind: Kind
    window: Window
    total: Bounds
    cap: float


def excesses(told: History, dossier: Dossier, law: Law, as_of: dt.date) -> Iterator[tuple[Mission, Excess]]:
    """Yield the missions of one history to speak of. Each is judged by the law of its first day, if there was one."""
    days = (law.on(lending.first) for lending in told.lendings)
    lengths = {day[LENGTH] for day in days if day.in_force(LENGTH)}
    for months in sorted(lengths):
        for window in windows(told.lendings, int(months), as_of, told.afloat):
            yield from _spoken(window, months, dossier, law)


def _spoken(window: Window, months: float, dossier: Dossier, law: Law) -> Iterator[tuple[Mission, Excess]]:
    said: Kind | None = None
    lifted = 0.0
    for part in window.parts:
        day, freed = law.on(part.lending.first), _lift(part, dossier, law)
        lifted += part.hours.least if freed is Lift.WHOLE else 0
        if _judged(day, months):
            kind = _kind(part, lifted, day[CAP], freed)
            if kind and kind is not said and (kind is Kind.LIFTED or _WEIGHTS[kind] > _WEIGHTS[said]):
                said = kind
                yield part.lending.mission, Excess(kind=kind, window=window, total=part.total, cap=day[CAP])


def _judged(day: LawOnDay, months: float) -> bool:
    return day.in_force(CAP) and day.in_force(LENGTH) and day[LENGTH] == months


def _kind(part: Part, lifted: float, cap: float, freed: Lift) -> Kind | None:
    if part.total.most <= cap:
        return None
    sure = part.total.least > cap and part.hours.least > 0
    if freed is Lift.WHOLE:
        return Kind.LIFTED if sure else None
    if not sure:
        return Kind.POSSIBLE
    if freed is Lift.PARTLY:
        return Kind.PARTLY_LIFTED
    return Kind.SURE if round(part.total.least - lifted, 6) > cap else Kind.BY_READING


def _lift(part: Part, dossier: Dossier, law: Law) -> Lift:
    mission = part.lending.mission
    client = clients(dossier).get(mission.client)
    return lift(ais(dossier)[mission.structure], client, part.first, part.last, law)
