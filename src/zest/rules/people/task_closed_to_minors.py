"""Some works are closed to workers under eighteen, and nobody may allow them."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import Minors
from zest.readings.lent_work import task_label, tasks_by_age
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z602",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une personne de moins de 18 ans ne fait pas les travaux qu'aucune dérogation ne peut lui ouvrir.",
    why="Démolitions, tranchées et étaiements ensevelissent et écrasent : la loi en écarte les plus jeunes.",
    remedy="Retirez la tâche de la mission, ou proposez-la à une personne majeure.",
    source=as_in_2015("Code du travail, art. D4153-25"),
    reading="Le secteur dit lesquelles de ses tâches sont fermées (minors = « forbidden »).",
    good={"missions.0.minor": False, "missions.0.tasks": ["creuser"]},
    bad={"missions.0.minor": True, "missions.0.tasks": ["creuser"]},
)
def task_closed_to_minors(mission: Mission, case: Case) -> Iterator[Answer]:
    """No task closed for good to minors is given to one."""
    tasks = tasks_by_age(mission, Minors.FORBIDDEN, case)
    if not tasks or mission.minor is False:
        yield NOT_ASKED
    elif mission.minor is None:
        words = f"Le dossier ne dit pas si la personne qui fait « {task_label(mission, tasks[0], case)} » est majeure."
        yield Unknown(words, at=("minor",), remedy="Donnez minor = false ou true à la mission.")
    else:
        for task in tasks:
            yield Fault(
                f"« {task_label(mission, task, case)} » est fermé aux moins de 18 ans, et la personne est mineure.",
                at=("tasks",),
                about=task,
            )
