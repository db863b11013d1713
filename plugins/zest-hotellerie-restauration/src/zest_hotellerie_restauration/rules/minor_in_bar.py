"""A minor does not work where drinks are served on the spot."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.lent_work import task_label, tasks_of
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015

_BAR = ("service-boissons", "vente-alcool")


@rule(
    "HCR401",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    sample="hotellerie-restauration",
    requirement="Une personne mineure n'est pas employée dans un débit de boissons à consommer sur place.",
    why="La loi protège les mineurs de l'alcool et de ses lieux ; l'exception suppose un agrément et une formation.",
    remedy="Confiez une autre tâche à cette personne, ou donnez minor_derogation = true si l'agrément est au dossier.",
    source=as_in_2015("Code du travail, art. L4153-6"),
    reading="Plus de seize ans, en formation qualifiante, dans un établissement agréé : c'est la seule exception.",
    good={
        "missions.0.minor": True,
        "missions.0.tasks": ["service-boissons"],
        "missions.0.minor_derogation": True,
    },
    bad={"missions.0.minor": True, "missions.0.tasks": ["service-boissons"]},
)
def minor_in_bar(mission: Mission, case: Case) -> Iterator[Answer]:
    """No task of a minor is bar work."""
    if not mission.minor or mission.minor_derogation:
        yield NOT_ASKED
        return
    for task in tasks_of(mission, case) or ():
        if task in _BAR:
            words = f"La mission « {mission.key} » confie « {task_label(mission, task, case)} » à une personne mineure."
            yield Fault(words, at=("tasks",), about=task)
