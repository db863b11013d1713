"""A minor does not work where drinks are served on the spot."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.lent_work import task_label, tasks_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_BAR = ("service-boissons", "vente-alcool", "reassort-bar")


@rule(
    "HCR401",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    sample="hotellerie-restauration",
    requirement="Une personne mineure n'est pas employée dans un débit de boissons à consommer sur place.",
    why="La loi protège les mineurs de l'alcool et des lieux où il se boit.",
    remedy="Confiez un autre poste à cette personne, ou donnez minor_derogation = true si l'agrément est au dossier.",
    source=as_in_2015("Code du travail, art. L4153-6"),
    reading="Seule exception : plus de seize ans, en formation qualifiante, dans un établissement agréé. Le lieu se lit"
    " aux tâches de bar.",
    good={"missions.0.minor": False, "missions.0.tasks": ["service-boissons"]},
    bad={"missions.0.minor": True, "missions.0.tasks": ["service-boissons"]},
)
def minor_in_bar(mission: Mission, case: Case) -> Iterator[Answer]:
    """No task of a minor is bar work."""
    tasks = [task for task in tasks_of(mission, case) or () if task in _BAR]
    if not tasks or mission.minor is False or mission.minor_derogation:
        yield NOT_ASKED
    elif mission.minor is None:
        words = f"Le dossier ne dit pas si la personne qui fait « {task_label(mission, tasks[0], case)} » est majeure."
        yield Unknown(words, at=("minor",), remedy="Donnez minor = false ou true à la mission.")
    else:
        for task in tasks:
            words = (
                f"« {task_label(mission, task, case)} » est du travail de bar, fermé à une personne mineure."
            )
            yield Fault(words, at=("tasks",), about=task)
