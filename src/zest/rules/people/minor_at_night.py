"""A minor does not work at night."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z601",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une personne mineure ne travaille pas la nuit.",
    why="La nuit est faite pour grandir ; les dérogations sont rares et jamais entre minuit et quatre heures.",
    remedy="Déplacez les heures, ou donnez minor_derogation = true si l'inspection du travail l'a permis.",
    source=as_in_2015("Code du travail, art. L3163-2 et R3163-1"),
    good={"missions.0.minor": True, "missions.0.pattern": {"night": False}},
    bad={"missions.0.minor": True, "missions.0.pattern": {"night": True}},
)
def minor_at_night(mission: Mission, _: Case) -> Iterator[Answer]:
    """No mission of a minor has hours at night."""
    if not mission.minor or mission.minor_derogation or mission.pattern is None:
        yield NOT_ASKED
    elif mission.pattern.night:
        yield Fault(
            f"La mission « {mission.key} » fait travailler une personne mineure la nuit.",
            at=("pattern", "night"),
        )
