"""Exits (*sorties*): their official class, and whether they count.

Source: the vocabulary of the State's community page and the minimum stays of its dashboards, read on 22 August 2026.
"""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from zest.law import LawOnDay
from zest.model.outcome import NextJob, Outcome, OutcomeClass
from zest.model.structure import StructureKind

_CLASSES: Mapping[NextJob, OutcomeClass] = MappingProxyType({
    NextJob.CDI: OutcomeClass.DURABLE,
    NextJob.CIVIL_SERVICE: OutcomeClass.DURABLE,
    NextJob.BUSINESS_CREATION: OutcomeClass.DURABLE,
    NextJob.AIDED_CONTRACT: OutcomeClass.TRANSITION,
    NextJob.TRAINING: OutcomeClass.POSITIVE,
    NextJob.OTHER_SIAE: OutcomeClass.POSITIVE,
    NextJob.UNEMPLOYMENT: OutcomeClass.OTHER,
    NextJob.OTHER: OutcomeClass.OTHER,
})  # fmt: skip

_DATED = frozenset({NextJob.CDD, NextJob.TEMPORARY})
"""Jobs whose class hangs on their length."""

_HOURS: Mapping[StructureKind, str] = MappingProxyType({
    StructureKind.AI: "outcomes.stay-hours-min",
    StructureKind.ETTI: "outcomes.stay-hours-min",
    StructureKind.EITI: "outcomes.stay-hours-min-eiti",
})  # fmt: skip
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
