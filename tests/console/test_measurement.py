"""What a reader sees of a measurement that is not plain sailing."""

import datetime as dt
import io

import pytest

from zest.console.blocks import Prose, text
from zest.console.measurement import measurement_blocks
from zest.console.plain import plain
from zest.console.pretty import show
from zest.measurement import Measurement, PromiseMeasured
from zest.report import MeasureReport, Standing


def told(**promise: object) -> str:
    """Return the page of one promise, no-break spaces written as spaces."""
    one = PromiseMeasured(commitment="suivi", unit="points de suivi", **promise)  # type: ignore[arg-type]
    made = Measurement(name="Essai", as_of=dt.date(2026, 7, 31), engine="polars", promises=(one,))
    return plain(measurement_blocks(made)).replace("\u00a0", " ").replace("\u202f", " ")


def test_rows_that_do_not_tell_enough_are_counted_with_the_share_judged() -> None:
    """Three of ten rows say nothing: seventy per cent were judged."""
    page = told(overall=MeasureReport(standing=Standing.KEPT, kept=7, cases=7), untold=3)

    assert "3 lignes ne disent pas assez : 70 % ont pu être jugées." in page


def test_one_is_told_in_the_singular() -> None:
    """One row, one case, one promise."""
    page = told(overall=MeasureReport(standing=Standing.KEPT, kept=1, cases=1), untold=1)

    assert "Engagements mesurés (1 sur 1 tenu)" in page
    assert "1 sur 1 point de suivi (100 %)" in page
    assert "1 ligne ne dit pas assez : 50 % ont pu être jugées." in page


def test_beyond_twelve_structures_the_others_are_counted() -> None:
    """And the way to have them is told."""
    cells = tuple(
        MeasureReport(structure=f"s{rank:02}", quarter="2026-T3", standing=Standing.KEPT, kept=9, cases=9)
        for rank in range(15)
    )
    page = told(overall=MeasureReport(standing=Standing.KEPT, kept=135, cases=135), measures=cells)

    assert "… et 3 autres structures ; « --format json » les donne." in page
    assert ("s11" in page, "s12" in page) == (True, False)


def test_beyond_four_quarters_the_others_are_counted() -> None:
    """With the structures that are not shown."""
    cells = [
        MeasureReport(structure="a", quarter=f"2025-T{rank}", standing=Standing.KEPT, kept=9, cases=9)
        for rank in range(1, 5)
    ]
    cells += [
        MeasureReport(structure=who, quarter="2024-T4", standing=Standing.KEPT, kept=9, cases=9)
        for who in "ab"
    ]
    page = told(overall=MeasureReport(standing=Standing.KEPT, kept=54, cases=54), measures=tuple(cells))

    assert "… et 1 autre structure et 1 autre trimestre ; « --format json » les donne." in page
    assert ("2025-T1" in page, "2024-T4" in page) == (True, False)


def test_where_all_is_shown_nothing_is_counted_besides() -> None:
    """Two structures of one quarter."""
    cells = tuple(
        MeasureReport(structure=who, quarter="2026-T1", standing=Standing.KEPT, kept=9, cases=9)
        for who in "ab"
    )
    page = told(overall=MeasureReport(standing=Standing.KEPT, kept=18, cases=18), measures=cells)

    assert "2026-T1" in page
    assert "les donne" not in page


def test_without_a_row_at_fault_there_is_nothing_to_correct() -> None:
    """No heading stands over nothing."""
    assert "Lignes à corriger" not in told(overall=MeasureReport(standing=Standing.KEPT, kept=7, cases=7))


def test_what_is_no_terminal_has_a_width_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is written to a stream of memory as to a screen."""
    monkeypatch.delenv("COLUMNS", raising=False)
    stream = io.StringIO()
    show([Prose(text("Une phrase."))], stream, color=False)

    assert "Une phrase." in stream.getvalue()
