"""The meal is settled before the mission: served, paid or not owed."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import interpretation


@rule(
    "HCR306",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="hotellerie-restauration",
    requirement="Une mission dit comment le repas est réglé : fourni, indemnisé ou non dû.",
    why="L'employeur nourrit ou indemnise qui est là à l'heure du repas ; le salarié prêté y a droit comme les autres.",
    remedy="Donnez pattern.meal : « fourni », « indemnité » ou « non dû ».",
    source=interpretation(
        "Obligation de nourriture de la branche et parité de salaire, lues ensemble", "2026-08-22"
    ),
    good={"missions.0.pattern": {"daily_hours": 7, "meal": "indemnité"}},
    bad={"missions.0.pattern": {"daily_hours": 7}},
)
def meal_untold(mission: Mission, _: Case) -> Iterator[Answer]:
    """A mission that tells its hours tells its meal."""
    if mission.pattern is None:
        yield NOT_ASKED
    elif not mission.pattern.meal:
        yield Unknown(
            f"Le dossier ne dit pas comment le repas est réglé pour la mission « {mission.key} ».",
            at=("pattern",),
        )
