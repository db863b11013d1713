"""One job, as the documents tell it."""

from zest.documents.document import Data
from zest.documents.words import both_titles, sentence
from zest.model.job import Job
from zest.readings.job_sheets import JobSheet


def job_block(job: Job) -> Data:
    """Return the few words by which a leaflet tells a job."""
    return {
        "key": job.key,
        "title": both_titles(job),
        "summary": sentence(job.summary),
        "access": sentence(job.access) if job.access else "",
        "restricted": job.restricted,
    }


def sheet_block(sheet: JobSheet, job: Job) -> Data:
    """Return the whole sheet of a job."""
    return {
        **job_block(job),
        "full_title": sheet.title,
        "also": list(sheet.also),
        "tasks": [sentence(one) for one in sheet.tasks],
        "hours": sentence(sheet.hours),
        "constraints": [sentence(one) for one in sheet.constraints],
        "protections": [{"label": label, "supplied_by": who} for label, who in sheet.protections],
        "permits": [{"label": one.label, "validity": one.validity} for one in sheet.permits],
        "closed_tasks": [sentence(one) for one in sheet.closed_tasks],
        "progression": list(sheet.progression),
        "codes": [{"kind": kind, "code": code} for kind, code in sheet.codes],
        "references": list(dict.fromkeys(source.reference for _, source in sheet.sources)),
        "sources": [
            {"part": part, "reference": source.reference, "status": source.status.label}
            for part, source in sheet.sources
        ],
    }
