"""The two tables of a report: structures × conditions, and how each commitment stands."""

import datetime as dt
from collections.abc import Iterable, Sequence

from zest.catalogue import Catalogue
from zest.findings import Finding
from zest.measures import measures_of, one, overall, promised, target_of, threshold_words
from zest.model.dossier import Dossier
from zest.model.structure import Structure
from zest.report import CommitmentReport, Mark, StructureReport
from zest.validation.judgement import Judgement


def columns(judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """Return the headings: one for each rule that fills a column, in the order of codes."""
    heads = {j.rule.code: j.rule.column for j in judgements if j.rule.column}
    return tuple(dict.fromkeys(heads[code] for code in sorted(heads)))


def structure_reports(
    dossier: Dossier, judgements: Sequence[Judgement], findings: Sequence[Finding]
) -> tuple[StructureReport, ...]:
    """Return one line for each structure."""
    heads = columns(judgements)
    waived = {f.fingerprint for f in findings if f.waiver is not None}
    # A condition of the whole collective, such as the entry procedure, fills its column for every structure.
    of_all = [j for j in judgements if j.rule.column and isinstance(j.subject.value, Dossier)]
    of_one: dict[int, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.rule.column:
            of_one.setdefault(id(judgement.subject.value), []).append(judgement)
    return tuple(
        StructureReport(
            key=s.key,
            name=s.name,
            kind=s.kind or "",
            marks=tuple(
                _mark(s, [j for j in (*of_all, *of_one.get(id(s), ())) if j.rule.column == head], waived)
                for head in heads
            ),
        )
        for s in dossier.structures
    )


def _mark(structure: Structure, judgements: Iterable[Judgement], waived: set[str]) -> Mark:
    said = [j for j in judgements if j.asked]
    open_ = [f for j in said for f in j.findings if f.fingerprint not in waived]
    if any(not f.unknown and not f.apparatus for f in open_):
        return Mark.MISSING
    if open_ or any(j.unanswered or j.crashed for j in said):
        return Mark.UNKNOWN
    if any(j.findings for j in said):
        return Mark.WAIVED
    if said:
        return Mark.MET
    # Of a structure whose kind is not told, nobody can say that a condition does not concern it.
    return Mark.NOT_ASKED if structure.kind else Mark.UNKNOWN


def commitment_reports(
    dossier: Dossier, catalogue: Catalogue, as_of: dt.date
) -> tuple[CommitmentReport, ...]:
    """Return how each promise of each offer stands."""
    margin = catalogue.law.on(as_of)["commitments.at-risk-margin"]
    reports = []
    for offer in dossier.offers:
        for _, promise in promised(offer, catalogue.sectors):
            target = target_of(promise)
            told = measures_of(promise, offer, dossier)
            reports.append(
                CommitmentReport(
                    offer=offer.key,
                    commitment=promise.key,
                    statement=promise.statement or "",
                    threshold=threshold_words(promise),
                    target=target,
                    overall=overall(told, target, margin),
                    measures=tuple(one(m, target, margin) for m in told),
                )
            )
    return tuple(reports)
