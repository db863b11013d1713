"""What the tables say: promises first, then rows that are wrong, then what was read."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.console.blocks import Banner, Block, Fit, Grid, Heading, Line, Span, text
from zest.console.measured import promise_blocks
from zest.console.quarters import WORST
from zest.console.rows_at_fault import fault_blocks
from zest.console.typography import count, day, french, percent
from zest.console.words import SEVERITIES, STANDINGS
from zest.findings import Severity
from zest.measurement import Measurement, TableMeasured
from zest.report import Standing

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


def measurement_blocks(told: Measurement) -> Iterator[Block]:
    """Yield the answer in the order in which it is read, with every row that it holds."""
    yield _banner(told)
    yield from promise_blocks(told)
    yield from _unmeasured(told)
    yield from _faults(told)
    yield from _findings(told)


def _banner(told: Measurement) -> Banner:
    standings = [promise.overall.standing for promise in told.promises]
    worst = min(standings, key=WORST.index, default=Standing.NOT_MEASURED)
    tone, title = TONES[worst]
    counts = ", ".join(_standings(standings.count(one), one) for one in WORST if one in standings)
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
            yield from fault_blocks(fault)


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
