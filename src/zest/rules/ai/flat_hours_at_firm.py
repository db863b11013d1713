"""Lent to a firm, the employee of an AI is paid for the hours worked."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.counting import client_counts, lending_ai
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z313",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Prêté à une entreprise, le salarié d'une AI est payé à l'heure travaillée, et non sur un forfait"
    " d'heures.",
    why="Le forfait n'est ouvert qu'ailleurs qu'en entreprise : chez un particulier, une association.",
    remedy="Payez les heures travaillées, puis donnez flat_hours = false dans [missions.work_contract].",
    source=as_in_2015("Code du travail, art. L5132-11"),
    reading="Le même article fait payer les jours fériés à qui est prêté là où les salariés du client les ont payés.",
    good={"missions.1.work_contract.flat_hours": False},
    bad={"missions.1.work_contract.flat_hours": True},
)
def flat_hours_at_firm(mission: Mission, case: Case) -> Iterator[Answer]:
    """No flat number of hours at a firm."""
    contract, at = mission.work_contract, ("work_contract", "flat_hours")
    if contract is None or lending_ai(mission, case) is None or not client_counts(mission, case):
        yield NOT_ASKED
    elif contract.flat_hours is None:
        words = f"Le dossier ne dit pas si la mission « {mission.key} » est payée à l'heure travaillée ou au forfait."
        yield Unknown(words, at=at)
    elif contract.flat_hours:
        yield Fault(f"La mission « {mission.key} », en entreprise, est payée sur un forfait d'heures.", at=at)
