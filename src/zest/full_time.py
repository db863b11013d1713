"""Full-time equivalents of insertion (*ETP*): never a number without its hours and its divisor.

Source: yearly, hours / hours of one full-time equivalent; monthly, twelve times that (the State's dashboards, read on
22 August 2026). The divisor is an attribute of each financial annex; the figures of the 2014 reform are defaults.
"""

import enum
from collections.abc import Mapping
from decimal import Decimal

import attrs

from zest.law import LawOnDay
from zest.model.convention import COUNTED_STATES
from zest.model.dossier import Dossier
from zest.model.outcome import ActivityResult
from zest.model.period import Period
from zest.model.structure import Structure, StructureKind

_DEFAULTS: Mapping[str, str] = {
    kind: f"state.hours-per-fte-{kind.lower()}" for kind in ("AI", "ETTI", "EI", "ACI")
}


class Basis(enum.StrEnum):
    """Where a divisor comes from."""

    DECLARED = "declared"
    ANNEX = "annex"
    DEFAULT = "default"

    @property
    def label(self) -> str:
        """French words."""
        return {
            "declared": "diviseur déclaré",
            "annex": "annexe financière",
            "default": "valeur de 2014, à défaut d'annexe",
        }[self.value]


@attrs.frozen(kw_only=True)
class Divisor:
    """What one full-time equivalent is made of.

    Attributes:
        hours: hours of one full-time equivalent over a year, more than 0.
        basis: where that number comes from.
        kind: of the structure; the hours counted are not the same from one kind to another.
    """

    hours: float
    basis: Basis
    kind: StructureKind | None = None


@attrs.frozen(kw_only=True)
class FullTime:
    """Full-time equivalents, with what they were computed from.

    Attributes:
        hours: hours counted.
        years: full-time equivalents over a year.
        divisors: what the hours were divided by, each once.
    """

    hours: float
    years: float
    divisors: tuple[Divisor, ...]

    @property
    def months(self) -> float:
        """Full-time equivalents over one month."""
        return self.years * 12

    @property
    def mixed(self) -> bool:
        """Whether kinds or divisors differ inside the sum: such a total has no basis of its own."""
        return len({(divisor.hours, divisor.kind) for divisor in self.divisors}) > 1

    @property
    def words(self) -> str:
        """French words: the number, its hours, each divisor; a sum of different bases says so."""
        bases = " et ".join(_base(divisor) for divisor in self.divisors)
        mixed = ", bases différentes" if self.mixed else ""
        return f"{said(self.years)} ETP ({said(self.hours)} heures ; {bases}{mixed})"

    def __add__(self, other: "FullTime") -> "FullTime":
        return FullTime(
            hours=self.hours + other.hours,
            years=self.years + other.years,
            divisors=tuple(dict.fromkeys((*self.divisors, *other.divisors))),
        )


def full_time(hours: float, divisor: Divisor) -> FullTime:
    """Return the full-time equivalents of some hours."""
    return FullTime(hours=hours, years=hours / divisor.hours, divisors=(divisor,))


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


def pro_rata(made: FullTime, period: Period) -> float | None:
    """Return the mean workforce over a period: the same hours as a share of its days; ``None`` without both ends.

    A year has 365 days here: a leap day is far below what such numbers are rounded to.
    """
    if period.start is None or period.end is None or period.end < period.start:
        return None
    return made.years * 365 / ((period.end - period.start).days + 1)


def rounds_to(value: float, declared: float) -> bool:
    """Whether a declared number is a value rounded or cut: less than one unit of its last digit away."""
    exponent = Decimal(str(declared)).normalize().as_tuple().exponent
    # What a machine divided may differ from our own division in the last of its sixteen digits.
    digits = min(-exponent, 6) if isinstance(exponent, int) and exponent < 0 else 0
    return abs(value - declared) < 10.0**-digits


def said(number: float) -> str:
    """Return a number in French, two decimals at most."""
    whole = f"{number:.2f}".rstrip("0").rstrip(".") or "0"
    return whole.replace(".", ",")


def _base(divisor: Divisor) -> str:
    kind = f"{divisor.kind}, " if divisor.kind else ""
    return f"{kind}{said(divisor.hours)} heures par ETP, {divisor.basis.label}"
