"""From a plan to counts and rows: all counts in one go of the engine, then only the rows that are at fault."""

from collections.abc import Callable, Sequence
from pathlib import Path

import narwhals as nw

from zest.indicators.indicator import Frame, RowRule
from zest.measuring.answers import Counted, Counts
from zest.measuring.material import Rows
from zest.measuring.plan import WHERE, Plan, Probe, at_fault, plan, suspects
from zest.measuring.rows_out import write_rows

MANY = 200_000
"""Rows at fault beyond which a probe is looked at alone, and only its first rows kept: memory stays bounded."""


def count(
    material: Rows,
    probes: Sequence[Probe],
    limit: int,
    *,
    rows_out: Path | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Counted:
    """Run a plan.

    Args:
        material: rows on an engine.
        probes: what is asked.
        limit: how many rows at fault are shown for each probe and offer; 0 for none.
        rows_out: file for all rows at fault.
        step: called with French words before each long part.
    """
    step("mesure des tableaux")
    made, engine = plan(material, probes), material.engine
    settled = engine.settle(made.cells, made.faults)
    cells: dict[str, Counts] = {name: engine.rows(settled[name]) for name in made.cells}
    failed: dict[str, Counts] = {
        name: engine.rows(settled[name].group_by(*material.who, "_trimestre").agg(_lignes=nw.len()))
        for name in made.faults
    }
    faults = {name: settled[name] for name in made.faults}
    first: dict[tuple[str, str], Counts] = {}
    if limit:
        step("lignes en défaut")
        first = _first(material, made, cells, {n: faults[n] for n in faults if failed[n]}, probes, limit)
    if rows_out is not None:
        step("écriture des lignes")
        write_rows(material, probes, faults, rows_out)
    return Counted(cells=cells, home=made.home, failed=failed, first=first, alone=material.alone)


def _first(
    material: Rows,
    made: Plan,
    cells: dict[str, Counts],
    faults: dict[str, Frame],
    probes: Sequence[Probe],
    limit: int,
) -> dict[tuple[str, str], Counts]:
    """Return the first rows at fault of each probe and offer."""
    engine = material.engine
    wanted: dict[tuple[str, str], Frame] = {}
    for name, (frame, asked) in made.groups.items():
        wanted |= _heads(frame, [p for p in asked if _missed(cells[name], p)], cells[name], material, limit)
    for probe in probes:
        if probe.name in faults:
            wanted |= _by_offer(faults[probe.name], probe, material, limit)
    settled = engine.settle({f"{n} {offer}": frame for (n, offer), frame in wanted.items()}, {})
    return {(n, offer): engine.rows(settled[f"{n} {offer}"]) for n, offer in wanted}


def _heads(
    frame: Frame, asked: list[Probe], cells: Counts, material: Rows, limit: int
) -> dict[tuple[str, str], Frame]:
    """Return the first rows of probes of one frame: those of few rows are looked for together."""
    few = [probe for probe in asked if _missed(cells, probe) <= MANY]
    found: dict[tuple[str, str], Frame] = {}
    if few:
        [together] = material.engine.settle({}, {"suspects": suspects(frame, few, material.who)}).values()
        for probe in few:
            own = together.filter(nw.col(f"{probe.name}_faute")).select(*probe.shown(material.who))
            found |= _by_offer(own, probe, material, limit)
    for probe in asked:
        if probe not in few:
            found |= _by_offer(at_fault(frame, probe, material.who), probe, material, limit)
    return found


def _by_offer(rows: Frame, probe: Probe, material: Rows, limit: int) -> dict[tuple[str, str], Frame]:
    """Return the first rows of each offer; when there is but one, those that name none are its own."""
    found: dict[tuple[str, str], Frame] = {}
    for offer in probe.offers:
        own = nw.col("offre") == offer
        kept = rows.filter(own | nw.col("offre").is_null() if material.alone else own) if offer else rows
        found[probe.name, offer] = kept.sort(*WHERE).head(limit)
    return found


def _missed(cells: Counts, probe: Probe) -> int:
    """Count the rows at fault of a probe that judges a row alone."""
    name = probe.name
    if isinstance(probe.subject, RowRule):
        return sum(row[f"{name}_fautes"] for row in cells)
    return sum(row[f"{name}_cas"] - row[f"{name}_muets"] - row[f"{name}_tenus"] for row in cells)
