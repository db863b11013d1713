"""Hours lent, by sector and structure, and the full-time equivalents that they make."""

from collections.abc import Iterator, Mapping

import attrs

from zest.law import Law, LawOnDay
from zest.model.dossier import Dossier
from zest.model.outcome import ActivityResult
from zest.model.period import Period
from zest.model.profile import SectorProfile
from zest.readings.divisors import divisor_behind, divisor_of, members_of
from zest.readings.full_time import FullTime, full_time


@attrs.frozen(kw_only=True)
class Lent:
    """Hours lent by one structure in one sector, as the missions of the dossier tell them.

    Attributes:
        sector: slug; empty when no offer tells it.
        label: French name of the sector, or its slug.
        structure: key.
        name: of the structure.
        missions: number of missions behind.
        hours: hours lent; missions that tell none count for none.
        untold: number of missions that tell no hours.
        full_time: what they make over a year; ``None`` when no divisor is known.
    """

    sector: str
    label: str
    structure: str
    name: str
    missions: int
    hours: float
    untold: int = 0
    full_time: FullTime | None = None


@attrs.frozen(kw_only=True)
class Declared:
    """A total that the dossier declares over a period.

    Attributes:
        sector: slug; empty when the total is of every offer.
        label: French name of the sector, or words that say « all ».
        who: name of the structure; empty for the collective.
        period: days, both included.
        hours: hours lent.
        full_time: what they make over a year; ``None`` when no divisor is known.
        no_full_time: French sentence that says why there is none; empty when there is.
        note: French words of the dossier.
    """

    sector: str
    label: str
    who: str
    period: Period
    hours: float
    full_time: FullTime | None
    no_full_time: str = ""
    note: str = ""


def lent(dossier: Dossier, law: Law, sectors: Mapping[str, SectorProfile]) -> tuple[Lent, ...]:
    """Return the hours that missions tell, the largest first within a sector."""
    keys = dict.fromkeys((_sector(m.offer, dossier), m.structure) for m in dossier.missions)
    told = (_lent(sector, key, dossier, law, sectors) for sector, key in keys)
    return tuple(sorted(told, key=lambda one: (one.label, -one.hours, one.name)))


def _lent(sector: str, key: str, dossier: Dossier, law: Law, sectors: Mapping[str, SectorProfile]) -> Lent:
    held = [m for m in dossier.missions if (_sector(m.offer, dossier), m.structure) == (sector, key)]
    hours = sum(m.hours or 0 for m in held)
    days = [day for m in held for day in (m.start, m.end) if day]
    structure = dossier.structure(key)
    divisor = None
    if structure and days:
        period = Period(start=min(days), end=max(days))
        divisor = divisor_of(structure, period, law.on(max(days)))
    return Lent(
        sector=sector,
        label=label_of(sector, sectors),
        structure=key,
        name=structure.name if structure else key,
        missions=len(held),
        hours=hours,
        untold=sum(m.hours is None for m in held),
        full_time=full_time(hours, divisor) if divisor else None,
    )


def declared(
    dossier: Dossier, law: LawOnDay, sectors: Mapping[str, SectorProfile]
) -> Iterator[tuple[ActivityResult, Declared | None]]:
    """Yield each total of the dossier, with its hours when it tells some."""
    for result in dossier.results:
        yield result, None if result.hours is None else _declared(result, result.hours, dossier, law, sectors)


def _declared(
    result: ActivityResult,
    hours: float,
    dossier: Dossier,
    law: LawOnDay,
    sectors: Mapping[str, SectorProfile],
) -> Declared:
    sector = _sector(result.offer, dossier)
    divisor = divisor_behind(result, dossier, law)
    return Declared(
        sector=sector,
        label=label_of(sector, sectors),
        who=who_of(result, dossier),
        period=result.period,
        hours=hours,
        full_time=full_time(hours, divisor) if divisor else None,
        no_full_time="" if divisor else _no_divisor(result, dossier, law),
        note=result.note,
    )


def _no_divisor(result: ActivityResult, dossier: Dossier, law: LawOnDay) -> str:
    each = [divisor_of(member, result.period, law) for member in members_of(result, dossier)]
    if not each or None in each:
        return (
            "Pas d'équivalent temps plein : le dossier ne dit ni diviseur, ni la nature de chaque structure."
        )
    return (
        "Pas d'équivalent temps plein : les structures n'ont pas le même diviseur, et le total ne dit pas les "
        "heures de chacune."
    )


def who_of(result: ActivityResult, dossier: Dossier) -> str:
    """Return the name of the structure that a total is of; empty for the collective."""
    if not result.structure:
        return ""
    structure = dossier.structure(result.structure)
    return structure.name if structure else result.structure


def of_one(result: ActivityResult, dossier: Dossier) -> bool:
    """Whether a total is that of one structure alone: its counts of persons are then those of a structure."""
    return len(members_of(result, dossier)) == 1


def _sector(offer: str, dossier: Dossier) -> str:
    found = dossier.offer(offer)
    return (found.sector or "") if found else ""


def label_of(sector: str, sectors: Mapping[str, SectorProfile]) -> str:
    """Return the French name of a sector; its slug when it is not at hand."""
    return sectors[sector].label if sector in sectors else sector or "tous secteurs"
