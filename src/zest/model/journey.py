"""The method's six steps, the way into it, trainings and meetings."""

import datetime as dt
import enum
from types import MappingProxyType

import attrs


class StepName(enum.StrEnum):
    """The six steps of the method (*socle commun d'accompagnement*), in order.

    Source: COORACE workshop, Toulouse, June 2014.
    """

    INFORMATION_MEETING = "information-meeting"
    OPPORTUNITY_ANALYSIS = "opportunity-analysis"
    COLLECTIVE_CREATED = "collective-created"
    PERMANENT_STAFF_TRAINING = "permanent-staff-training"
    COMMITMENTS_DEFINED = "commitments-defined"
    EMPLOYEE_TRAINING = "employee-training"

    @property
    def label(self) -> str:
        """French name of the step."""
        return _LABELS[self.value]


_LABELS = MappingProxyType({
    "information-meeting": "réunion d'information ouverte aux adhérents et aux autres",
    "opportunity-analysis": "analyse des opportunités et choix du secteur",
    "collective-created": "information des conseils et des équipes, création du collectif",
    "permanent-staff-training": "formation des permanents, une personne par structure",
    "commitments-defined": "réunions trimestrielles et engagements de service",
    "employee-training": "formation des salariés en parcours",
})  # fmt: skip


@attrs.frozen(kw_only=True)
class Step:
    """How far one step is.

    Attributes:
        name: which of the six.
        done_on: the day it was done; a month known only is written as its first day.
        done: ``True`` without a day, or ``False`` when it is known not to be done.
        due_on: by when, when planned.
        owner: who must act.
        document: what proves it.
        note: French words.
    """

    name: StepName
    done_on: dt.date | None = None
    done: bool | None = None
    due_on: dt.date | None = None
    owner: str = ""
    document: str = ""
    note: str = ""


@attrs.frozen(kw_only=True)
class EntryProcedure:
    """The dossier that states the activity potential of the territory (*procédure d'entrée*).

    Attributes:
        filed_on: the day it was filed.
        document: where it is.
        potential: French words; what the territory promises.
        done: ``False`` when it is known not to be done.
    """

    filed_on: dt.date | None = None
    document: str = ""
    potential: str = ""
    done: bool | None = None


@attrs.frozen(kw_only=True)
class Journey:
    """Where the collective stands on the method's way.

    Attributes:
        entry: first condition of the brand; ``None`` when not told.
        steps: those that the dossier tells of.
    """

    entry: EntryProcedure | None = None
    steps: tuple[Step, ...] = ()


class Audience(enum.StrEnum):
    """Whom a training is for: two different duties."""

    PERMANENT_STAFF = "permanent-staff"
    EMPLOYEES = "employees"


@attrs.frozen(kw_only=True)
class Attendance:
    """How many people of one structure followed a training.

    Attributes:
        structure: key of the structure.
        people: number of persons, 0 or more.
    """

    structure: str
    people: int = 1


@attrs.frozen(kw_only=True)
class Training:
    """One training (*formation*), never with the names of those who followed it.

    Attributes:
        title: French words.
        audience: permanent staff (compulsory) or employees *en parcours*.
        offer: key of the offer it belongs to; empty for all.
        start: first day.
        end: last day, included.
        provider: who gave it.
        groups: number of groups.
        people: number of persons in all, when not known by structure.
        attendances: per structure; ``None`` when not told.
    """

    title: str
    audience: Audience
    offer: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    provider: str = ""
    groups: int | None = None
    people: int | None = None
    attendances: tuple[Attendance, ...] | None = None


@attrs.frozen(kw_only=True)
class Meeting:
    """One meeting of the collective (*réunion du collectif*).

    Attributes:
        held_on: the day.
        subject: French words.
        structures: keys of the structures present; ``None`` when not told.
        minutes: where they are.
    """

    held_on: dt.date
    subject: str = ""
    structures: tuple[str, ...] | None = None
    minutes: str = ""
