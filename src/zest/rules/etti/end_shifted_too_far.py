"""The end of a mission may be shifted by a few days only (*souplesse*)."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.temporary_work import are_surely_apart, temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z413",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le terme d'une mission s'avance ou se reporte d'un jour pour cinq jours de travail, de deux jours"
    " pour une mission courte, et ne la raccourcit jamais de plus de dix jours.",
    why="Le terme annoncé est une garantie : au-delà de cette souplesse, il faut un autre contrat.",
    remedy="Corrigez end et planned_end, ou concluez un renouvellement (renewals).",
    source=as_in_2015("Code du travail, art. L1251-30"),
    figures=("etti.shift-days-per-day", "etti.shift-short-days", "etti.shift-shortening-max"),
    reading="Le dossier ne dit pas les jours travaillés : l'écart se compte du lundi au vendredi hors jours fériés,"
    " et la mission comme travaillée tous les jours, pour que la faute soit sûre. Une mission renouvelée, ou que la"
    " personne a quittée d'elle-même, n'est pas questionnée.",
    good={"missions.0.planned_end": "2026-03-10"},
    bad={"missions.0.planned_end": "2026-03-11"},
)
def end_shifted_too_far(mission: Mission, case: Case) -> Iterator[Answer]:
    """The days between the planned and the last day are within what the planned mission allows."""
    start, planned, end = mission.start, mission.planned_end, mission.end
    lent = temp_firm_of(mission, case) and not mission.early_end_by_employee and not mission.renewals
    if not lent or start is None or planned is None or end is None:
        yield NOT_ASKED
        return
    most, client = _most(start, planned, end, case), case.dossier.client(mission.client)
    place = (client.department if client else None) or ""
    if are_surely_apart(min(end, planned), max(end, planned), most, place):
        words = (
            f"La mission « {mission.key} » finit le {end:%d/%m/%Y} et non le {planned:%d/%m/%Y} : l'écart dépasse les"
            f" {most} jours de travail permis."
        )
        yield Fault(words, at=("end",))


def _most(start: dt.date, planned: dt.date, end: dt.date, case: Case) -> int:
    days = (planned - start).days + 1
    most = max(case.law["etti.shift-short-days"], days // case.law["etti.shift-days-per-day"])
    return int(min(most, case.law["etti.shift-shortening-max"]) if end < planned else most)
