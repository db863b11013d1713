"""Jobs and sectors ranked: bars whose dotted part is judged difficult, numbers with their bounds, reasons."""

import csv
import io
from collections.abc import Iterator, Sequence

from zest.console.blocks import Block, Grid, Heading, Line, Prose, Span, text
from zest.console.cells import harmless
from zest.console.typography import count, french, heading
from zest.opportunities.answer import JobRanked, Opportunities, SectorRanked
from zest.opportunities.survey import Need
from zest.opportunities.wording import between, covers, rank_words, share

CELLS = 24
"""Width of the longest bar."""

Ranked = JobRanked | SectorRanked


def opportunities_blocks(told: Opportunities, top: int) -> Iterator[Block]:
    """Yield the answer: the whole, sectors, the ``top`` jobs, what must be known to read them."""
    yield Prose((Span(french(_title(told)), "strong"), Span(french(_sources(told)), "dim")), indent=0)
    yield Prose(text(french(_whole(told))), indent=0)
    if told.jobs:
        yield Heading("Secteurs", aside=count(len(told.sectors), "secteur"))
        yield Prose(text(french("▒ jugés difficiles  █ autres  · masqués peut-être"), "dim"))
        yield from _ranked(told.sectors)
        shown = told.jobs[:top]
        yield Heading("Métiers", aside=_shown(len(shown), len(told.jobs)))
        yield from _ranked(shown)
    yield Heading("Pour lire ces chiffres")
    for note in told.notes:
        yield Grid(rows=((text("–", "dim"), text(french(note))),), flexible=1)


def _title(told: Opportunities) -> str:
    who = f"{told.collective} · " if told.collective else ""
    return f"{who}{heading(told.area)} · BMO {told.year}"


def _sources(told: Opportunities) -> str:
    years = f" · éditions {', '.join(map(str, told.years))}" if len(told.years) > 1 else ""
    return f" · {told.nomenclature}{years} · {', '.join(told.files)}"


def _whole(told: Opportunities) -> str:
    if not told.whole.cells:
        return "Aucune ligne de l'enquête ne porte sur ce territoire."
    need = told.whole
    return (
        f"Tous métiers : {between(need.projects)} projets de recrutement, {share(need.difficult_share)} jugés "
        f"difficiles, {share(need.seasonal_share)} saisonniers."
    )


def _shown(number: int, of: int) -> str:
    if number == of:
        return count(of, "métier")
    first = "le premier" if number == 1 else f"les {number} premiers"
    return f"{first} sur {of} ; « --top » en montre plus"


def _ranked(shown: Sequence[Ranked]) -> Iterator[Block]:
    most = max((one.need.projects.high for one in shown), default=0)
    wide = max((len(rank_words(one.score)) for one in shown), default=0)
    for place, one in enumerate(shown):
        if place:
            yield Prose(text(""))
        head = (
            text(f"{rank_words(one.score):<{wide}}", "code"),
            (Span(french(one.label), "strong"), Span(f"  {_code(one)}", "dim")),
        )
        yield Grid(
            rows=(head, (text(""), (*_bar(one.need, most), Span(f" {_figures(one.need)}")))), flexible=1
        )
        if isinstance(one, JobRanked) and one.trades:
            yield _below(f"Métiers de vos secteurs : {covers(one.trades)}.", "note", wide)
        yield _below(" ".join(one.reasons), "dim", wide)


def _below(words: str, style: str, wide: int) -> Grid:
    """Put words under the name, beyond the rank."""
    return Grid(rows=((text(french(words), style),),), flexible=0, indent=2 + wide + 2)


def _code(one: Ranked) -> str:
    return one.code if isinstance(one, JobRanked) else one.slug


def _bar(need: Need, most: int) -> Line:
    """Draw three parts told apart by their sign: difficult, other, and what masked cells may hide."""
    size = max(1, most)
    full = need.projects.low * CELLS // size
    hard = min(full, need.difficult.low * CELLS // size)
    veiled = need.projects.high * CELLS // size - full
    blank = CELLS - full - veiled
    return (
        Span("▒" * hard, "doubt"),
        Span("█" * (full - hard), "good"),
        Span("·" * veiled + " " * blank, "dim"),
    )


def _figures(need: Need) -> str:
    return french(
        f"{between(need.projects)} projets · {share(need.difficult_share)} difficiles · "
        f"{share(need.seasonal_share)} saisonniers"
    )


_HEAD = (
    "genre", "rang", "rang_meilleur", "rang_pire", "code", "libelle", "points_min", "points_max", "projets_min",
    "projets_max", "difficiles_min", "difficiles_max", "saisonniers_min", "saisonniers_max", "lignes",
    "lignes_masquees", "metiers", "offre", "raisons",
)  # fmt: skip


def opportunities_csv(told: Opportunities) -> str:
    """Return sectors and jobs as one CSV table; a text that a spreadsheet would compute begins with an apostrophe."""
    made = io.StringIO(newline="")
    table = csv.writer(made, lineterminator="\n")
    table.writerow(_HEAD)
    every: tuple[Ranked, ...] = (*told.sectors, *told.jobs)
    for one in every:
        table.writerow([harmless(cell) for cell in _row(one)])
    return made.getvalue()


def _row(one: Ranked) -> Iterator[object]:
    yield "métier" if isinstance(one, JobRanked) else "secteur"
    yield from (one.score.rank, one.score.best, one.score.worst, _code(one), one.label)
    yield from (round(one.score.low, 2), round(one.score.high, 2))
    for bounds in (one.need.projects, one.need.difficult, one.need.seasonal):
        yield from (bounds.low, bounds.high)
    yield from (one.need.cells, one.need.masked)
    yield covers(one.trades) if isinstance(one, JobRanked) else ", ".join(one.codes)
    yield one.supply.level.value if one.supply else ""
    yield " ".join(one.reasons)
