"""How employees leave (*sorties*), and results known only as totals.

An employee is a pseudonymous reference and nothing else.
"""

import datetime as dt
import enum

import attrs

from zest.model.period import Period


class OutcomeClass(enum.StrEnum):
    """Official classes of exits (*sorties*). « Positive » is the third class, never the whole."""

    DURABLE = "durable"
    TRANSITION = "transition"
    POSITIVE = "positive"
    OTHER = "other"
    WITHDRAWN = "withdrawn"


class NextJob(enum.StrEnum):
    """What an employee left for."""

    CDI = "CDI"
    CDD = "CDD"
    TEMPORARY = "temporary"
    CIVIL_SERVICE = "civil-service"
    BUSINESS_CREATION = "business-creation"
    AIDED_CONTRACT = "aided-contract"
    TRAINING = "training"
    OTHER_SIAE = "other-siae"
    UNEMPLOYMENT = "unemployment"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class Outcome:
    """How one employee left (*sortie*).

    Attributes:
        employee: pseudonymous reference.
        structure: key of the structure.
        left_on: the day.
        outcome: official class, as declared.
        hours: hours worked in the structure, in all.
        months: months of stay, in all.
        next_job: what the employee left for; ``None`` when not told.
        next_months: length of that job, in months; ``None`` for an open-ended one or when not told.
        still_employed: whether the structure still employs the person.
    """

    employee: str
    structure: str
    left_on: dt.date | None = None
    outcome: OutcomeClass | None = None
    hours: float | None = None
    months: float | None = None
    next_job: NextJob | None = None
    next_months: float | None = None
    still_employed: bool | None = None

    @property
    def law_day(self) -> dt.date | None:
        """An exit is judged by what held on its day."""
        return self.left_on


@attrs.frozen(kw_only=True)
class ActivityResult:
    """Totals over a period, when rows are not at hand (*résultats*).

    Attributes:
        offer: key of the offer; empty for the whole collective.
        start: first day.
        end: last day, included.
        hours: hours lent.
        durable: exits to durable jobs, number of persons.
        transition: exits to transition jobs.
        positive: positive exits.
        exits: all exits observed, the denominator; ``None`` means that no rate may be computed.
        structure: key of the structure; empty for all that carry the offer.
        withdrawn: exits withdrawn from the count.
        fte: full-time equivalents, as declared.
        hours_per_fte: the divisor behind ``fte``, in hours.
        note: French words.
    """

    offer: str = ""
    structure: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    hours: float | None = None
    durable: int | None = None
    transition: int | None = None
    positive: int | None = None
    exits: int | None = None
    withdrawn: int | None = None
    fte: float | None = None
    hours_per_fte: float | None = None
    note: str = ""

    @property
    def law_day(self) -> dt.date | None:
        """Totals are judged by what held on their first day."""
        return self.start

    @property
    def period(self) -> Period:
        """The days that the totals are of, both included."""
        return Period(start=self.start, end=self.end)
