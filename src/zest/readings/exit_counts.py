"""How many exits (*sorties*) there are of each class, and never a rate without its denominator."""

import attrs

from zest.law import LawOnDay
from zest.model.dossier import Dossier
from zest.model.outcome import ActivityResult, Outcome, OutcomeClass
from zest.model.period import Period
from zest.readings.exits import classify, counts

DYNAMIC = (OutcomeClass.DURABLE, OutcomeClass.TRANSITION, OutcomeClass.POSITIVE)
"""The three classes that make the *dynamic* exits (*sorties dynamiques*)."""


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

    Raises:
        NotInForceError: what makes one of them count had no value that day.
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
