"""What an offer promises, and how a promise is measured."""

import enum
from types import MappingProxyType
from typing import Self

import attrs

from zest.model.period import Quarter


class Family(enum.StrEnum):
    """The families of service commitments (*engagements de service*) seen in the slides of 2014.

    Source: the seven of the national slide, and the three that Midi-Pyrénées adds (presentation,
    mission follow-up, formalities).
    """

    SINGLE_TARIFF = "single-tariff"
    SINGLE_CONTACT = "single-contact"
    QUALITY = "quality"
    RESPONSE = "response"
    EMPLOYEE_SUPPORT = "employee-support"
    STANDARD_CONTRACT = "standard-contract"
    SAFETY = "safety"
    PRESENTATION = "presentation"
    FOLLOW_UP = "follow-up"
    FORMALITIES = "formalities"

    @property
    def label(self) -> str:
        """French name of the family."""
        return _LABELS[self.value]


_LABELS = MappingProxyType({
    "single-tariff": "tarif",
    "single-contact": "référent unique",
    "quality": "critère qualitatif",
    "response": "réponse et suivi client",
    "employee-support": "accompagnement des salariés",
    "standard-contract": "contrat de mise à disposition type",
    "safety": "critères de sécurité",
    "presentation": "présentation du salarié",
    "follow-up": "suivi de mission",
    "formalities": "formalités",
})  # fmt: skip


class Comparison(enum.StrEnum):
    """How one case is compared with the threshold."""

    AT_MOST = "at-most"
    AT_LEAST = "at-least"
    DONE = "done"


class Clock(enum.StrEnum):
    """How a delay in hours is counted. The slides say « 48 h » and not which: it must be stated."""

    CLOCK_HOURS = "clock-hours"
    BUSINESS_HOURS = "business-hours"


@attrs.frozen(kw_only=True)
class ServiceCommitment:
    """One promise to the client (*engagement de service*).

    In a sector's catalogue every field that matters is given; in a collective's offer a field left
    ``None`` is taken from the sector's commitment of the same key.

    Attributes:
        key: slug, unique in its sector (``"reponse-48h"``).
        family: what it is about.
        statement: the promise, one French sentence as the client reads it.
        indicator: what is measured on each case (slug).
        comparison: how a case is judged.
        threshold: bound of one case, in ``unit``; ``None`` with ``DONE``.
        unit: « heures », « jours », « % »…
        target: share of the cases that must pass, 0–1.
        clock: for delays in hours.
        scope: French words; which clients, which département, which jobs.
        proof: what shows that it was kept.
        owner: who answers for it.
        legal_basis: for a common tariff between independent structures (competition law).
        source: where the commitment comes from.
    """

    key: str
    family: Family | None = None
    statement: str | None = None
    indicator: str | None = None
    comparison: Comparison | None = None
    threshold: float | None = None
    unit: str | None = None
    target: float | None = None
    clock: Clock | None = None
    scope: str | None = None
    proof: str | None = None
    owner: str | None = None
    legal_basis: str | None = None
    source: str | None = None

    def over(self, base: Self) -> Self:
        """Return this commitment with what it leaves ``None`` taken from ``base``."""
        told = attrs.asdict(self, filter=lambda _, value: value is not None, recurse=False)
        return attrs.evolve(base, **told)


@attrs.frozen(kw_only=True)
class Measure:
    """What one structure measured for one commitment in one quarter. Never a rate without its cases.

    Attributes:
        commitment: key of the commitment.
        structure: key of the structure.
        quarter: ``2026-T3``.
        kept: number of cases that passed, 0 to ``cases``.
        cases: number of cases.
        offer: key of the offer, where several promise a commitment of that key.
    """

    commitment: str
    structure: str
    quarter: Quarter
    kept: int
    cases: int
    offer: str = ""
