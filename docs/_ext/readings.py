"""The page of readings: every text that a rule or a figure rests on, how it was read, when, and how old that is."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zest.catalogue import Catalogue
from zest.console.typography import count, day
from zest.plugins.assembly import assemble_all
from zest.source import Source, Status

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HEAD = """# Lectures des textes

Une règle vaut ce que vaut la lecture de son texte.
Cette page dit, pour chaque règle et chaque chiffre, sur quel texte il repose, comment ce texte a été lu, et quand.
Les lectures les plus anciennes viennent d'abord, précédées de celles que personne n'a faites.
Seul un texte lu dans sa version présente peut bloquer ; les autres avertissent.
"""

Use = tuple[str, Source]


def setup(app: "Sphinx") -> dict[str, bool]:
    """Write the page before Sphinx looks for it."""
    app.connect("builder-inited", lambda app: write(Path(app.srcdir) / "reference", dt.date.today()))  # noqa: DTZ011
    return {"parallel_read_safe": True}


def write(folder: Path, today: dt.date) -> None:
    """Write the page, ages counted to ``today``."""
    page = "\n".join([HEAD, *summary(uses(), today), *sections(uses(), today)])
    (folder / "lectures.md").write_text(page + "\n", "utf-8")


def uses() -> list[Use]:
    """Return every rule and every value of a figure with its source, oldest reading first."""
    catalogue = assemble_all().catalogue
    return sorted(_uses(catalogue), key=lambda use: (use[1].read_on or dt.date.min, use[0]))


def _uses(catalogue: Catalogue) -> Iterator[Use]:
    for rule in catalogue:
        yield f"[{rule.code}](#{rule.code.lower()})", rule.source
    for figure in catalogue.law.figures.values():
        for value in figure.values:
            begin = "" if value.since == dt.date.min else f" depuis le {day(value.since)}"
            yield f"`{figure.key}`{begin}", value.source


def age(read_on: dt.date | None, today: dt.date) -> str:
    """Say how old a reading is."""
    return "jamais lu" if read_on is None else count(max((today - read_on).days, 0), "jour")


def summary(told: list[Use], today: dt.date) -> Iterator[str]:
    """Yield one line for each way of reading: how many rules and figures rest on it, and the oldest of them."""
    yield from ("| lecture | règles et chiffres | la plus ancienne |", "|---|---|---|")
    for status in Status:
        its = [source for _, source in told if source.status is status]
        oldest = age(its[0].read_on, today) if its else ""
        yield f"| {status.label} | {len(its)} | {oldest} |"
    yield ""


def sections(told: list[Use], today: dt.date) -> Iterator[str]:
    """Yield one table for each way of reading."""
    for status in Status:
        its = [(name, source) for name, source in told if source.status is status]
        if its:
            yield from (f"## {status.label[:1].upper()}{status.label[1:]}", "")
            yield from ("| qui s'y fie | texte | lu le | âge |", "|---|---|---|---|")
            for name, source in its:
                read = day(source.read_on) if source.read_on else ""
                words = source.reference.replace("|", "\\|")
                yield f"| {name} | {words} | {read} | {age(source.read_on, today)} |"
            yield ""
