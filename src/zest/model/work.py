"""How lent work is done: the case for it, the hours, the permits that the worker holds."""

import datetime as dt
import enum

import attrs

from zest.model.period import Period


class Recourse(enum.StrEnum):
    """Why a client calls on a temporary worker (*cas de recours*).

    Source: code du travail, art. L1251-6 and L1251-7, and L1251-60 for a vacancy at a public body, as in 2015.
    """

    REPLACEMENT = "replacement"
    INCREASE = "increase"
    SEASONAL = "seasonal"
    USAGE = "usage"
    HEAD_REPLACEMENT = "head-replacement"
    INSERTION = "insertion"
    VACANCY = "vacancy"

    @property
    def label(self) -> str:
        """French name."""
        return {
            "replacement": "remplacement d'un salarié", "increase": "accroissement temporaire d'activité",
            "seasonal": "emploi saisonnier", "usage": "emploi d'usage",
            "head-replacement": "remplacement d'un chef d'entreprise",
            "insertion": "recrutement de personnes rencontrant des difficultés",
            "vacancy": "vacance d'un emploi public",
        }[self.value]  # fmt: skip


class MedicalJob(enum.StrEnum):
    """Medical posts that temporary work may not fill, or only with a licence."""

    OCCUPATIONAL_DOCTOR = "occupational-doctor"
    REGULATED = "regulated"


class Minors(enum.StrEnum):
    """Whether a worker under eighteen may do a task."""

    OPEN = "open"
    NEEDS_DEROGATION = "needs-derogation"
    FORBIDDEN = "forbidden"


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
