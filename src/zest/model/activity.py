"""What was done: orders, missions, follow-ups.

An employee is a pseudonymous reference and nothing else: no name, no birth, no eligibility criterion.
"""

import datetime as dt

import attrs

from zest.model.contract import LendingContract, Payer, WorkContract
from zest.model.identifiers import Idcc
from zest.model.period import Period
from zest.model.work import MedicalJob, Permit, Recourse, WorkPattern


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
        precise_task: French words for the precise and temporary task (firms served by an AI).
        approved: whether Pôle emploi had approved the employee (*agrément*), as an AI needed until December 2020.
        post: the client's own reference of the post, so that two missions on one post are seen.
        lending_contract: the contract with the client; ``None`` when not told.
        work_contract: the contract with the employee; ``None`` when not told.
        declared_at: when the hire was declared (*DPAE*).
        starts_at: day and hour of the hire, where the hour is known.
        renewals: how many times the mission was renewed.
        planned_end: the last day first agreed, when the end was shifted.
        early_end_by_employee: whether the employee ended it or refused its renewal.
        abroad: whether it is performed abroad.
        medical_visit_on: the day of the information and prevention visit.
        aptitude_exam_on: the day of the aptitude exam, for risky posts.
        protection_paid_by: who pays the protective equipment.
        pass_start: first day of the employee's PASS IAE.
        pass_end: its last day, included, suspensions and extensions counted.
        pass_suspended: whether the PASS was suspended on the mission's days.
        pass_extended: whether suspensions or extensions, whatever their reason, moved the last day of the PASS.
        urgent_safety: whether it is urgent safety work by an already qualified worker.
        client_replaces_strikers: whether it replaces employees on strike; ``None`` when not asked.
        redundancies: whether the client made economic redundancies in the six months before; ``None`` when not asked.
        same_post: whether these hit the same post, an equivalent one or the same qualification.
        listed_agents: whether the worker is exposed to the agents of the list of dangerous works.
        authorised_agents: whether the labour administration authorised that exposure.
        medical_job: whether the post is a medical one, and which.
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
    precise_task: str = ""
    approved: bool | None = None
    post: str = ""
    lending_contract: LendingContract | None = None
    work_contract: WorkContract | None = None
    declared_at: dt.datetime | None = None
    starts_at: dt.datetime | None = None
    renewals: int | None = None
    planned_end: dt.date | None = None
    early_end_by_employee: bool | None = None
    abroad: bool | None = None
    medical_visit_on: dt.date | None = None
    aptitude_exam_on: dt.date | None = None
    protection_paid_by: Payer | None = None
    pass_start: dt.date | None = None
    pass_end: dt.date | None = None
    pass_suspended: bool | None = None
    pass_extended: bool | None = None
    urgent_safety: bool | None = None
    client_replaces_strikers: bool | None = None
    redundancies: bool | None = None
    same_post: bool | None = None
    listed_agents: bool | None = None
    authorised_agents: bool | None = None
    medical_job: MedicalJob | None = None

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
