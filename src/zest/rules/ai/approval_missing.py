"""Until December 2020, Pôle emploi approved whoever an AI lent to a firm for more than sixteen hours."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.counting import client_counts, lending_ai
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_HOURS = "ai.approval-hours"


@rule(
    "Z307",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Jusqu'au 15 décembre 2020, prêter une personne à une entreprise plus de 16 heures demandait son"
    " agrément par Pôle emploi.",
    why="L'agrément disait que la personne relevait de l'insertion ; le PASS IAE a pris sa place.",
    remedy="Donnez approved à la mission d'après l'agrément de l'époque. Aujourd'hui, ce seuil est lettre morte.",
    source=as_in_2015("Code du travail, art. L5132-9 1° (version de 2015) et R5132-18 1°"),
    figures=(_HOURS,),
    until=dt.date(2020, 12, 15),
    reading="L'article R5132-18 1° imprime encore 16 heures, mais la loi ne renvoie plus à aucun seuil : depuis le"
    " 16 décembre 2020, zest n'en dit rien. Le seuil se compte par mission.",
    good={"missions.1.start": "2019-06-17", "missions.1.end": "2019-06-21", "missions.1.approved": True},
    bad={"missions.1.start": "2019-06-17", "missions.1.end": "2019-06-21", "missions.1.approved": False},
)
def approval_missing(mission: Mission, case: Case) -> Iterator[Answer]:
    """A mission above the threshold has the approval."""
    asked = lending_ai(mission, case) and mission.start and client_counts(mission, case)
    if not asked or mission.approved or (mission.hours is not None and mission.hours <= case.law[_HOURS]):
        yield NOT_ASKED
    elif mission.hours is None or mission.approved is None:
        words = f"Le dossier ne dit pas si la mission « {mission.key} » passait le seuil de l'agrément, ou l'avait."
        yield Unknown(words, at=("approved",))
    else:
        hours = f"{mission.hours:g}".replace(".", ",")
        words = (
            f"La mission « {mission.key} », de {hours} heures en entreprise, se fait sans l'agrément de"
            f" Pôle emploi, alors dû au-delà de {case.law[_HOURS]}."
        )
        yield Fault(words, at=("approved",))
