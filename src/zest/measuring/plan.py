"""One plan for an engine: every question and every rule of rows over as few passes as can be.

What several questions ask of the same rows is counted in one grouping by structure and quarter.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs
import narwhals as nw

from zest.indicators.indicator import Indicator
from zest.indicators.material import DAY, Expr, Frame, Material
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Terms
from zest.measuring.material import Rows
from zest.measuring.probe import Probe, judged


@attrs.frozen(kw_only=True, eq=False)
class Group:
    """Rows that several probes look at.

    Attributes:
        frame: the rows, with what the probes say of them.
        table: whose they are; empty for those of another grain.
        alone: probes that judge each of them alone.
        others: probes that do not.
    """

    frame: Frame
    table: str
    alone: list[Probe] = attrs.field(factory=list)
    others: list[Probe] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, eq=False)
class Plan:
    """What to count, and what to look at again for its rows at fault.

    Attributes:
        cells: by name, counts by structure, offer and quarter; one for each table, and one for each other grain.
        groups: by name of a frame of ``cells``, its rows and who looks at them; a probe that does not judge a row
            alone looks at the rows of its table.
        home: for each probe, the name of the frame of ``cells`` that counts it.
    """

    cells: dict[str, Frame] = attrs.field(factory=dict)
    groups: dict[str, Group] = attrs.field(factory=dict)
    home: dict[str, str] = attrs.field(factory=dict)


def plan(material: Rows, probes: Sequence[Probe]) -> Plan:
    """Make the plan."""
    made = Plan()
    for probe in probes:
        material.want(probe.table, probe.subject.gathers)
    for name, rows, asked in _by_frame(material, probes):
        frame = judged(rows, asked)
        if name in DAY:
            frame = material.engine.keep(frame)
        made.cells[name] = _cells(frame, asked, material.who)
        made.groups[name] = Group(frame=frame, table=name if name in DAY else "")
        for probe in asked:
            made.home[probe.name] = name
            # The frames of the tables come before those of other grains.
            (made.groups[probe.table].others if probe.find else made.groups[name].alone).append(probe)
    return made


def _by_frame(material: Rows, probes: Sequence[Probe]) -> Iterable[tuple[str, Frame, list[Probe]]]:
    """Put together the probes that look at the very same rows; each table is there, asked of or not."""
    wide, terms = _widened(material, probes)
    asked = {id(frame): (table, frame, list[Probe]()) for table, frame in wide.items()}
    for probe in probes:
        frame = wide[probe.table] if terms.get(_adding(probe)) == probe.terms else frame_of(material, probe)
        frame = wide[probe.table] if frame is material.table(probe.table) else frame
        asked.setdefault(id(frame), (f"grain-{probe.name}", frame, []))[2].append(probe)
    return asked.values()


def _widened(material: Rows, probes: Sequence[Probe]) -> tuple[dict[str, Frame], dict[Any, Terms]]:
    """Add to each table what its measures need; one that is asked again on other terms goes by itself."""
    wide = {probe.table: material.table(probe.table) for probe in probes}
    terms: dict[Any, Terms] = {}
    for probe in probes:
        if (adding := _adding(probe)) and adding not in terms:
            terms[adding] = probe.terms
            wide[probe.table] = adding(material, probe.terms, wide[probe.table])
    return wide, terms


def _adding(probe: Probe) -> Callable[[Material, Terms, Frame], Frame] | None:
    return probe.subject.widen if isinstance(probe.subject, Indicator) else None


def frame_of(material: Rows, probe: Probe) -> Frame:
    """Return the rows that a probe looks at, were it alone."""
    if adding := _adding(probe):
        return adding(material, probe.terms, material.table(probe.table))
    grain = probe.subject.grain if isinstance(probe.subject, Indicator) else None
    return grain(material, probe.terms) if grain else material.table(probe.table)


def _cells(frame: Frame, probes: Iterable[Probe], who: Sequence[str]) -> Frame:
    counts: dict[str, Any] = {"_lignes": nw.len()}
    for probe in probes:
        counts |= _counts(probe)
    return frame.group_by(*who, "_trimestre").agg(**counts)


def _counts(probe: Probe) -> dict[str, Expr]:
    """Count what a probe says of rows: a rule of rows has as many cases as there are rows."""
    subject, name = probe.subject, probe.name
    if isinstance(subject, RowRule):
        return {f"{name}_fautes": _count(probe.at_fault)} if subject.sound else {}
    told = {
        "cas": probe.case,
        "tenus": probe.case & probe.passing,
        "muets": probe.case & probe.passing.is_null(),
    }
    return {f"{name}_{word}": _count(truth, subject.weight) for word, truth in told.items()}


def _count(truth: Expr, weight: str = "") -> Expr:
    """Count the cases for which something is true."""
    ones = truth.fill_null(nw.lit(value=False)).cast(nw.Int64)
    return (ones * nw.col(weight) if weight else ones).sum()
