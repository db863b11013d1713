"""The jobs of a sector, the tasks they are made of and the permits that tasks need."""

import enum
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from zest.model.work import Minors
from zest.source import Source


class RomeEdition(enum.StrEnum):
    """Edition of the ROME: a code does not mean the same thing in every one."""

    V3 = "v3"
    OCT_2024 = "2024-10"
    V460 = "v460"


@attrs.frozen(kw_only=True)
class RomeCode:
    """One code of the ROME with its edition.

    Attributes:
        code: a letter and four digits (``G1501``).
        edition: which edition it belongs to.
        label: French label in that edition.
    """

    code: str
    edition: RomeEdition
    label: str = ""


@attrs.frozen(kw_only=True)
class SurveyCode:
    """Code of a job in the BMO survey (*métier BMO*).

    Attributes:
        code: FAP-2009 code up to 2023 (``S2Z60``), FAP-2021 since 2024 (``S2X60``).
        label: French label.
        since: first survey year.
        until: last survey year; ``None`` while in use.
        when: « peu qualifié », « qualifié », when the code depends on the qualification; else empty.
    """

    code: str
    label: str = ""
    since: int | None = None
    until: int | None = None
    when: str = ""


@attrs.frozen(kw_only=True)
class JobCodes:
    """Every code of one job.

    Attributes:
        rome: one per edition.
        ogr: code of the usual title in ROME v3 (*appellation*); empty when there is none.
        fap: FAP-2021 code of the finest level, for the low-qualified form.
        survey: BMO codes, before and since 2024.
    """

    rome: tuple[RomeCode, ...]
    ogr: str = ""
    fap: str = ""
    survey: tuple[SurveyCode, ...] = ()


class Supplier(enum.StrEnum):
    """Who supplies a protective equipment. The worker never pays for it."""

    CLIENT = "client"
    LENDER = "lender"
    EITHER = "either"


@attrs.frozen(kw_only=True)
class Protection:
    """One protective equipment (*EPI*) or working outfit.

    Attributes:
        label: French words.
        supplied_by: the user firm by default, as the labour code has it.
        source: where it was read.
    """

    label: str
    source: Source
    supplied_by: Supplier = Supplier.CLIENT


@attrs.frozen(kw_only=True)
class HoursPattern:
    """When the work is done. ``None`` says that no source tells.

    Attributes:
        text: French words for a job sheet.
        source: where it was read.
        split: split days.
        evening: evenings.
        weekend: Saturdays or Sundays.
        holidays: public holidays.
        night: nights.
        early: before the day begins.
    """

    text: str
    source: Source
    split: bool | None = None
    evening: bool | None = None
    weekend: bool | None = None
    holidays: bool | None = None
    night: bool | None = None
    early: bool | None = None


class Restriction(enum.StrEnum):
    """What a lent worker may do."""

    OPEN = "open"
    NEEDS_PERMIT = "needs-permit"
    FORBIDDEN = "forbidden"


@attrs.frozen(kw_only=True)
class Task:
    """One task, as an order or a mission names it.

    Attributes:
        key: slug, unique in the sector.
        label: French words.
        restriction: whether a lent worker may do it.
        permits: keys of the permits it needs, all of them.
        minors: whether a worker under eighteen may do it.
        source: the text behind the restriction.
        note: French words; the exceptions.
    """

    key: str
    label: str
    source: Source
    restriction: Restriction = Restriction.OPEN
    permits: tuple[str, ...] = ()
    minors: Minors = Minors.OPEN
    note: str = ""


@attrs.frozen(kw_only=True)
class PermitKind:
    """One permit, certificate or card (*CACES, habilitation, carte BTP, attestation*).

    Attributes:
        key: slug, unique in the sector.
        label: French words.
        source: the text.
        validity_months: how long it holds, in months; ``None`` when the text sets no term.
        given_by: who gives it.
        note: French words.
    """

    key: str
    label: str
    source: Source
    validity_months: int | None = None
    given_by: str = ""
    note: str = ""


def _frozen(sources: Mapping[str, Source]) -> Mapping[str, Source]:
    return MappingProxyType(dict(sources))


@attrs.frozen(kw_only=True)
class Job:
    """One job that the collective proposes (*métier*).

    Attributes:
        key: slug, unique in the sector; the name of its file.
        feminine: usual title.
        masculine: usual title.
        summary: one French sentence.
        codes: ROME, OGR, FAP, BMO.
        tasks: French words for the job sheet, in the order of the day.
        task_keys: keys of the sector's tasks that belong to it.
        hours: when.
        constraints: physical and other constraints, French words.
        protections: protective equipment and outfit.
        permits: keys of permits that the job asks for or that help.
        access: French words; who may start.
        closed_tasks: French words; what a lent worker may not do in this job.
        progression: usual next jobs.
        also: other usual titles.
        restricted: whether the job as a whole needs a permit before the first day.
        sources: where each part was read (``"tâches"`` → text).
    """

    key: str
    feminine: str
    masculine: str
    summary: str
    codes: JobCodes
    tasks: tuple[str, ...]
    hours: HoursPattern
    sources: Mapping[str, Source] = attrs.field(converter=_frozen)
    task_keys: tuple[str, ...] = ()
    constraints: tuple[str, ...] = ()
    protections: tuple[Protection, ...] = ()
    permits: tuple[str, ...] = ()
    access: str = ""
    closed_tasks: tuple[str, ...] = ()
    progression: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    restricted: bool = False
