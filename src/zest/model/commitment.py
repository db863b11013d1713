"""What an offer promises, and how a promise is measured."""

import enum
import re
from types import MappingProxyType
from typing import ClassVar, Self

import attrs

from zest.findings import Place
from zest.model.identifiers import Identifier
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


WEEK = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
"""Days of the week as an opening names them, Monday first."""


class OpeningSlot(Identifier):
    """Hours of some days of the week on which a structure is open (*plage d'ouverture*): ``lun-ven 09:00-12:00``.

    It opens at the first minute and closes before the last one. A public holiday is closed all day.
    """

    __slots__ = ()
    _day: ClassVar[str] = f"(?:{'|'.join(WEEK)})"
    _hour: ClassVar[str] = r"(?:[01]\d|2[0-3]):[0-5]\d"
    pattern: ClassVar[re.Pattern[str]] = re.compile(
        rf"{_day}(?:-{_day})? {_hour}-(?:{_hour}|24:00)", re.ASCII
    )
    expected: ClassVar[str] = "une plage d'ouverture (par exemple « lun-ven 09:00-12:00 »)"

    @property
    def days(self) -> tuple[int, ...]:
        """Days of the week, 1 for Monday to 7 for Sunday; « ven-lun » goes round the week-end."""
        first, _, last = self.split(" ")[0].partition("-")
        begin, end = WEEK.index(first), WEEK.index(last or first)
        return tuple((begin + step) % 7 + 1 for step in range((end - begin) % 7 + 1))

    @property
    def minutes(self) -> tuple[int, int]:
        """First minute of the day, and the one that is no longer open."""
        begin, end = (int(hour[:2]) * 60 + int(hour[3:]) for hour in self.split(" ")[1].split("-"))
        return begin, max(begin, end)


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
        opening: opening hours, for business hours; never guessed.
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
    opening: tuple[OpeningSlot, ...] | None = None
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
        rows: rows of the tables that did not pass, the first of them; none for a measure given by hand.
    """

    commitment: str
    structure: str
    quarter: Quarter
    kept: int
    cases: int
    offer: str = ""
    rows: tuple[Place, ...] = attrs.field(default=(), eq=False, metadata={"omit": True})
