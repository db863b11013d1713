"""On a post with special risks, a temporary worker is found apt before starting."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.delays import begun
from zest.readings.formalities.regimes import Regime, regime_of
from zest.readings.formalities.visits import exams_of_worker
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified

_AT = ("aptitude_exam_on",)


@rule(
    "Z527",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="En travail temporaire, l'examen d'aptitude précède la prise d'un poste à risques particuliers.",
    why="Sur un tel poste, l'aptitude se vérifie avant l'exposition, et non après.",
    remedy="Faites passer l'examen avant la mission, et donnez aptitude_exam_on.",
    source=verified(
        "Suivi médical des intérimaires : INRS, et Éditions Tissot (2020)",
        "2026-08-22",
        "inrs.fr, editions-tissot.fr",
    ),
    since=dt.date(2020, 1, 1),
    reading="La page lue est de 2020, et le début du texte n'a pas été recherché. Un examen du premier jour compte"
    " comme préalable ; celui d'une autre mission pour la même structure vaut aussi. Le suivi renforcé est à la"
    " charge du client (art. L1251-22, lu en 2015).",
    good={"missions.0.risky_post": True, "missions.0.aptitude_exam_on": "2026-03-02"},
    bad={"missions.0.risky_post": True, "missions.0.aptitude_exam_on": "2026-03-03"},
)
def aptitude_exam_missing(mission: Mission, case: Case) -> Iterator[Answer]:
    """An exam of the worker was passed on the first day of the mission at the latest."""
    start, exams = mission.start, exams_of_worker(mission, case)
    asked = regime_of(mission, case) is Regime.TEMPORARY_WORK and mission.risky_post
    if not asked or start is None or (not exams and not begun(mission, case)):
        yield NOT_ASKED
    elif not exams:
        words = (
            f"Le poste de la mission « {mission.key} » est à risques particuliers, et le dossier ne dit pas quand la"
            " personne a passé son examen d'aptitude."
        )
        yield Unknown(words, at=_AT)
    elif (first := min(exams)) > start:
        words = (
            f"L'examen d'aptitude a lieu le {first:%d/%m/%Y}, après le début de la mission « {mission.key} », sur un"
            f" poste à risques particuliers, le {start:%d/%m/%Y}."
        )
        yield Fault(words, at=_AT)
