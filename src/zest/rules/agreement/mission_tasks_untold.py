"""What a lent worker does decides what must be known of him."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.lent_work import sector_of, tasks_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015
from zest.structuring import suggest


@rule(
    "Z063",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    requirement="Une mission dit son métier ou ses tâches, parmi ceux du secteur.",
    why="Sans les tâches, ni les travaux interdits ni les habilitations ne peuvent être vérifiés.",
    remedy="Donnez job ou tasks à la mission ; « zest show SECTEUR tasks » les liste.",
    source=as_in_2015("Code du travail, art. R5132-20 et L1251-43 : le contrat dit les tâches ou le poste"),
    good={"missions.0.tasks": ["essai"]},
    bad={"missions.0.job": None},
)
def mission_tasks_untold(mission: Mission, case: Case) -> Iterator[Answer]:
    """The tasks of the mission are known, and known to the sector."""
    sector, tasks = sector_of(mission, case), tasks_of(mission, case)
    if sector is None:
        yield NOT_ASKED
    elif tasks is None and mission.job:
        who = f"« {mission.job} », métier de la mission « {mission.key} »"
        words = f"{who}, n'en est pas un du secteur « {sector.label} »{suggest(mission.job, sector.jobs)}"
        yield Unknown(words, at=("job",))
    elif tasks is None:
        yield Unknown(
            f"Le dossier ne dit ni le métier ni les tâches de la mission « {mission.key} ».", at=("tasks",)
        )
    for task in tasks or ():
        if sector and task not in sector.tasks:
            words = (
                f"« {task} » n'est pas une tâche du secteur « {sector.label} »{suggest(task, sector.tasks)}"
            )
            yield Fault(words, at=("tasks",), about=task)
