"""The missions of a dossier as the cap sees them, employee by employee."""

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.readings.hours_cap.counting import ais, clients, counts
from zest.readings.hours_cap.windows import Bounds, Lending, highest


@attrs.frozen(kw_only=True)
class History:
    """All lendings of one employee, by one AI or by those of the collective.

    Attributes:
        lendings: those that have a first day.
        afloat: hours of those that have none, as many as there may be.
    """

    lendings: tuple[Lending, ...]
    afloat: float = 0


def by_employee(dossier: Dossier) -> dict[str, list[Mission]]:
    """Return the missions that an AI lends an employee for, by employee; whom the dossier does not name is left out."""
    made: dict[str, list[Mission]] = {}
    members = ais(dossier)
    for mission in dossier.missions:
        if mission.employee and mission.structure in members:
            made.setdefault(mission.employee, []).append(mission)
    return made


def history(missions: Iterable[Mission], dossier: Dossier, as_of: dt.date) -> History:
    """Return the history that missions make.

    A mission without its last day may last until the day of the check. One without its first may have been the first
    of all, and so move every window: then no hour is sure.
    """
    told = list(missions)
    undated = [mission for mission in told if mission.start is None]
    lendings = tuple(_lendings(told, dossier, as_of))
    if undated:
        lendings = tuple(attrs.evolve(one, hours=Bounds(0, one.hours.most)) for one in lendings)
    return History(
        lendings=lendings, afloat=sum(_hours(mission, float("inf"), dossier).most for mission in undated)
    )


def _lendings(missions: Iterable[Mission], dossier: Dossier, as_of: dt.date) -> Iterator[Lending]:
    for mission in missions:
        if mission.start is not None:
            last = max(mission.start, mission.end or as_of)
            room = highest(mission.start, last)
            yield Lending(
                mission=mission, first=mission.start, last=last, hours=_hours(mission, room, dossier)
            )


def _hours(mission: Mission, room: float, dossier: Dossier) -> Bounds:
    counted = counts(clients(dossier).get(mission.client))
    if counted is False:
        return Bounds()
    # A number that no mission can have is reported elsewhere: here it tells nothing.
    told = mission.hours is not None and 0 <= mission.hours < float("inf")
    most = mission.hours if mission.hours is not None and told else room
    return Bounds(most if told and counted else 0, most)
