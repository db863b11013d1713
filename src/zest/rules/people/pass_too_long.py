"""A pass lasts two years, unless it was suspended or extended."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.period import last_day_of
from zest.readings.formalities.insertion_pass import lent_under_pass
from zest.readings.formalities.workers import lendings_of_worker
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z607",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Un PASS IAE dure au plus deux ans, sauf s'il a été suspendu ou prolongé.",
    why="Une durée plus longue trahit une date fausse, ou une prolongation dont le dossier ne parle pas.",
    remedy="Vérifiez pass_start et pass_end, ou donnez pass_extended = true.",
    source=verified("Code du travail, art. R5132-1-2", "2026-08-22", "juriblio.fr, 2c-audit.fr"),
    since=dt.date(2021, 9, 1),
    figures=("people.pass-months", "people.pass-of-ai-stock"),
    reading="Vingt-quatre mois de date à date ; les 730 jours de la plateforme ne les excèdent jamais. Le motif d'une"
    " prolongation n'est pas demandé.",
    good={"missions.0.pass_end": "2028-11-02", "missions.0.pass_extended": True},
    bad={"missions.0.pass_end": "2027-11-03", "missions.0.pass_extended": False},
)
def pass_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """A pass longer than the prescription was suspended or extended; asked once for each pass of a worker."""
    first, last = mission.pass_start, mission.pass_end
    if first is None or last is None or not lent_under_pass(mission, case) or not _asked_here(mission, case):
        yield NOT_ASKED
        return
    months = case.law["people.pass-months"]
    longest = last_day_of(first, months)
    if last <= longest or mission.pass_extended or mission.pass_suspended:
        return
    words = f"Le PASS IAE de la mission « {mission.key} » court du {first:%d/%m/%Y} au {last:%d/%m/%Y}"
    if mission.pass_extended is None:
        asked = "et le dossier ne dit pas s'il a été suspendu ou prolongé"
        yield Unknown(f"{words}, plus de {months} mois, {asked}.", at=("pass_extended",))
    else:
        yield Fault(f"{words}, plus de {months} mois, sans suspension ni prolongation.", at=("pass_end",))


def _asked_here(mission: Mission, case: Case) -> bool:
    """Whether no later mission of the file is under the same pass of the same worker: by then the text binds."""
    days = (mission.pass_start, mission.pass_end)
    same = [m for m in lendings_of_worker(mission, case) if (m.pass_start, m.pass_end) == days]
    return not same or same[-1] is mission
