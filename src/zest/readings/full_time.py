"""Full-time equivalents of insertion (*ETP*): never a number without its hours and its divisor.

Source: yearly, hours / hours of one full-time equivalent; monthly, twelve times that (the State's dashboards, read on
22 August 2026). The divisor is an attribute of each financial annex; the figures of the 2014 reform are defaults.
"""

import enum
from decimal import Decimal

import attrs

from zest.model.period import Period
from zest.model.structure import StructureKind


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
    whole = f"{number:,.2f}".rstrip("0").rstrip(".") or "0"
    return whole.replace(",", "\u202f").replace(".", ",")


def _base(divisor: Divisor) -> str:
    kind = f"{divisor.kind}, " if divisor.kind else ""
    return f"{kind}{said(divisor.hours)} heures par ETP, {divisor.basis.label}"
