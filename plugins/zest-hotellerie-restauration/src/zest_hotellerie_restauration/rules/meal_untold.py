"""The meal is settled before the mission: served, paid or not owed."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.lent_work import sector_of
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import interpretation
from zest_hotellerie_restauration.part_time import agreement_of

_FACT = "repas-du"


@rule(
    "HCR306",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="hotellerie-restauration",
    requirement="Une mission qui dit ses heures dit comment le repas est réglé : fourni, indemnisé ou non dû.",
    why="L'employeur nourrit ou indemnise qui est là à l'heure du repas ; la personne prêtée y a droit aussi.",
    remedy="Donnez pattern.meal : « fourni », « indemnité » ou « non dû ».",
    source=interpretation(
        "Obligation de nourriture de la branche et parité de rémunération, lues ensemble", "2026-08-22"
    ),
    reading="Le repas est dû si l'établissement est ouvert à la clientèle à cette heure et si la personne est là.",
    good={"missions.0.pattern": {"daily_hours": 7, "meal": "indemnité"}},
    bad={"missions.0.pattern": {"daily_hours": 7}},
)
def meal_untold(mission: Mission, case: Case) -> Iterator[Answer]:
    """At a client whose agreement feeds its staff, the meal is told."""
    if mission.pattern is None or not _feeds(mission, case):
        yield NOT_ASKED
    elif not mission.pattern.meal:
        yield Unknown(
            f"Le dossier ne dit pas comment le repas est réglé pour la mission « {mission.key} ».",
            at=("pattern",),
        )


def _feeds(mission: Mission, case: Case) -> bool:
    """Whether the facts of the client's agreement tell of a meal."""
    sector, idcc = sector_of(mission, case), agreement_of(mission, case)
    known = sector.facts.get(idcc) if sector and idcc else None
    return known is not None and any(fact.key == _FACT for fact in known.facts)
