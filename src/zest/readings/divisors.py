"""How many hours make one full-time equivalent: for a structure, for a total.

Source: the divisor is an attribute of each financial annex, of which the State's dashboards count those VALIDE,
PROVISOIRE or CLOTURE (read on 22 August 2026); the figures of the 2014 reform are defaults.
"""

from collections.abc import Mapping
from types import MappingProxyType

from zest.law import LawOnDay
from zest.model.convention import COUNTED_STATES
from zest.model.dossier import Dossier
from zest.model.outcome import ActivityResult
from zest.model.period import Period
from zest.model.structure import Structure
from zest.readings.full_time import Basis, Divisor

_DEFAULTS: Mapping[str, str] = MappingProxyType({
    kind: f"state.hours-per-fte-{kind.lower()}" for kind in ("AI", "ETTI", "EI", "ACI")
})  # fmt: skip


def divisor_of(structure: Structure, period: Period, law: LawOnDay) -> Divisor | None:
    """Return the divisor of a structure over a period: that of its annexes, else that of its kind in 2014.

    Returns ``None`` when its annexes of the period do not agree, or when its kind has no default that day.
    """
    told = _of_annexes(structure, period)
    if len(told) > 1:
        return None
    if told:
        return Divisor(hours=told.pop(), basis=Basis.ANNEX, kind=structure.kind)
    key = _DEFAULTS.get(structure.kind or "", "")
    if key and law.in_force(key):
        return Divisor(hours=law[key], basis=Basis.DEFAULT, kind=structure.kind)
    return None


def _of_annexes(structure: Structure, period: Period) -> set[float]:
    return {
        annex.hours_per_fte
        for _, annex in structure.annexes()
        if annex.hours_per_fte and annex.hours_per_fte > 0
        if annex.state in ("", *COUNTED_STATES) and _meet(annex.period, period)
    }


def _meet(one: Period, other: Period) -> bool:
    return (one.start is None or other.end is None or one.start <= other.end) and (
        other.start is None or one.end is None or other.start <= one.end
    )


def members_of(result: ActivityResult, dossier: Dossier) -> tuple[Structure, ...]:
    """Return the structures that a total is of: the one it names, or all that carry its offer."""
    offer = dossier.offer(result.offer)
    if result.structure:
        return tuple(s for s in dossier.structures if s.key == result.structure)
    return dossier.carriers(offer) if result.offer and offer else dossier.structures


def divisor_behind(result: ActivityResult, dossier: Dossier, law: LawOnDay) -> Divisor | None:
    """Return the divisor of a total: the declared one, else the one that all its structures share, if any."""
    if result.hours_per_fte and result.hours_per_fte > 0:
        return Divisor(hours=result.hours_per_fte, basis=Basis.DECLARED)
    each = [divisor_of(member, result.period, law) for member in members_of(result, dossier)]
    shared = {divisor and (divisor.hours, divisor.kind) for divisor in each}
    return each[0] if len(shared) == 1 else None
