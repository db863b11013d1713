"""A job sheet on a screen, and the list of the jobs of a sector."""

from collections.abc import Iterator, Sequence

from zest.console.blocks import Block, Grid, Heading, Prose, Span, text
from zest.console.explaining import reading
from zest.console.typography import count, french
from zest.model.profile import SectorProfile
from zest.readings.job_sheets import JobSheet, title


def jobs_blocks(profile: SectorProfile, word: str = "") -> Iterator[Block]:
    """Yield one line for each job: key, title, what it asks for; ``word`` is what the sector was named by."""
    yield Prose((Span(count(len(profile.jobs), "métier"), "strong"), Span(f" · {profile.label}")), indent=0)
    yield Prose(text(""))
    rows = [
        (
            text(key, "code"),
            text(title(job)),
            text("titre exigé avant le premier jour" if job.restricted else "", "doubt"),
        )
        for key, job in profile.jobs.items()
    ]
    yield Grid(rows=tuple(rows), indent=0)
    yield Prose(text(""))
    follow = f"« zest show job {word.rstrip('/') or profile.slug}/MÉTIER » montre la fiche d'un métier."
    yield Prose((Span("Suite : ", "strong"), Span(french(follow))), indent=0)


def sheet_blocks(sheet: JobSheet) -> Iterator[Block]:
    """Yield the sheet; a part without content is left out."""
    yield Prose((Span(sheet.title, "strong"), Span(f" · {sheet.sector}", "dim")), indent=0)
    yield Prose(text(french(sheet.summary)), indent=0)
    yield from _list("Autres intitulés", sheet.also)
    yield from _list("Ce que fait la personne", sheet.tasks)
    yield from _list("Quand", (sheet.hours,))
    yield from _list("Contraintes", sheet.constraints)
    yield from _list("Équipements et tenue", [f"{label} ({who})" for label, who in sheet.protections])
    yield from _list(
        "Habilitations et titres",
        [f"{p.label}{f' · {p.validity}' if p.validity else ''}" for p in sheet.permits],
    )
    yield from _list("Pour commencer", (sheet.access,) if sheet.access else ())
    yield from _list("Fermé à une personne mise à disposition", sheet.closed_tasks)
    yield from _list("Et ensuite", sheet.progression)
    yield Heading("Codes", level=2)
    yield Grid(
        rows=tuple((text(name, "dim"), text(code)) for name, code in sheet.codes), flexible=1, indent=4
    )
    yield Heading("Sources", level=2)
    rows = tuple((text(part, "dim"), text(french(reading(source)), "dim")) for part, source in sheet.sources)
    yield Grid(rows=rows, flexible=1, indent=4)


def _list(title: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield Heading(title, level=2)
        yield Grid(rows=tuple((text("·", "dim"), text(french(line))) for line in lines), flexible=1, indent=4)
