"""An employee lent by several AI of a collective has one counter by AI; a prudent collective keeps one for all."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.excess import capped_ai, own_excesses, shared_excesses
from zest.readings.hours_cap.judging import CAP, LENGTH, Kind
from zest.readings.hours_cap.wording import answer
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import interpretation


@rule(
    "Z303",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Par prudence, les AI d'un collectif comptent ensemble les heures d'un même salarié en entreprise.",
    why="À la lettre, chaque AI a son compteur ; se relayer pour passer le plafond reste le contourner.",
    remedy="Suivez ensemble les heures de ce salarié, et convenez d'une suite : embauche, ETTI, dérogation.",
    source=interpretation("Code du travail, art. L5132-9 2°, lu par prudence", "2026-08-22"),
    figures=(CAP, LENGTH),
    reading="Le texte dit « une » association intermédiaire. Une même référence de salarié désigne une même personne"
    " dans tout le dossier ; la période part de la première mise à disposition par l'une d'elles.",
    good={"missions.1.hours": 480},
    bad={
        "structures.1.kind": "AI",
        "missions.0.employee": "s-002",
        "missions.0.hours": 200,
        "missions.1.hours": 300,
    },
)
def hours_over_cap_in_collective(mission: Mission, case: Case) -> Iterator[Answer]:
    """The hours of all AI of the collective stay within the cap, where no AI passes it alone."""
    if capped_ai(mission, case) is None:
        yield NOT_ASKED
        return
    said = {excess.kind for excess in own_excesses(mission, case)}
    for excess in shared_excesses(mission, case):
        if excess.kind is not Kind.LIFTED and excess.kind not in said:
            yield answer(excess, mission, "les AI du collectif", case)
