"""A promise that is about to be broken in a quarter."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.measures import judged, rows_remedy
from zest.model.commitment import Measure
from zest.report import Standing
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z123",
    on=Measure,
    ground=Ground.COMMITMENTS,
    severity=Severity.WARNING,
    requirement="Chaque structure tient chaque trimestre les engagements de l'offre, sans frôler la rupture.",
    why="Quelques cas de plus et la promesse est rompue : c'est maintenant qu'il faut agir.",
    remedy="Reprenez les cas manqués avec la structure, puis revoyez l'engagement à la prochaine réunion du collectif.",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    figures=("commitments.at-risk-margin",),
    reading="Sous l'objectif de cinq points au plus, l'engagement est à risque ; au-delà, il est rompu.",
    good={"measures.0.kept": 40},
    bad={"measures.0.kept": 38},
)
def commitment_at_risk(measure: Measure, case: Case) -> Iterator[Answer]:
    """The share of the cases that passed is not a little below the target."""
    found = judged(measure, case)
    if found is None or measure.cases < 1:
        yield NOT_ASKED
    elif found[1].standing is Standing.AT_RISK:
        promise, share = found[0], f"{measure.kept} cas tenus sur {measure.cases}"
        words = f"« {promise.statement or promise.key} » est à risque au {measure.quarter} : {share}."
        yield Fault(words, at=("kept",), remedy=rows_remedy(measure))
