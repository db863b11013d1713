"""How a promise stands by structure and quarter, as a table; of many, only those where it goes worst."""

from collections.abc import Collection, Iterator, Mapping

from zest.console.blocks import Block, Fit, Grid, Line, Prose, text
from zest.console.rows_at_fault import INDENT
from zest.console.typography import count, french, listed, number
from zest.console.words import STANDINGS
from zest.report import MeasureReport, Standing

QUARTERS = 4
"""Quarters shown side by side."""

WORST = (Standing.BROKEN, Standing.AT_RISK, Standing.NOT_MEASURED, Standing.KEPT)
"""Standings, the worst first."""


def quarter_blocks(measures: tuple[MeasureReport, ...]) -> Iterator[Block]:
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
        worst[one.quarter] = min(WORST.index(one.standing), worst.get(one.quarter, len(WORST)))
    latest = sorted(worst, reverse=True)
    return sorted(sorted(latest, key=lambda quarter: worst[quarter])[:QUARTERS])


def _rank(key: str, told: Mapping[tuple[str, str], MeasureReport]) -> tuple[int, str]:
    return min(WORST.index(one.standing) for (who, _), one in told.items() if who == key), key


def _cell(one: MeasureReport | None) -> Line:
    if one is None:
        return text("–", "dim")
    mark, _, tone = STANDINGS[one.standing]
    return text("effectif tu" if not one.cases else f"{mark} {number(one.kept)}/{number(one.cases)}", tone)
