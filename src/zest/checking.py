"""``check`` as most people want it: the sectors that the dossier names, judged today."""

import datetime as dt
from collections.abc import Iterable

import attrs

from zest.findings import Finding, in_sheet
from zest.model.dossier import Dossier
from zest.plugins.assembly import Assembly, assemble
from zest.plugins.containment import watching
from zest.report import Report
from zest.validation import check as judge


def check(
    dossier: Dossier,
    *,
    as_of: dt.date | None = None,
    assembly: Assembly | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Report:
    """Judge a dossier by the core rules and those of the sectors that its offers name.

    Args:
        dossier: as loaded.
        as_of: the day of the check; today when left out.
        assembly: rules and sectors made beforehand, to check many dossiers with one loading.
        select: beginnings of the codes to keep; all when empty.
        ignore: beginnings of the codes to leave out.

    Returns:
        The report. A sector that is missing or broken is a finding, and the verdict is then never « conforming ».

    Raises:
        MissingExtraError: it has tables, and the ``records`` extra is not installed.
        UnknownRuleError: ``select`` or ``ignore`` names the beginning of no code.
    """
    made = assembly or assemble(dossier.sectors)
    catalogue = made.catalogue.selected(tuple(select), tuple(ignore))
    day = as_of or dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment
    if dossier.tables:
        from zest.measuring.dossiers import (
            with_tables,
        )  # data frames, which a dossier without tables never loads

        dossier = with_tables(dossier, made.catalogue, made.indicators, day)
    refusals = tuple(_placed(finding, dossier) for finding in made.findings)
    notices = tuple(_superseded(dossier, made, day))
    with watching():
        report = judge(dossier, catalogue, day, apparatus=refusals, notices=notices, sectors=made.labels)
    return _in_sheets(report) if dossier.tables else report


def _in_sheets(report: Report) -> Report:
    """Tell the rows of tables that are sheets of a workbook as its cells are told."""
    found = (attrs.evolve(one, place=in_sheet(one.place)) for one in report.findings)
    return attrs.evolve(report, findings=tuple(found))


def _superseded(dossier: Dossier, made: Assembly, day: dt.date) -> Iterable[Finding]:
    if not any(one.origin.local for one in made.loaded):
        return ()
    from zest.superseding import superseded  # what compares two editions is needed by few

    return superseded(dossier, made, day)


def _placed(refusal: Finding, dossier: Dossier) -> Finding:
    """Place a refused sector at the first offer that names it."""
    for rank, offer in enumerate(dossier.offers):
        if refusal.identity == ("sectors", offer.sector):
            return attrs.evolve(refusal, place=dossier.sources.place(("offers", rank, "sector")))
    return refusal
