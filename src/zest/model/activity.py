"""What was done: orders, missions, follow-ups, exits, and results known only as totals.

An employee is a pseudonymous reference and nothing else: no name, no birth, no eligibility criterion.
"""

import datetime as dt
import enum

import attrs

from zest.model.identifiers import Idcc
from zest.model.period import Period


class Recourse(enum.StrEnum):
    """Why a client calls on a temporary worker (*cas de recours*).

    Source: code du travail, art. L1251-6 and L1251-7, as in 2015.
    """

    REPLACEMENT = "replacement"
    INCREASE = "increase"
    SEASONAL = "seasonal"
    USAGE = "usage"
    HEAD_REPLACEMENT = "head-replacement"
    INSERTION = "insertion"

    @property
    def label(self) -> str:
        """French name."""
        return {
            "replacement": "remplacement d'un salarié", "increase": "accroissement temporaire d'activité",
            "seasonal": "emploi saisonnier", "usage": "emploi d'usage",
            "head-replacement": "remplacement d'un chef d'entreprise",
            "insertion": "recrutement de personnes rencontrant des difficultés",
        }[self.value]  # fmt: skip


class Habit(enum.StrEnum):
    """Whether something is in the usual schedule or out of it: rates differ."""

    NEVER = "never"
    USUAL = "usual"
    EXCEPTIONAL = "exceptional"


@attrs.frozen(kw_only=True)
class WorkPattern:
    """When the hours of a mission are worked, and what they are paid more for.

    Attributes:
        weekly_hours: hours a week.
        daily_hours: most hours in one day.
        slots_per_day: number of separate slots (*vacations*) in a day.
        shortest_slot: hours of the shortest slot.
        longest_gap: hours of the longest gap between two slots of a day.
        span: hours from the first start to the last end of a day (*amplitude*).
        night: whether hours fall in the trade's night.
        sunday: never, usual or exceptional.
        holidays: public holidays worked: never, usual or exceptional.
        sunday_premium: share added to the hourly pay, 0.2 for 20 %.
        holiday_premium: likewise.
        night_premium: likewise.
        meal: how the meal is given: « fourni », « indemnité », « non dû »; empty when not told.
    """

    weekly_hours: float | None = None
    daily_hours: float | None = None
    slots_per_day: int | None = None
    shortest_slot: float | None = None
    longest_gap: float | None = None
    span: float | None = None
    night: bool | None = None
    sunday: Habit | None = None
    holidays: Habit | None = None
    sunday_premium: float | None = None
    holiday_premium: float | None = None
    night_premium: float | None = None
    meal: str = ""


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
        tasks: keys of the sector's tasks; ``None`` when not told.
        precise_task: French words for the precise and temporary task (firms served by an AI).
        recourse: the legal case, for temporary work.
        strike: whether the client says that a strike is under way; ``None`` when not asked.
        redundancies: whether it made economic redundancies in the six months before; ``None`` when not asked.
        same_post: whether these hit the same post, an equivalent one or the same qualification.
        listed_agents: whether the worker is exposed to the agents of the list of dangerous works.
        risky_post: whether the post is on the client's list of posts with special risks.
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
    tasks: tuple[str, ...] | None = None
    precise_task: str = ""
    recourse: Recourse | None = None
    strike: bool | None = None
    redundancies: bool | None = None
    same_post: bool | None = None
    listed_agents: bool | None = None
    risky_post: bool | None = None

    @property
    def law_day(self) -> dt.date | None:
        """An order is judged by the law of the first day wanted."""
        return self.start


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
        minor: whether the worker is under eighteen; never a birth date.
        minor_derogation: whether the labour inspection allowed what is forbidden to minors.
        recourse: the legal case, for temporary work.
        pattern: when the hours are worked; ``None`` when not told.
        pay_agreement: collective agreement that the pay parity was computed from.
        risky_post: whether the post is on the client's list of posts with special risks.
        safety_training_on: the day of the reinforced safety training.
        welcomed_on: the day of the safety welcome at the client's.
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
    minor: bool | None = None
    minor_derogation: bool | None = None
    recourse: Recourse | None = None
    pattern: WorkPattern | None = None
    pay_agreement: Idcc | None = None
    risky_post: bool | None = None
    safety_training_on: dt.date | None = None
    welcomed_on: dt.date | None = None

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
