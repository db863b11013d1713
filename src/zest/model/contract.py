"""The two contracts of a lending: with the client, and with the employee; and what they must mention.

A person is never in them: the employee stays a pseudonymous reference, pay is a figure of the post.
"""

import datetime as dt
import enum
from types import MappingProxyType

import attrs


class LendingMention(enum.StrEnum):
    """What a contract with the client mentions (*contrat de mise à disposition*).

    Source: code du travail, art. L1251-43 and R1251-15 (temporary work), R5132-20 (AI).
    """

    REASON = "reason"
    END_DATE = "end-date"
    POST_FEATURES = "post-features"
    PROTECTION = "protection"
    PAY = "pay"
    GUARANTOR = "guarantor"
    WORKERS = "workers"
    TASKS = "tasks"
    PLACE = "place"

    @property
    def label(self) -> str:
        """French name."""
        return _LENDING[self.value]


_LENDING = MappingProxyType({
    "reason": "le motif et sa justification précise",
    "end-date": "le terme de la mission",
    "post-features": "le poste, son inscription ou non sur la liste à risques, la qualification, le lieu, l'horaire",
    "protection": "les équipements de protection et qui les fournit",
    "pay": "la rémunération d'un salarié équivalent, avec toutes ses composantes",
    "guarantor": "le nom et l'adresse du garant, avec la référence à l'article L1251-49",
    "workers": "le nom du ou des salariés",
    "tasks": "les tâches confiées",
    "place": "le lieu",
})  # fmt: skip


class WorkMention(enum.StrEnum):
    """What a mission contract with the employee mentions (*contrat de mission*).

    Source: code du travail, art. L1251-16.
    """

    COPY = "copy"
    QUALIFICATION = "qualification"
    PAY = "pay"
    TRIAL = "trial"
    REPATRIATION = "repatriation"
    PENSION = "pension"
    HIRE_ALLOWED = "hire-allowed"

    @property
    def label(self) -> str:
        """French name."""
        return _WORK[self.value]


_WORK = MappingProxyType({
    "copy": "la reprise des mentions du contrat de mise à disposition",
    "qualification": "la qualification du salarié",
    "pay": "la rémunération et l'indemnité de fin de mission",
    "trial": "la période d'essai",
    "repatriation": "la clause de rapatriement",
    "pension": "la caisse de retraite et l'organisme de prévoyance",
    "hire-allowed": "l'absence d'interdiction d'embauche par le client",
})  # fmt: skip


class ContractKind(enum.StrEnum):
    """Kind of the contract with the employee; French acronyms are never translated."""

    MISSION = "mission"
    CDDU = "CDDU"
    CDDI = "CDDI"
    CDI_INCLUSION = "CDI-inclusion"
    CDI_INTERIM = "CDI-interim"
    CDI = "CDI"
    CDD = "CDD"


@attrs.frozen(kw_only=True)
class LendingContract:
    """The contract with the client (*contrat de mise à disposition*).

    Attributes:
        written: whether there is one in writing; ``None`` when not told.
        established_on: the day it was established.
        workers: number of employees that it covers.
        mentions: what it mentions; ``None`` when not told.
        forbids_hire: whether a clause forbids the client to hire the employee.
    """

    written: bool | None = None
    established_on: dt.date | None = None
    workers: int | None = None
    mentions: tuple[LendingMention, ...] | None = None
    forbids_hire: bool | None = None


@attrs.frozen(kw_only=True)
class WorkContract:
    """The contract with the employee (*contrat de mission, CDDI, CDDU*).

    Attributes:
        kind: which.
        written: whether there is one in writing; ``None`` when not told.
        sent_on: the day it was sent to the employee.
        start: first day.
        end: last day, included.
        weekly_hours: hours a week.
        total_months: months of all contracts of that kind with the employee, renewals included.
        mentions: what it mentions; ``None`` when not told.
        senior: whether it is a *CDI inclusion* for a person of 57 or more; never a birth date.
        hourly_pay: pay of the post, in euro cents an hour.
        equivalent_pay: pay of an equivalent employee of the client after the trial period, in euro cents an hour.
        end_allowance: end-of-mission allowance, share of the gross pay.
        leave_allowance: paid-leave allowance, share of the gross pay.
        flat_hours: whether pay rests on a flat number of hours instead of the hours worked.
    """

    kind: ContractKind | None = None
    written: bool | None = None
    sent_on: dt.date | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    weekly_hours: float | None = None
    total_months: int | None = None
    mentions: tuple[WorkMention, ...] | None = None
    senior: bool | None = None
    hourly_pay: int | None = None
    equivalent_pay: int | None = None
    end_allowance: float | None = None
    leave_allowance: float | None = None
    flat_hours: bool | None = None


class Payer(enum.StrEnum):
    """Who pays."""

    CLIENT = "client"
    LENDER = "lender"
    EMPLOYEE = "employee"
