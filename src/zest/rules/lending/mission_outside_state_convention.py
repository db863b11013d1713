"""A mission runs inside a State convention of its lender."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import CONVENTIONED, Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z216",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Chaque mission se déroule tout entière sous une convention de la structure avec l'État.",
    why="Un jour de mission hors convention est un jour de prêt que rien n'autorise.",
    remedy="Ajoutez la convention qui couvre ces dates, ou corrigez les dates de la mission.",
    source=as_in_2015("Code du travail, art. R5132-3, R5132-10-8, R5132-13 et R5132-29"),
    good={"missions.0.start": "2026-03-02"},
    bad={"missions.0.start": "2019-03-02"},
)
def mission_outside_state_convention(mission: Mission, case: Case) -> Iterator[Answer]:
    """Each day of the mission is covered by the lender's conventions."""
    lender = case.dossier.structure(mission.structure)
    if lender is None or lender.kind not in CONVENTIONED:
        yield NOT_ASKED
    elif lender.state_conventions is None or mission.start is None:
        words = f"Le dossier ne permet pas de dire si une convention avec l'État couvre la mission « {mission.key} »."
        yield Unknown(words, at=("start",))
    elif not _covered(mission, lender):
        words = f"Aucune convention de « {lender.name} » avec l'État ne couvre toute la mission « {mission.key} »."
        yield Fault(words, at=("start",))


def _covered(mission: Mission, lender: Structure) -> bool:
    days = (mission.start, mission.end or mission.start)
    return all(day is not None and lender.conventioned_on(day) for day in days)
