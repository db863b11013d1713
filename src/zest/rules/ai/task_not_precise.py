"""A firm gets a worker of an AI for a precise and temporary task."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.counting import client_counts, lending_ai
from zest.readings.order_form import precise_task_of
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import verified


@rule(
    "Z305",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une AI prête à une entreprise pour une tâche précise et temporaire, que la mission ou sa commande"
    " nomme.",
    why="Un besoin durable appelle une embauche, et non un prêt qui se répète.",
    remedy="Donnez precise_task à la mission ou à sa commande : ce qui est à faire, et jusqu'à quand.",
    source=verified("Code du travail, art. L5132-9 1°", "2026-08-22"),
    since=dt.date(2020, 12, 16),
    reading="Le 1° de 2015 parlait d'un seuil d'heures (voir Z307). Seules les entreprises sont visées : ni"
    " particulier, ni association, ni collectivité (voir Z301).",
    good={"missions.1.precise_task": "Essayer le linge neuf."},
    bad={"missions.1.precise_task": "", "orders.1.precise_task": ""},
)
def task_not_precise(mission: Mission, case: Case) -> Iterator[Answer]:
    """The mission or its order names the task."""
    if lending_ai(mission, case) is None or not client_counts(mission, case):
        yield NOT_ASKED
    elif not precise_task_of(mission, case):
        words = f"Ni la mission « {mission.key} » ni sa commande ne dit la tâche précise et temporaire du salarié."
        yield Unknown(words, at=("precise_task",))
