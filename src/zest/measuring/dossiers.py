"""The tables of a dossier measured into its verdict: measures, rows at fault, counts that disagree."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from zest.catalogue import Catalogue
from zest.findings import Finding, Place
from zest.indicators.indicator import Indicator
from zest.measurement import Measurement, PromiseMeasured, RowAtFault, RowFaults
from zest.measuring.catalogue import by_slug, row_rules
from zest.measuring.given import frames, tables_read
from zest.measuring.requests import request_of
from zest.measuring.run import measure
from zest.model.commitment import Measure
from zest.model.dossier import Dossier, KeyPath, Sources
from zest.model.period import Quarter
from zest.notices import NOTICES

SHOWN = 20
"""Rows that a measure of a dossier carries; « zest measure » gives the others."""


@attrs.frozen
class Measured:
    """Places of a dossier whose last measures come from its tables."""

    written: Sources
    places: Mapping[int, Place]

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the first row at fault for a measure that no one wrote, else where it was written."""
        match path:
            case ("measures", int(rank), *_) if rank in self.places:
                return self.places[rank]
            case _:
                return self.written.place(path, key=key)

    def lost(self, path: KeyPath) -> bool:
        """Whether something there was left out."""
        return self.written.lost(path)


def with_tables(
    dossier: Dossier, catalogue: Catalogue, others: Iterable[Indicator], as_of: dt.date
) -> Dossier:
    """Return the dossier with what its tables measure: measures that nobody gave, and findings on rows.

    Args:
        dossier: as loaded, its tables read.
        catalogue: figures, and facts of the sectors.
        others: measures of the sectors.
        as_of: the day of the check.
    """
    told = measured(dossier, catalogue, others, as_of)
    promises = [promise for promise in told.promises if not promise.reason]
    new = [one for promise in promises for one in _measures(promise, dossier) if not _given(dossier, one)]
    places = {
        len(dossier.measures) + rank: one.rows[0] if one.rows else Place(file=_file(dossier, promises, one))
        for rank, one in enumerate(new)
    }
    return attrs.evolve(
        dossier,
        measures=(*dossier.measures, *new),
        faults=(*dossier.faults, *_row_findings(told.faults, dossier), *_disagreements(promises, dossier)),
        sources=Measured(dossier.sources, places),
    )


def measured(
    dossier: Dossier, catalogue: Catalogue, others: Iterable[Indicator], as_of: dt.date, rows: int = SHOWN
) -> Measurement:
    """Measure the promises of a dossier on its tables, with polars."""
    names = dict.fromkeys(table.name for table in dossier.tables)
    read = list(tables_read(dossier.tables).values())
    asked = attrs.evolve(request_of(dossier, catalogue, others, as_of), rows=rows, told=read)
    sources = {name: frames([table for table in dossier.tables if table.name == name]) for name in names}
    return measure(sources, asked)


def _measures(promise: PromiseMeasured, dossier: Dossier) -> Iterator[Measure]:
    """Yield the measures of the dossier's members; a structure that it does not know is told otherwise."""
    members = {structure.key for structure in dossier.structures}
    for one in (one for one in promise.measures if one.structure in members):
        rows = [r for r in promise.rows if (r.structure, r.quarter) == (one.structure, one.quarter)]
        yield Measure(
            commitment=promise.commitment,
            structure=one.structure,
            quarter=Quarter(one.quarter),
            kept=one.kept,
            cases=one.cases,
            offer=promise.offer,
            rows=tuple(Place(file=row.file, line=row.row) for row in rows),
        )


def _given(dossier: Dossier, made: Measure) -> Measure | None:
    """Return the measure that somebody gave of the same promise, structure and quarter."""
    return next((one for one in dossier.measures if _same(one, made)), None)


def _same(one: Measure, other: Measure) -> bool:
    keys = ("commitment", "structure", "quarter")
    return all(getattr(one, k) == getattr(other, k) for k in keys) and one.offer in ("", other.offer)


def _file(dossier: Dossier, promises: Sequence[PromiseMeasured], made: Measure) -> str:
    """Return the first file of the table that a measure counted."""
    known = by_slug()
    of = {p.commitment: known[p.indicator].table for p in promises if p.indicator in known}
    return next((t.file for t in dossier.tables if t.name == of.get(made.commitment)), "")


def _disagreements(promises: Sequence[PromiseMeasured], dossier: Dossier) -> Iterator[Finding]:
    for made in (one for promise in promises for one in _measures(promise, dossier)):
        given = _given(dossier, made)
        if given and (given.kept, given.cases) != (made.kept, made.cases):
            yield NOTICES["Z079"].finding(
                f"L'engagement « {made.commitment} » de « {made.structure} » au {made.quarter} : "
                f"{given.kept} cas tenus sur {given.cases} à la main, {made.kept} sur {made.cases} "
                "d'après les tableaux.",
                identity=("measures", made.commitment, made.structure, made.quarter, made.offer),
                subject=(dossier.name, made.commitment),
                place=dossier.sources.place(("measures", dossier.measures.index(given))),
            )


def _row_findings(faults: Iterable[RowFaults], dossier: Dossier) -> Iterator[Finding]:
    """Yield one finding for each rule and file, but for what a rule says of the very objects that rows are."""
    said = {(r.code, r.table) for r in row_rules() if r.object_rule and r.table in dossier.judged}
    for fault in faults:
        if (fault.code, fault.table) in said:
            continue
        by_file: dict[str, list[RowAtFault]] = {}
        for row in fault.rows:
            by_file.setdefault(row.file, []).append(row)
        for file, rows in by_file.items():
            yield _row_finding(fault, file, rows, dossier, whole=len(by_file) == 1)


def _row_finding(
    fault: RowFaults, file: str, rows: Sequence[RowAtFault], dossier: Dossier, *, whole: bool
) -> Finding:
    notice = NOTICES[fault.code]
    count = fault.rows_in_all if whole else len(rows)
    listed = ", ".join(str(row.row) for row in rows)
    more = f" et {count - len(rows)} autres" if count > len(rows) else ""
    first = f"ligne {rows[0].row} : {rows[0].words}" if count == 1 else f"lignes {listed}{more}"
    return notice.finding(
        f"{notice.requirement} Le tableau « {fault.table} » y manque {_times(count)} ({first}).",
        identity=(fault.table, file),
        subject=(dossier.name, fault.table),
        place=Place(file=file, line=rows[0].row),
    )


def _times(count: int) -> str:
    return "une fois" if count == 1 else f"{count} fois"
