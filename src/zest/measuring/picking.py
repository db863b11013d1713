"""The rows at fault of all probes of a table, found in one more pass over it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import narwhals as nw

from zest.indicators.material import DAY, SUSPECT, Expr, Frame
from zest.indicators.row_rule import RowRule
from zest.measuring.material import Rows
from zest.measuring.plan import Group
from zest.measuring.probe import Probe

MANY = 200_000
"""Rows at fault beyond which a probe is looked at alone, and only its first rows kept: memory stays bounded."""
MARKS = 10_000
"""Marks of suspect rows beyond which they are joined to the table, and not looked for in a list."""


def faulty(
    material: Rows, group: Group, cells: Sequence[Mapping[str, Any]], *, shown: bool
) -> Iterator[tuple[Probe, Frame]]:
    """Yield each probe that has rows at fault, and these rows.

    Args:
        material: rows on an engine.
        group: what is looked at.
        cells: its counts.
        shown: whether the rows of probes that judge each row alone are wanted.
    """
    alone = [probe for probe in group.alone if shown and missed(cells, probe)]
    few = [probe for probe in alone if missed(cells, probe) <= MANY]
    marks = {probe.name: _marks(material, probe) for probe in group.others}
    listed = [probe for probe in group.others if marks[probe.name]]
    picked = _picked(material, group, few, {p: marks[p.name] or () for p in listed})
    for probe in alone:
        rows = picked.filter(_flag(probe)) if probe in few else group.frame.filter(probe.at_fault)
        yield probe, rows.select(*probe.shown(material.who))
    for probe in group.others:
        if marks[probe.name] != ():
            rows = picked.filter(_flag(probe)) if probe in listed else _joined(material, group.frame, probe)
            yield probe, _found(material, probe, rows)


def _found(material: Rows, probe: Probe, rows: Frame) -> Frame:
    assert probe.find is not None  # noqa: S101  # only those that do not judge a row alone come here
    return probe.find(material, probe.terms, rows).select(*probe.shown(material.who))


def _marks(material: Rows, probe: Probe) -> Sequence[int] | None:
    """Return the marks of the rows that may be at fault; ``None`` when they are unknown, or too many for a list."""
    if probe.subject.suspects is None:
        return None
    rows = material.engine.rows(probe.subject.suspects(material, probe.terms)[1].head(MARKS + 1))
    return tuple(row[SUSPECT] for row in rows) if len(rows) <= MARKS else None


def _joined(material: Rows, frame: Frame, probe: Probe) -> Frame:
    if probe.subject.suspects is None:
        return frame
    mark, marks = probe.subject.suspects(material, probe.terms)
    return frame.with_columns(mark.alias(SUSPECT)).join(marks, on=SUSPECT, how="semi")


def _picked(
    material: Rows, group: Group, alone: Sequence[Probe], listed: Mapping[Probe, Sequence[int]]
) -> Frame:
    """Return, narrow, the rows that may be at fault for any of those probes, each with what for."""
    flags = {_flag_name(probe): probe.at_fault for probe in alone}
    for probe, marks in listed.items():
        flags[_flag_name(probe)] = _mark(material, probe).is_in(list(marks))
    if not flags:
        return group.frame
    there = set(group.frame.collect_schema().names())
    wanted = dict.fromkeys(name for probe in (*alone, *listed) for name in probe.seen(material.who))
    day = DAY.get(group.table, "")
    if day:  # Of the few rows that are kept, the quarter is quickly told again.
        wanted = {**dict.fromkeys((day,)), **{name: None for name in wanted if name != "_trimestre"}}
    narrow = group.frame.select(*(name for name in wanted if name in there), **flags)
    kept = narrow.filter(nw.any_horizontal(*flags, ignore_nulls=True))
    # A mark may stand for thousands of rows: where they are many, they go to disk.
    return material.engine.aside([material.with_quarter(kept, day) if day else kept])


def _mark(material: Rows, probe: Probe) -> Expr:
    assert probe.subject.suspects is not None  # noqa: S101  # its marks were listed
    return probe.subject.suspects(material, probe.terms)[0]


def _flag_name(probe: Probe) -> str:
    return f"{probe.name}_faute"


def _flag(probe: Probe) -> Expr:
    return nw.col(_flag_name(probe))


def missed(cells: Sequence[Mapping[str, Any]], probe: Probe) -> int:
    """Count the rows at fault of a probe that judges a row alone."""
    if isinstance(probe.subject, RowRule):
        return _sum(cells, f"{probe.name}_fautes")
    due, passed, mute = (_sum(cells, f"{probe.name}_{word}") for word in ("cas", "tenus", "muets"))
    return due - passed - mute


def _sum(cells: Sequence[Mapping[str, Any]], name: str) -> int:
    return sum(row[name] for row in cells)
