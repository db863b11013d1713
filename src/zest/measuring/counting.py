"""From a plan to counts and rows: all counts in one go of the engine, then only the rows that are at fault."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import narwhals as nw

from zest.indicators.material import Frame
from zest.measuring.answers import Counted, Counts
from zest.measuring.filling import empty_column, unfilled
from zest.measuring.material import Rows
from zest.measuring.picking import faulty, missed
from zest.measuring.plan import plan
from zest.measuring.probe import WHERE, Probe, of_promise
from zest.measuring.rows_out import write_rows


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
    settled = engine.settle(made.cells, {})
    cells: dict[str, Counts] = {name: engine.rows(settled[name]) for name in made.cells}
    step("lignes en défaut")
    empty = unfilled(material, probes)
    found = {
        probe: rows
        for name, group in made.groups.items()
        for probe, rows in faulty(material, group, cells[name], shown=limit > 0 or rows_out is not None)
        # What nobody filled is no fault: the promise is not measured.
        if not empty_column(probe.subject, empty)
    }
    kept = engine.settle({}, {probe.name: rows for probe, rows in found.items() if probe.find})
    found |= {probe: kept[probe.name] for probe in found if probe.name in kept}
    failed = {p.name: _failed(material, found.get(p)) for p in probes if p.find}
    if rows_out is not None:
        step("écriture des lignes")
        alone = sum(missed(cells[made.home[probe.name]], probe) for probe in found if not probe.find)
        write_rows(material, found, alone + _lines(failed.values()), rows_out)
    return Counted(
        cells=cells,
        home=made.home,
        failed=failed,
        first=_first(material, found, limit) if limit else {},
        unfilled=empty,
    )


def _failed(material: Rows, rows: Frame | None) -> Counts:
    """Count rows at fault by structure, offer and quarter."""
    if rows is None:
        return ()
    return material.engine.rows(rows.group_by(*material.who, "_trimestre").agg(_lignes=nw.len()))


def _lines(counts: Iterable[Counts]) -> int:
    return sum(row["_lignes"] for rows in counts for row in rows)


def _first(material: Rows, found: Mapping[Probe, Frame], limit: int) -> dict[tuple[str, str], Counts]:
    """Return the first rows at fault of each probe and offer."""
    engine = material.engine
    wanted = {
        (probe.name, offer): of_promise(every, probe, offer).sort(*WHERE).head(limit)
        for probe, every in found.items()
        for offer in probe.offers
    }
    settled = engine.settle({f"{name} {offer}": frame for (name, offer), frame in wanted.items()}, {})
    return {(name, offer): engine.rows(settled[f"{name} {offer}"]) for name, offer in wanted}
