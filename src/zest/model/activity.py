"""What was done: orders, missions, follow-ups, exits, and results known only as totals.

An employee is a pseudonymous reference and nothing else: no name, no birth, no eligibility criterion.
"""

import datetime as dt
import enum

import attrs

from zest.model.period import Period


@attrs.frozen(kw_only=True)
class Order:
    """A client's request (*prise de commande*).

    Attributes:
        key: reference.
        offer: key of the offer.
        structure: key of the structure that takes it.
        client: key of the client.
        job: key of the sector's job.
        received_at: when the client asked.
        handled_at: when the structure answered; *handled* is not *someone on the spot*.
        start: first day wanted.
        end: last day wanted, included.
        people: number of workers asked for.
    """

    key: str
    offer: str = ""
    structure: str = ""
    client: str = ""
    job: str = ""
    received_at: dt.datetime | None = None
    handled_at: dt.datetime | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    people: int | None = None


@attrs.frozen(kw_only=True)
class Permit:
    """A permit or certificate that a worker holds (*habilitation, CACES, carte BTP*…).

    Attributes:
        key: key of the permit in the sector.
        obtained_on: first day.
        valid_to: last day, included.
    """

    key: str
    obtained_on: dt.date | None = None
    valid_to: dt.date | None = None

    @property
    def period(self) -> Period:
        """The days on which it holds."""
        return Period(start=self.obtained_on, end=self.valid_to)


@attrs.frozen(kw_only=True)
class Mission:
    """One employee lent to one client (*mise à disposition*).

    Attributes:
        key: reference.
        structure: key of the lender.
        client: key of the client.
        offer: key of the offer.
        order: key of the order.
        employee: pseudonymous reference.
        job: key of the sector's job.
        tasks: keys of the sector's tasks; ``None`` when not told.
        permits: what the worker holds; ``None`` when not told.
        start: first day.
        end: last day, included.
        hours: hours lent, 0 or more.
        bridge: whether it runs under a *contrat passerelle*.
    """

    key: str
    structure: str
    client: str = ""
    offer: str = ""
    order: str = ""
    employee: str = ""
    job: str = ""
    tasks: tuple[str, ...] | None = None
    permits: tuple[Permit, ...] | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    hours: float | None = None
    bridge: bool = False

    @property
    def law_day(self) -> dt.date | None:
        """A mission is judged by the law of its first day."""
        return self.start

    @property
    def period(self) -> Period:
        """First to last day."""
        return Period(start=self.start, end=self.end)


@attrs.frozen(kw_only=True)
class FollowUp:
    """A planned follow-up of a mission (*suivi*).

    Attributes:
        mission: key of the mission.
        planned_on: the day it was planned for.
        done_on: the day it was done.
    """

    mission: str
    planned_on: dt.date | None = None
    done_on: dt.date | None = None


class OutcomeClass(enum.StrEnum):
    """Official classes of exits (*sorties*). « Positive » is the third class, never the whole."""

    DURABLE = "durable"
    TRANSITION = "transition"
    POSITIVE = "positive"
    OTHER = "other"
    WITHDRAWN = "withdrawn"


@attrs.frozen(kw_only=True)
class Outcome:
    """How one employee left (*sortie*).

    Attributes:
        employee: pseudonymous reference.
        structure: key of the structure.
        left_on: the day.
        outcome: official class.
    """

    employee: str
    structure: str
    left_on: dt.date | None = None
    outcome: OutcomeClass | None = None


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
        note: French words.
    """

    offer: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    hours: float | None = None
    durable: int | None = None
    transition: int | None = None
    positive: int | None = None
    exits: int | None = None
    note: str = ""
