"""What the tables say: promises first, then rows that are wrong, then what was read."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from zest.console.blocks import Banner, Block, Fit, Grid, Heading, Line, Prose, Span, text
from zest.console.commitments import bar
from zest.console.typography import count, day, exactly, french, listed, number, percent, singular
from zest.console.words import SEVERITIES, STANDINGS
from zest.findings import Severity
from zest.measurement import Measurement, PromiseMeasured, RowAtFault, RowFaults, TableMeasured
from zest.notices import NOTICES
from zest.report import MeasureReport, Standing

QUARTERS = 4
"""Quarters shown side by side."""

INDENT = 15
"""Where what is said below a promise begins."""

SHOWN = 5
"""Rows at fault shown under each promise, unless more are asked for; « --rows-out » has them all."""

TONES = MappingProxyType(
    {
        Standing.KEPT: ("good", "✓ TENU"),
        Standing.AT_RISK: ("doubt", "! À RISQUE"),
        Standing.NOT_MEASURED: ("doubt", "? EN PARTIE NON MESURÉ"),
        Standing.BROKEN: ("bad", "✗ ROMPU"),
    }
)
_WORST = (Standing.BROKEN, Standing.AT_RISK, Standing.NOT_MEASURED, Standing.KEPT)


def measurement_blocks(told: Measurement) -> Iterator[Block]:
    """Yield the answer in the order in which it is read, with every row that it holds."""
    yield _banner(told)
    yield from _promises(told)
    yield from _unmeasured(told)
    yield from _faults(told)
    yield from _findings(told)


def _banner(told: Measurement) -> Banner:
    standings = [promise.overall.standing for promise in told.promises]
    worst = min(standings, key=_WORST.index, default=Standing.NOT_MEASURED)
    tone, title = TONES[worst]
    counts = ", ".join(_standings(standings.count(one), one) for one in _WORST if one in standings)
    rows = tuple(_table(table) for table in told.tables)
    return Banner(
        title=title,
        tone=tone,
        name=told.name or "Tableaux sans dossier",
        aside=f"mesuré au {day(told.as_of)} · {told.engine}",
        lines=(text(french(counts or "aucune promesse à mesurer"), "dim"),),
        body=Fit(wide=Grid(rows=rows, flexible=3), narrow=(Grid(rows=rows, flexible=3, indent=0),)),
    )


def _standings(number_of: int, standing: Standing) -> str:
    word = STANDINGS[standing][1]
    return (
        f"{number_of} {word}" if standing is Standing.AT_RISK else count(number_of, word, _PLURALS[standing])
    )


_PLURALS = MappingProxyType(
    {Standing.BROKEN: "rompus", Standing.NOT_MEASURED: "non mesurés", Standing.KEPT: "tenus"}
)


def _table(table: TableMeasured) -> tuple[Line, ...]:
    share = table.share
    aside = (
        f"{count(table.aside, 'ligne')} de côté ({percent(share)} mesurées)"
        if table.aside and share is not None
        else ""
    )
    return (
        text(table.name, "strong"),
        text(count(table.rows, "ligne")),
        text(aside, "doubt"),
        text(french(", ".join(table.files)), "dim"),
    )


def _promises(told: Measurement) -> Iterator[Block]:
    measured = [promise for promise in told.promises if not promise.reason]
    if not measured:
        return
    kept = sum(promise.overall.standing is Standing.KEPT for promise in measured)
    yield Heading(
        "Engagements mesurés", aside=f"{kept} sur {len(measured)} {'tenu' if kept < 2 else 'tenus'}"
    )
    for rank, promise in enumerate(sorted(measured, key=lambda one: _WORST.index(one.overall.standing))):
        if rank:
            yield Prose(text(""))
        yield from _promise(promise)


def _promise(promise: PromiseMeasured) -> Iterator[Block]:
    mark, word, tone = STANDINGS[promise.overall.standing]
    name = Span(french(promise.statement or promise.commitment), "strong")
    key = Span(f"  {promise.commitment}", "dim")
    rows: list[tuple[Line, ...]] = [(text(f"{mark} {word:<10}", tone), (name, key))]
    rows.append((text(""), _figures(promise, tone)))
    if promise.untold:
        share = percent(promise.share or 0)
        verb = "ne dit" if promise.untold < 2 else "ne disent"
        words = f"{count(promise.untold, 'ligne')} {verb} pas assez : {share} ont pu être jugées."
        rows.append((text(""), text(french(words), "doubt")))
    yield Grid(rows=tuple(rows), flexible=1)
    if len(promise.measures) > 1:
        yield from _cells(promise.measures)
    yield from _rows(promise.rows, promise.rows_in_all)


def _figures(promise: PromiseMeasured, tone: str) -> Line:
    overall = promise.overall
    bound = f" · {promise.threshold}" if promise.threshold != "fait" else ""
    asked = f" · objectif {exactly(promise.target)}{bound}"
    if not overall.cases:
        return text(french(f"effectif trop petit pour être publié{asked}"), "dim")
    share = percent(overall.kept / overall.cases, promise.target)
    unit = promise.unit if overall.cases > 1 else singular(promise.unit)
    told = f" {number(overall.kept)} sur {number(overall.cases)} {unit} ({share})"
    return (*bar(overall, tone), Span(french(told), "strong"), Span(french(asked), "dim"))


def _cells(measures: tuple[MeasureReport, ...]) -> Iterator[Block]:
    """Show the table of structures and quarters; of many, only those where it goes worst."""
    quarters = _quarters(measures)
    told = {(one.structure, one.quarter): one for one in measures}
    keys = sorted(
        {one.structure for one in measures if one.quarter in quarters}, key=lambda key: _rank(key, told)
    )
    rows = tuple((text(key), *(_cell(told.get((key, quarter))) for quarter in quarters)) for key in keys[:12])
    narrow = tuple(
        (text(key), text(quarter, "dim"), _cell(told.get((key, quarter))))
        for key in keys[:12]
        for quarter in quarters
        if (key, quarter) in told
    )
    yield Fit(
        wide=Grid(rows=rows, head=("", *quarters), indent=INDENT), narrow=(Grid(rows=narrow, indent=6),)
    )
    others = [
        words
        for words in (
            _others({one.structure for one in measures}, keys[:12], "structure"),
            _others({one.quarter for one in measures}, quarters, "trimestre"),
        )
        if words
    ]
    if others:
        words = f"… et {listed(others)} ; « --format json » les donne."
        yield Prose(text(french(words), "dim"), indent=INDENT)


def _others(every: Collection[str], shown: Collection[str], word: str) -> str:
    number_of = len(every) - len(shown)
    return count(number_of, f"autre {word}", f"autres {word}s") if number_of else ""


def _quarters(measures: tuple[MeasureReport, ...]) -> list[str]:
    """Return the quarters to show: those where it goes worst, then the last ones."""
    worst: dict[str, int] = {}
    for one in measures:
        worst[one.quarter] = min(_WORST.index(one.standing), worst.get(one.quarter, len(_WORST)))
    latest = sorted(worst, reverse=True)
    return sorted(sorted(latest, key=lambda quarter: worst[quarter])[:QUARTERS])


def _rank(key: str, told: Mapping[tuple[str, str], MeasureReport]) -> tuple[int, str]:
    return min(_WORST.index(one.standing) for (who, _), one in told.items() if who == key), key


def _cell(one: MeasureReport | None) -> Line:
    if one is None:
        return text("–", "dim")
    mark, _, tone = STANDINGS[one.standing]
    return text("effectif tu" if not one.cases else f"{mark} {number(one.kept)}/{number(one.cases)}", tone)


def _rows(rows: tuple[RowAtFault, ...], in_all: int) -> Iterator[Block]:
    """Show rows; where there is little room, what a row shows stands below it."""
    if rows:
        wide = tuple((_place(row), text(row.key, "dim"), text(french(row.words))) for row in rows)
        narrow = tuple(
            line
            for row in rows
            for line in (((*_place(row), Span(f"  {row.key}", "dim")),), (text(french(row.words)),))
        )
        below = Grid(rows=narrow, flexible=0, indent=6)
        yield Fit(wide=Grid(rows=wide, flexible=2, indent=INDENT), narrow=(below,))
    if rows and in_all > len(rows):
        words = f"… {number(in_all)} lignes en tout ; « --rows-out FICHIER.csv » les écrit."
        yield Prose(text(french(words), "dim"), indent=INDENT)


def _place(row: RowAtFault) -> Line:
    return text(f"{row.file}:{row.row}", "code")


def _unmeasured(told: Measurement) -> Iterator[Block]:
    silent = [promise for promise in told.promises if promise.reason]
    if silent:
        yield Heading("Non mesurés", aside=count(len(silent), "engagement"))
        yield Grid(
            rows=tuple(
                (text("?", "doubt"), text(one.commitment, "code"), text(french(one.reason), "dim"))
                for one in silent
            ),
            flexible=2,
        )


def _faults(told: Measurement) -> Iterator[Block]:
    if told.faults:
        total = sum(fault.rows_in_all for fault in told.faults)
        yield Heading("Lignes à corriger", aside=count(total, "ligne"))
        for fault in sorted(told.faults, key=lambda one: (-one.severity.rank, one.code)):
            yield from _fault(fault)


def _fault(fault: RowFaults) -> Iterator[Block]:
    notice = NOTICES[fault.code]
    mark, _, tone = SEVERITIES[fault.severity]
    head = (Span(f"{fault.code} ", "code"), Span(french(notice.requirement)))
    yield Grid(
        rows=(
            (text(mark, tone), head),
            (text(""), text(french(f"{fault.table} : {count(fault.rows_in_all, 'ligne')}"), "strong")),
        ),
        flexible=1,
    )
    yield from _rows(fault.rows, fault.rows_in_all)


def _findings(told: Measurement) -> Iterator[Block]:
    """Show what reading found, the gravest first, a few of each table."""
    found = [one for table in told.tables for one in table.findings if one.severity is not Severity.INFO]
    if found:
        yield Heading("Ce que la lecture a trouvé", aside=count(len(found), "constat"))
        rows = tuple(
            (
                (
                    Span(SEVERITIES[one.severity][0], SEVERITIES[one.severity][2]),
                    Span(f" {one.code}", "code"),
                ),
                text(str(one.place), "dim"),
                text(french(one.message)),
            )
            for one in sorted(found, key=lambda one: -one.severity.rank)[: 4 * SHOWN]
        )
        yield Grid(rows=rows, flexible=2)
