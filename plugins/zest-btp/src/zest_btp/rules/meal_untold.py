"""On a site the meal is settled before the mission: supplied, paid or not owed."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import interpretation


@rule(
    "BTP306",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="btp",
    requirement="Une mission de chantier dit comment le repas est réglé : fourni, indemnisé ou non dû.",
    why="L'indemnité de repas fait partie de la paie du chantier, et la parité la doit aussi à la personne prêtée.",
    remedy="Donnez pattern.meal : « fourni », « indemnité » ou « non dû » (cantine, repas fourni, retour chez soi).",
    source=interpretation(
        "Indemnités de petits déplacements de la branche et parité de salaire, lues ensemble", "2026-08-22"
    ),
    good={"missions.0.pattern": {"daily_hours": 7, "meal": "indemnité"}},
    bad={"missions.0.pattern": {"daily_hours": 7}},
)
def meal_untold(mission: Mission, _: Case) -> Iterator[Answer]:
    """A mission that tells its hours tells its meal."""
    if mission.pattern is None:
        yield NOT_ASKED
    elif not mission.pattern.meal:
        words = f"Le dossier ne dit pas comment le repas est réglé pour la mission « {mission.key} »."
        yield Unknown(words, at=("pattern",))
