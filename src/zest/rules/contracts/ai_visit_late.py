"""The employee of an AI sees a health professional at the first lending, or soon after."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.regimes import Regime, regime_of
from zest.readings.formalities.visits import visit_answers
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import verified


@rule(
    "Z528",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le salarié d'une AI passe sa visite médicale lors du premier prêt, ou dans le mois qui suit.",
    why="Le salarié d'une AI change souvent d'employeur d'accueil : sa santé se suit dès le premier.",
    remedy="Demandez la visite au service interentreprises de santé au travail, et donnez medical_visit_on.",
    source=verified(
        "Code du travail, art. R5132-26-6 à R5132-26-8", "2026-08-22", "french-business-law.com, spsti2387.fr"
    ),
    figures=("contracts.intermediary-visit-months",),
    reading="Rédaction postérieure à 2016. Le délai court du premier prêt de la personne par l'AI : une visite ou un"
    " examen antérieur vaut pour les suivants, dans la limite de trois emplois que zest ne compte pas.",
    good={"missions.1.medical_visit_on": "2026-04-09"},
    bad={"missions.1.medical_visit_on": "2026-04-10"},
)
def ai_visit_late(mission: Mission, case: Case) -> Iterator[Answer]:
    """The visit comes within the delay of an AI, whatever the post."""
    if regime_of(mission, case) is not Regime.INTERMEDIARY:
        yield NOT_ASKED
    else:
        yield from visit_answers(mission, case.law["contracts.intermediary-visit-months"], case)
