"""The figures of a page as a workbook: one sheet a part, every text written as text and never as a formula."""

import importlib
import io
from collections.abc import Iterator, Sequence
from typing import Any

from zest.achievements.account import Account, PromiseByQuarter
from zest.achievements.country import Country, exits_of, hours_of
from zest.achievements.leaving import CLASSES, Exits
from zest.console.words import GROUNDS, MARKS, STANDINGS, VERDICTS
from zest.opportunities.answer import JobRanked, Opportunities, SectorRanked
from zest.pages.activity import period
from zest.pages.charter import COMMON
from zest.readings.full_time import FullTime

Row = tuple[object, ...]
Sheet = tuple[str, Sequence[str], Sequence[Row]]
"""Name, headings, rows; ``None`` is an empty cell."""

SILENT = "effectif tu"
WIDEST = 60
"""Signs beyond which a column wraps."""
LINE = 15
"""Height of a line, in points."""


def workbook(told: Account, survey: Opportunities | None = None) -> bytes:
    """Return the workbook; the same to the byte for the same account."""
    made = io.BytesIO()
    with _book(made) as book:
        book.set_properties({"title": f"{told.name}, au {told.as_of:%d/%m/%Y}", "created": _morning(told)})
        for sheet in sheets(told, survey):
            _write(book, sheet, (told.charter or COMMON).primary)
    return made.getvalue()


def _book(stream: io.BytesIO) -> Any:
    """Begin a workbook; the library ships no types."""
    return importlib.import_module("xlsxwriter").Workbook(stream, {"in_memory": True})


def country_workbook(told: Country) -> bytes:
    """Return the workbook of all collectives: one line each."""
    made = io.BytesIO()
    with _book(made) as book:
        book.set_properties({"title": "Collectifs", "created": _morning(told)})
        for sheet in _country(told):
            _write(book, sheet, COMMON.primary)
    return made.getvalue()


def _country(told: Country) -> Iterator[Sheet]:
    yield "Collectifs", _COLLECTIVES, [_collective(one) for one in told.accounts]
    yield "Retards", ("Collectif", "Quoi", "Qui", "Échéance"), [
        (one.collective, one.act.what, ", ".join(one.act.who), one.act.due) for one in told.late
    ]  # fmt: skip
    yield "Sorties", _EXITS, list(_exits(told.exits))
    yield "Non lus", ("Dossier", "Cause"), [(one.path, one.cause) for one in told.broken]


_COLLECTIVES = (
    "Collectif", "Départements", "Secteurs", "Verdict", "Structures", "Engagements tenus", "Engagements mesurés",
    "Heures déclarées", "Durable", "Transition", "Positive", "Toutes les sorties",
)  # fmt: skip


def _collective(one: Account) -> Row:
    left = exits_of(one)
    counts = [getattr(left.counts, field) if left else None for field in (*CLASSES[:3], "exits")]
    hours = hours_of(one) if one.declared else None
    verdict = VERDICTS[one.report.verdict][1]
    where, what = ", ".join(one.departments), ", ".join(one.sectors.values())
    return (one.name, where, what, verdict, one.structures, *one.kept, hours, *counts)


def _morning(told: Account | Country) -> Any:
    """Return the first moment of the day of the account: the clock would make two files of one answer differ."""
    import datetime as dt

    return dt.datetime.combine(told.as_of, dt.time())


def _write(book: Any, told: Sheet, colour: str) -> None:
    name, heads, rows = told
    sheet = book.add_worksheet(name)
    head = book.add_format(
        {"bold": True, "font_color": "#ffffff", "bg_color": colour, "text_wrap": True, "valign": "top"}
    )
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    grouped = book.add_format({"num_format": "#,##0.##", "valign": "top"})
    share = book.add_format({"num_format": "0 %", "valign": "top"})
    for rank, words in enumerate(heads):
        sheet.write_string(0, rank, words, head)
    for line, row in enumerate(rows, 1):
        for rank, cell in enumerate(row):
            if isinstance(cell, (int, float)):
                sheet.write_number(line, rank, cell, share if heads[rank].startswith("Taux") else grouped)
            elif cell is not None:
                sheet.write_string(line, rank, str(cell), plain)
    _size(sheet, heads, rows)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _size(sheet: Any, heads: Sequence[str], rows: Sequence[Row]) -> None:
    """Give columns and rows the room that their words take: not every program does it on opening."""
    wide = [
        min(WIDEST, 2 + max([len(words), *(len(str(row[rank])) for row in rows if row[rank] is not None)]))
        for rank, words in enumerate(heads)
    ]
    for rank, columns in enumerate(wide):
        sheet.set_column(rank, rank, columns)
    for line, row in enumerate(rows, 1):
        deep = max(-(-len(str(cell)) // (columns - 4)) for cell, columns in zip(row, wide, strict=True))
        sheet.set_row(line, LINE * max(1, deep))


def sheets(told: Account, survey: Opportunities | None) -> Iterator[Sheet]:
    """Yield what the workbook holds."""
    yield "Verdict", ("Domaine", "Verdict", "Questions", "Sans réponse"), [
        (GROUNDS[one.ground], VERDICTS[one.verdict][1], one.asked, one.unanswered) for one in told.report.grounds
    ]  # fmt: skip
    yield (
        "Structures",
        ("Structure", "Nature", *told.report.columns),
        [(one.name, one.kind, *(MARKS[each][1] for each in one.marks)) for one in told.report.structures],
    )
    yield "Engagements", _PROMISES, [row for one in told.promises for row in _promise(one, told)]
    yield "Heures", _HOURS, [*_declared(told), *_lent(told)]
    yield "Sorties", _EXITS, [row for one in told.exits for row in _exits(one)]
    yield "Formations", _TAUGHT, [_training(one, told.least) for one in told.trainings]
    if survey:
        yield f"BMO {survey.year}", _NEEDS, list(_needs(survey))
        yield "Pour lire la BMO", ("Note",), [(note,) for note in survey.notes]


_PROMISES = ("Offre", "Engagement", "Structure", "Trimestre", "État", "Taux visé", "Tenus", "Observés")
_HOURS = ("Origine", "Secteur", "Structure", "Période", "Heures", "ETP annuels", "Diviseur")
_EXITS = ("Origine", "Période", "Classe", "Personnes", "Taux", "Pourquoi pas de taux")
_TAUGHT = (
    "Formation",
    "Pour qui",
    "Premier jour",
    "Dernier jour",
    "Par",
    "Personnes",
    "Groupes",
    "Structures",
)
_NEEDS = (
    "Genre", "Rang", "Rang le meilleur", "Rang le pire", "Code", "Nom", "Projets, au moins", "Projets, au plus",
    "Difficiles, au moins", "Difficiles, au plus", "Saisonniers, au moins", "Saisonniers, au plus", "Raisons",
)  # fmt: skip


def _promise(one: PromiseByQuarter, told: Account) -> Iterator[Row]:
    names = {each.key: each.name for each in told.report.structures}
    word = STANDINGS[one.standing][1]
    yield (
        one.offer,
        one.statement,
        "toutes",
        "tous",
        word,
        one.target,
        *_counts(one.overall.kept, one.overall.cases),
    )
    for (who, quarter), cell in one.cells.items():
        name = names.get(who, who) if who else "toutes"
        yield one.offer, one.statement, name, quarter, None, one.target, *_counts(cell.kept, cell.cases)


def _counts(kept: int | None, cases: int | None) -> Row:
    return (SILENT, SILENT) if kept is None or cases is None else (kept, cases)


def _declared(told: Account) -> Iterator[Row]:
    for one in told.declared:
        years = _years(one.full_time, one.no_full_time)
        yield "total déclaré", one.label, one.who or "toutes", period(one.period), one.hours, *years


def _lent(told: Account) -> Iterator[Row]:
    for one in told.lent:
        yield "missions", one.label, one.name, None, one.hours, *_years(one.full_time, "diviseur non dit")


def _years(told: FullTime | None, otherwise: str) -> Row:
    return (None, otherwise) if told is None else (round(told.years, 4), told.words)


def _exits(one: Exits) -> Iterator[Row]:
    counts = one.counts
    labels = {
        "durable": "emploi durable",
        "transition": "emploi de transition",
        "positive": "sortie positive",
        "other": "autre sortie",
    }
    for field in CLASSES:
        count: int | None = getattr(counts, field)
        rate = None if one.no_rate else counts.rate(count)
        told = SILENT if field in one.hidden else count
        yield one.title, period(one.period), labels[field], told, rate, one.no_rate
    dynamic = counts.dynamic
    yield (
        one.title,
        period(one.period),
        "sorties dynamiques",
        dynamic,
        None if one.no_rate else counts.rate(dynamic),
        one.no_rate,
    )
    yield one.title, period(one.period), "toutes les sorties", counts.exits, None, one.no_rate


def _training(one: Any, least: int) -> Row:
    people = f"moins de {least}" if one.few else one.people
    whom = "salariés en parcours" if one.employees else "permanents"
    return one.title, whom, one.start, one.end, one.provider, people, one.groups, one.structures


def _needs(survey: Opportunities) -> Iterator[Row]:
    every: tuple[JobRanked | SectorRanked, ...] = (*survey.sectors, *survey.jobs)
    for one in every:
        code = one.code if isinstance(one, JobRanked) else one.slug
        kind = "métier" if isinstance(one, JobRanked) else "secteur"
        bounds = (one.need.projects, one.need.difficult, one.need.seasonal)
        counts = [number for each in bounds for number in (each.low, each.high)]
        yield (
            kind,
            one.score.rank,
            one.score.best,
            one.score.worst,
            code,
            one.label,
            *counts,
            " ".join(one.reasons),
        )
