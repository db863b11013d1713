"""Exits (*sorties*): their official class, whether they count, and how many there are of each.

Source: the vocabulary of the State's community page and the minimum stays of its dashboards, read on 22 August 2026.
"""

from collections.abc import Mapping

import attrs

from zest.law import LawOnDay
from zest.model.dossier import Dossier
from zest.model.outcome import ActivityResult, NextJob, Outcome, OutcomeClass
from zest.model.period import Period
from zest.model.structure import StructureKind

_CLASSES: Mapping[NextJob, OutcomeClass] = {
    NextJob.CDI: OutcomeClass.DURABLE,
    NextJob.CIVIL_SERVICE: OutcomeClass.DURABLE,
    NextJob.BUSINESS_CREATION: OutcomeClass.DURABLE,
    NextJob.AIDED_CONTRACT: OutcomeClass.TRANSITION,
    NextJob.TRAINING: OutcomeClass.POSITIVE,
    NextJob.OTHER_SIAE: OutcomeClass.POSITIVE,
    NextJob.UNEMPLOYMENT: OutcomeClass.OTHER,
    NextJob.OTHER: OutcomeClass.OTHER,
}

_DATED = frozenset({NextJob.CDD, NextJob.TEMPORARY})
"""Jobs whose class hangs on their length."""

DYNAMIC = (OutcomeClass.DURABLE, OutcomeClass.TRANSITION, OutcomeClass.POSITIVE)
"""The three classes that make the *dynamic* exits (*sorties dynamiques*)."""

_HOURS: Mapping[StructureKind, str] = {
    StructureKind.AI: "outcomes.stay-hours-min",
    StructureKind.ETTI: "outcomes.stay-hours-min",
    StructureKind.EITI: "outcomes.stay-hours-min-eiti",
}
_MONTHS = frozenset({StructureKind.ACI, StructureKind.EI})


def at_boundary(outcome: Outcome, law: LawOnDay) -> bool:
    """Whether the next job lasts six months to the day: neither more than six months nor less."""
    return outcome.next_job in _DATED and outcome.next_months == law["outcomes.durable-months"]


def classify(outcome: Outcome, law: LawOnDay) -> OutcomeClass | None:
    """Return the official class of an exit; ``None`` when the dossier does not tell what the employee left for.

    An exit withdrawn from the count stays so: that is decided, not computed. A fixed-term or temporary job of exactly
    six months is taken for durable (DGEFP's practice, recalled): see :func:`at_boundary`.
    """
    if outcome.outcome is OutcomeClass.WITHDRAWN:
        return OutcomeClass.WITHDRAWN
    if outcome.next_job not in _DATED or outcome.next_months is None:
        return _CLASSES.get(outcome.next_job) if outcome.next_job else None
    durable = outcome.next_months >= law["outcomes.durable-months"]
    return OutcomeClass.DURABLE if durable else OutcomeClass.TRANSITION


@attrs.frozen(kw_only=True)
class Stay:
    """How long an employee stayed, beside what makes an exit count.

    Attributes:
        field: attribute that tells it: ``hours`` or ``months``.
        told: the stay; ``None`` when not told.
        least: what it must reach, in the same unit.
        unit: French word.
        strict: whether it must go beyond ``least``.
    """

    field: str
    told: float | None
    least: float
    unit: str
    strict: bool = False

    @property
    def enough(self) -> bool | None:
        """Whether the exit counts; ``None`` when the stay is not told."""
        if self.told is None:
            return None
        return self.told > self.least if self.strict else self.told >= self.least


def stay_of(outcome: Outcome, kind: StructureKind | None, law: LawOnDay) -> Stay | None:
    """Return the stay that the State's figures look at for a kind; ``None`` where they set no minimum."""
    if kind in _MONTHS:
        least = law["outcomes.stay-months-min"]
        return Stay(field="months", told=outcome.months, least=least, unit="mois", strict=True)
    if kind is not None and kind in _HOURS:
        return Stay(field="hours", told=outcome.hours, least=law[_HOURS[kind]], unit="heures")
    return None


def has_left(outcome: Outcome) -> bool | None:
    """Whether the structure employs the person no more; a day of leaving says so. ``None`` when not told."""
    if outcome.still_employed is not None:
        return not outcome.still_employed
    return True if outcome.left_on is not None else None


def counts(outcome: Outcome, kind: StructureKind | None, law: LawOnDay) -> bool | None:
    """Whether a departure counts as an exit; ``None`` when the dossier does not tell.

    Withdrawn exits do not; nor does a person still employed, or one whose stay was too short.
    """
    stay = stay_of(outcome, kind, law)
    answers = (has_left(outcome), True if stay is None else stay.enough)
    if outcome.outcome is OutcomeClass.WITHDRAWN or False in answers:
        return False
    return None if None in answers or kind is None else True


@attrs.frozen(kw_only=True)
class ExitCounts:
    """Exits by class. A field left ``None`` is not known; without ``exits``, no rate can be had.

    Attributes:
        durable: exits to durable jobs, number of persons.
        transition: exits to transition jobs.
        positive: positive exits, the third class.
        other: other exits, which only the denominator counts.
        exits: all exits that count, the denominator.
        withdrawn: exits withdrawn from the count.
        uncounted: departures that are no exit: still employed, or a stay too short.
        undecided: rows of which the dossier does not tell whether they count, or in what class.
    """

    durable: int | None = None
    transition: int | None = None
    positive: int | None = None
    other: int | None = None
    exits: int | None = None
    withdrawn: int | None = None
    uncounted: int | None = None
    undecided: int = 0

    @property
    def dynamic(self) -> int | None:
        """The three first classes together (*sorties dynamiques*)."""
        told = [n for n in (self.durable, self.transition, self.positive) if n is not None]
        return sum(told) if len(told) == len(DYNAMIC) else None

    def rate(self, count: int | None) -> float | None:
        """Return a count as a share of the exits, 0–1; ``None`` with no denominator, or one too small for it."""
        if count is None or not self.exits or not 0 <= count <= self.exits:
            return None
        return count / self.exits


def exit_counts(
    dossier: Dossier, law: LawOnDay, *, structure: str = "", period: Period | None = None
) -> ExitCounts:
    """Count the exits that a dossier tells one by one.

    Args:
        dossier: the whole.
        law: figures of the day that the count is made on.
        structure: key of one structure; empty for all.
        period: days of leaving; ``None`` for all. A row without its day is undecided, in any period.

    Returns:
        Counts by class. ``exits`` is ``None`` when there is no row, or when one at least is undecided.
    """
    found = [
        _found(row, dossier, law, period) for row in dossier.outcomes if structure in ("", row.structure)
    ]
    told = [one for one in found if one != "outside"]
    tally = {str(name): told.count(name) for name in (*OutcomeClass, "uncounted", "undecided")}
    whole = bool(told) and not tally["undecided"]
    exits = sum(tally[name] for name in (*DYNAMIC, OutcomeClass.OTHER))
    return ExitCounts(exits=exits if whole else None, **tally)


def _found(row: Outcome, dossier: Dossier, law: LawOnDay, period: Period | None) -> str:
    if period is not None and row.left_on is not None and row.left_on not in period:
        return "outside"
    if row.outcome is OutcomeClass.WITHDRAWN:
        return row.outcome
    lender = dossier.structure(row.structure)
    counted = counts(row, lender.kind if lender else None, law)
    if counted is False:
        return "uncounted"
    placed = period is None or row.left_on is not None
    return (classify(row, law) or row.outcome or "undecided") if counted and placed else "undecided"


def result_counts(result: ActivityResult) -> ExitCounts:
    """Return the exits that a total tells, as they are: what it does not tell stays ``None``."""
    return ExitCounts(
        durable=result.durable,
        transition=result.transition,
        positive=result.positive,
        exits=result.exits,
        withdrawn=result.withdrawn,
    )


def positive_for_all(result: ActivityResult) -> bool:
    """Whether the positive exits of a total hold the durable and the transition ones as well.

    They do when the three together are more than all exits, and the positive ones alone are at least the two others.
    """
    two = (result.durable or 0) + (result.transition or 0)
    if not two or result.positive is None or result.exits is None:
        return False
    return two <= result.positive <= result.exits < two + result.positive


def shown(count: int | None, law: LawOnDay) -> int | None:
    """Return a count of persons that may be shown by structure; ``None`` for one so small that it points at somebody.

    Nobody shown is nobody pointed at: 0 stays. Where a total stands beside its parts, one hidden part alone can be
    computed back: hide two.
    """
    return None if count is not None and 0 < count < law["market.small-cell-min"] else count
