"""Lent to a firm, the employee of an AI earns at least what the firm's own would."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.counting import client_counts, lending_ai
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z312",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Prêté à une entreprise, le salarié d'une AI gagne au moins ce que gagne un salarié équivalent de"
    " celle-ci.",
    why="Moins payé que ses collègues pour le même travail, il serait une main-d'œuvre au rabais.",
    remedy="Relevez le salaire, ou corrigez hourly_pay et equivalent_pay dans [missions.work_contract], en centimes.",
    source=verified("Code du travail, art. L5132-11 (version de 2008)", "2026-08-22", "doctrine.fr"),
    since=dt.date(2008, 5, 1),
    reading="Comparé à un salarié de qualification équivalente au même poste, après la période d'essai.",
    good={"missions.1.work_contract.hourly_pay": 1310},
    bad={"missions.1.work_contract.hourly_pay": 1202},
)
def ai_pay_below_equivalent(mission: Mission, case: Case) -> Iterator[Answer]:
    """The hourly pay is that of an equivalent employee, or more."""
    contract, at = mission.work_contract, ("work_contract",)
    if contract is None or lending_ai(mission, case) is None or not client_counts(mission, case):
        yield NOT_ASKED
    elif contract.hourly_pay is None or contract.equivalent_pay is None:
        words = f"Le dossier ne dit pas le salaire de la mission « {mission.key} », ou celui d'un salarié équivalent."
        yield Unknown(words, at=(*at, "equivalent_pay" if contract.hourly_pay else "hourly_pay"))
    elif contract.hourly_pay < contract.equivalent_pay:
        words = (
            f"La mission « {mission.key} » est payée {_euros(contract.hourly_pay)} l'heure, et un salarié équivalent"
            f" de l'entreprise {_euros(contract.equivalent_pay)}."
        )
        yield Fault(words, at=(*at, "hourly_pay"))


def _euros(cents: int) -> str:
    return f"{cents / 100:.2f} €".replace(".", ",")
