"""Each day of a mission is a day of the worker's contract."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import interpretation


@rule(
    "Z513",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Une mission commence et finit pendant le contrat de travail de la personne prêtée.",
    why="Un jour travaillé hors contrat est un jour que personne n'a déclaré ni ne paiera sans discussion.",
    remedy="Faites concorder start et end de la mission et de [missions.work_contract].",
    source=interpretation(
        "Lecture de zest : les textes lus donnent un contrat à chaque mission et ne disent pas ses jours",
        "2026-08-22",
    ),
    reading="Un contrat dont le dernier jour n'est pas dit est tenu pour ouvert.",
    good={"missions.0.work_contract.end": "2026-03-31"},
    bad={"missions.0.work_contract.end": "2026-03-05"},
)
def mission_outside_work_contract(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract begins with the mission or before, and ends with it or after."""
    del case
    contract, at = mission.work_contract, ("work_contract",)
    if contract is None or contract.written is False or mission.start is None:
        yield NOT_ASKED
        return
    if contract.start is None:
        words = f"Le dossier ne dit pas quand commence le contrat de travail de la mission « {mission.key} »."
        yield Unknown(words, at=(*at, "start"))
    elif contract.start > mission.start:
        words = (
            f"Le contrat de travail de la mission « {mission.key} » commence le {contract.start:%d/%m/%Y}, après la"
            f" mission le {mission.start:%d/%m/%Y}."
        )
        yield Fault(words, at=(*at, "start"), about="start")
    if contract.end and mission.end and contract.end < mission.end:
        words = (
            f"Le contrat de travail de la mission « {mission.key} » finit le {contract.end:%d/%m/%Y}, avant la"
            f" mission le {mission.end:%d/%m/%Y}."
        )
        yield Fault(words, at=(*at, "end"), about="end")
