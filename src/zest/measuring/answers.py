"""From the counts of an engine to how promises stand."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from zest.errors import PluginError
from zest.indicators.indicator import Indicator
from zest.indicators.row_rule import RowRule
from zest.measurement import PromiseMeasured, RowAtFault, RowFaults
from zest.measures import standing
from zest.measuring.asking import Question
from zest.measuring.filling import empty_column
from zest.measuring.probe import Probe
from zest.personal_data import designates, singles_out
from zest.report import MeasureReport
from zest.row_rules.key_twice import KEY
from zest.tables.schemas import FILE, ROW

Counts = Sequence[Mapping[str, Any]]
"""Rows of counts, one for each structure, offer and quarter."""


@attrs.frozen(kw_only=True, eq=False)
class Counted:
    """What an engine answered to a plan.

    Attributes:
        cells: by name of a frame, its rows of counts.
        home: for each probe, the name of the frame that counted it.
        failed: for each probe that does not judge a row alone, its rows at fault, counted by cell.
        first: by probe and offer, the first rows at fault.
        unfilled: for each table, the columns that measures read and that no row fills.
    """

    cells: Mapping[str, Counts]
    home: Mapping[str, str]
    failed: Mapping[str, Counts]
    first: Mapping[tuple[str, str], Counts]
    unfilled: Mapping[str, frozenset[str]]

    def of(self, counts: Counts, probe: Probe, offer: str) -> list[Mapping[str, Any]]:
        """Return the counts of an offer, of everything when it is empty, for the structures that are known."""
        held = [
            row for row in counts if row["structure"] is not None and (not offer or row["offre"] == offer)
        ]
        members = frozenset(probe.members)
        return [row for row in held if row["structure"] in members] if members else held


@functools.cache
def quarter(number: int | None) -> str:
    """Write a quarter: ``2026-T3``."""
    return f"{number // 10}-T{number % 10}" if number else ""


def promise(question: Question, probe: Probe, counted: Counted, margin: float) -> PromiseMeasured:
    """Say how one promise stands."""
    indicator = question.indicator
    assert isinstance(indicator, Indicator)  # noqa: S101  # a question without a measure is answered elsewhere
    rows = counted.of(counted.cells[counted.home[probe.name]], probe, question.offer)
    failed = counted.of(counted.failed.get(probe.name, ()), probe, question.offer)
    cells = _cells(rows, failed, probe)
    kept, cases = (sum(cell[n] for cell in cells.values()) for n in (0, 1))
    empty = empty_column(indicator, counted.unfilled)
    nameless = _nameless(counted.cells[counted.home[probe.name]], probe) if question.offer else 0
    if empty or not cases:
        return unmeasured(question, _empty(empty, indicator.table) if empty else _no_case(nameless))
    target = question.target
    return attrs.evolve(
        _told(question),
        overall=_report("", "", kept, cases, target, margin),
        measures=tuple(_report(who, when, *cells[who, when], target, margin) for who, when in sorted(cells)),
        untold=sum(row[f"{probe.name}_muets"] for row in rows) + nameless,
        rows=tuple(rows_at_fault(counted.first.get((probe.name, question.offer), ()), probe)),
        rows_in_all=sum(row["_lignes"] for row in failed) if probe.name in counted.failed else cases - kept,
    )


def _nameless(rows: Counts, probe: Probe) -> int:
    """Count the cases of which nobody knows whether they are of this offer or of another."""
    return sum(
        row[f"{probe.name}_cas"] for row in rows if row["structure"] is not None and row["offre"] is None
    )


def _empty(column: str, table: str) -> str:
    return f"La colonne « {column} » n'est remplie à aucune ligne du tableau « {table} »."


def _no_case(nameless: int) -> str:
    if not nameless:
        return "Aucune ligne des tableaux n'est un cas de cette promesse."
    return "Le dossier a plusieurs offres, et aucun cas ne dit laquelle : remplissez la colonne « offre »."


def _cells(rows: Counts, failed: Counts, probe: Probe) -> dict[tuple[str, str], tuple[int, int]]:
    """Return kept and cases by structure and quarter, offers put together."""
    cells: dict[tuple[str, str], tuple[int, int]] = {}
    due, passed, mute = (f"{probe.name}_{word}" for word in ("cas", "tenus", "muets"))
    for row in rows:
        if told := row[due] - row[mute]:
            key = (row["structure"], quarter(row["_trimestre"]))
            kept, cases = cells.get(key, (0, 0))
            cells[key] = (kept + row[passed], cases + told)
    if probe.subject.failing is not None:
        for row in failed:
            key = (row["structure"], quarter(row["_trimestre"]))
            kept, cases = cells[key]
            cells[key] = (kept - row["_lignes"], cases)
    return cells


def _report(who: str, when: str, kept: int, cases: int, target: float, margin: float) -> MeasureReport:
    how = standing(kept, cases, target, margin)
    return MeasureReport(structure=who, quarter=when, standing=how, kept=kept, cases=cases)


def unmeasured(question: Question, reason: str) -> PromiseMeasured:
    """Say why a promise was not measured."""
    return attrs.evolve(_told(question), reason=reason)


def _told(question: Question) -> PromiseMeasured:
    commitment, indicator = question.commitment, question.indicator
    return PromiseMeasured(
        commitment=commitment.key,
        offer=question.offer,
        indicator=commitment.indicator or "",
        statement=commitment.statement or "",
        sentence=indicator.sentence if indicator else "",
        unit=indicator.unit if indicator else commitment.unit or "",
        threshold=question.threshold,
        target=question.target,
    )


def faults(probe: Probe, counted: Counted) -> RowFaults | None:
    """Return the rows that break a rule of rows, if there are any."""
    rule = probe.subject
    assert isinstance(rule, RowRule)  # noqa: S101  # a measure is answered elsewhere
    if probe.name in counted.failed:
        total = sum(row["_lignes"] for row in counted.failed[probe.name])
    else:
        rows = counted.cells[counted.home[probe.name]]
        total = sum(row[f"{probe.name}_fautes"] for row in rows)
    if not total:
        return None
    first = tuple(rows_at_fault(counted.first.get((probe.name, ""), ()), probe))
    return RowFaults(code=rule.code, table=rule.table, severity=rule.severity, rows=first, rows_in_all=total)


def rows_at_fault(rows: Iterable[Mapping[str, Any]], probe: Probe) -> Iterable[RowAtFault]:
    """Turn rows of a frame into places and words."""
    for row in rows:
        yield RowAtFault(
            file=row[FILE] or "",
            row=row[ROW] or 0,
            key=row[KEY[probe.table]] or "",
            structure=row["structure"] or "",
            quarter=quarter(row["_trimestre"]),
            words=_words(probe, row),
        )


def _without_people(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a row that names nobody, whatever was written in the place of a reference."""
    employee, client = row.get("salarie"), row.get("client")
    told = dict(row)
    if employee and designates(employee):
        told["salarie"] = "une personne"
    if client and singles_out(client):
        told["client"] = "un particulier"
    return told


def _words(probe: Probe, row: Mapping[str, Any]) -> str:
    """Return what a row shows; a plugin that stumbles over a row does not take the others' measure with it."""
    try:
        return probe.subject.words(_without_people(row))
    except PluginError as error:
        return f"la mesure n'a pas su le dire ({error})"
