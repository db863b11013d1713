"""A temporary worker sees a health professional in the months after taking the post."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.regimes import Regime, regime_of
from zest.readings.formalities.visits import visit_answers
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import verified


@rule(
    "Z526",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="En travail temporaire, la visite d'information et de prévention a lieu dans les trois mois.",
    why="La visite informe la personne des risques de son métier, et repère ce qui la mettrait en danger.",
    remedy="Demandez la visite au service de santé au travail, et donnez medical_visit_on.",
    source=verified(
        "Suivi médical des intérimaires : INRS, et Éditions Tissot (2020)",
        "2026-08-22",
        "inrs.fr, editions-tissot.fr",
    ),
    figures=("contracts.temporary-visit-months",),
    reading="Le délai court de la première mission de la personne pour la structure : une visite ou un examen antérieur"
    " vaut pour les suivantes, dans la limite de trois emplois (art. R4625-9, lu en 2015) que zest ne compte pas."
    " Si la personne n'est plus en mission le dernier jour du délai, une visite tardive donne un avertissement. Un"
    " poste à risques demande l'examen d'aptitude à la place.",
    good={"missions.0.medical_visit_on": "2026-06-02"},
    bad={"missions.0.end": "2026-06-30", "missions.0.medical_visit_on": "2026-06-03"},
)
def temporary_visit_late(mission: Mission, case: Case) -> Iterator[Answer]:
    """The visit comes within the delay of temporary work, unless the post asks for an exam."""
    if regime_of(mission, case) is not Regime.TEMPORARY_WORK or mission.risky_post:
        yield NOT_ASKED
    else:
        months = case.law["contracts.temporary-visit-months"]
        yield from visit_answers(mission, months, case, gone=Severity.WARNING)
