"""Some works are closed to workers under eighteen unless they were allowed."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import Minors
from zest.readings.lent_work import task_label, tasks_by_age
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z603",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une personne de moins de 18 ans ne fait de travaux réglementés qu'avec une dérogation.",
    why="Engins, machines dangereuses, hauteur, températures extrêmes : un tel risque s'examine au préalable.",
    remedy="Dites la dérogation (minor_derogation), retirez la tâche, ou proposez-la à une personne majeure.",
    source=as_in_2015("Code du travail, art. D4153-27, D4153-28, D4153-30 et D4153-36"),
    reading="Le secteur dit lesquelles de ses tâches sont réglementées (minors = « needs-derogation »).",
    good={"missions.0.minor": False, "missions.0.tasks": ["conduire"]},
    bad={"missions.0.minor": True, "missions.0.tasks": ["conduire"]},
)
def task_needs_minor_derogation(mission: Mission, case: Case) -> Iterator[Answer]:
    """A regulated task is given to a minor only with a derogation."""
    tasks = tasks_by_age(mission, Minors.NEEDS_DEROGATION, case)
    if not tasks or mission.minor is False or mission.minor_derogation:
        yield NOT_ASKED
    elif mission.minor is None:
        words = f"Le dossier ne dit pas si la personne qui fait « {task_label(mission, tasks[0], case)} » est majeure."
        yield Unknown(words, at=("minor",), remedy="Donnez minor = false ou true à la mission.")
    else:
        for task in tasks:
            label = task_label(mission, task, case)
            words = f"« {label} » demande avant 18 ans une dérogation que le dossier ne dit pas."
            yield Fault(words, at=("tasks",), about=task)
