"""A job sheet (*fiche de poste*) as a value: everything that a document or a screen shows of one job."""

from types import MappingProxyType

import attrs

from zest.errors import UnknownJobError
from zest.model.job import Job, PermitKind
from zest.model.profile import SectorProfile
from zest.source import Source
from zest.structuring import suggest


@attrs.frozen(kw_only=True)
class SheetPermit:
    """One permit of a job sheet.

    Attributes:
        label: French words.
        validity: how long it holds, French words; empty when the text sets no term.
        source: the text.
    """

    label: str
    validity: str
    source: Source


@attrs.frozen(kw_only=True)
class JobSheet:
    """One job, ready to be laid out.

    Attributes:
        sector: French name of the sector.
        title: feminine and masculine, « Employée d'étage / Employé d'étage ».
        also: other usual titles.
        summary: one French sentence.
        tasks: French sentences, in the order of the day.
        hours: French words.
        constraints: French words.
        protections: equipment and outfit, with who supplies each.
        permits: what the job asks for or what helps.
        access: who may start.
        closed_tasks: what a lent worker may not do.
        progression: usual next jobs.
        codes: kind of code and code with its label.
        sources: part of the sheet and the text that it was read in.
    """

    sector: str
    title: str
    also: tuple[str, ...]
    summary: str
    tasks: tuple[str, ...]
    hours: str
    constraints: tuple[str, ...]
    protections: tuple[tuple[str, str], ...]
    permits: tuple[SheetPermit, ...]
    access: str
    closed_tasks: tuple[str, ...]
    progression: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, Source], ...]


SUPPLIERS = MappingProxyType({
    "client": "à la charge du client",
    "lender": "à la charge de la structure",
    "either": "à la charge de l'un ou de l'autre",
})  # fmt: skip
"""Who supplies an equipment, in French. The worker never pays for it."""


def job_sheet(profile: SectorProfile, key: str) -> JobSheet:
    """Return the sheet of one job of a sector.

    Raises:
        UnknownJobError: the sector has no such job; the message names the nearest.
        DataFileError: the file of the job does not hold what it must.
    """
    if key not in profile.jobs:
        raise UnknownJobError(
            f"« {key} » n'est pas un métier de « {profile.slug} »{suggest(key, profile.jobs)}"
        )
    job = profile.jobs[key]
    return JobSheet(
        sector=profile.label,
        title=title(job),
        also=job.also,
        summary=job.summary,
        tasks=job.tasks,
        hours=job.hours.text,
        constraints=job.constraints,
        protections=tuple((one.label, SUPPLIERS[one.supplied_by]) for one in job.protections),
        permits=tuple(_permit(profile.permits[name]) for name in job.permits),
        access=job.access,
        closed_tasks=job.closed_tasks,
        progression=job.progression,
        codes=tuple(_codes(job)),
        sources=tuple(job.sources.items()),
    )


def title(job: Job) -> str:
    """Return the feminine and masculine titles, once when they are the same."""
    return " / ".join(dict.fromkeys((job.feminine, job.masculine)))


def _permit(kind: PermitKind) -> SheetPermit:
    months = kind.validity_months
    years = months // 12 if months and months % 12 == 0 else None
    validity = (
        "" if months is None else f"{years} an{'s' if years > 1 else ''}" if years else f"{months} mois"
    )
    return SheetPermit(label=kind.label, validity=validity, source=kind.source)


def _codes(job: Job) -> list[tuple[str, str]]:
    ogr = [("OGR", job.codes.ogr)] if job.codes.ogr else []
    rome = [(f"ROME {one.edition}", f"{one.code} {one.label}".strip()) for one in job.codes.rome]
    survey = [(_survey(one.since, one.until), f"{one.code} {one.label}".strip()) for one in job.codes.survey]
    return [*ogr, *rome, *([("FAP-2021", job.codes.fap)] if job.codes.fap else []), *survey]


def _survey(since: int | None, until: int | None) -> str:
    return f"BMO depuis {since}" if since else f"BMO jusqu'à {until}" if until else "BMO"
