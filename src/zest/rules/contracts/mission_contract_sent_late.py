"""A temporary worker gets the contract of the mission almost at once."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.delays import delay_of
from zest.readings.formalities.regimes import mission_contract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z509",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le contrat de mission est transmis au salarié au plus tard deux jours ouvrables après le début.",
    why="Qui travaille sans son contrat ne peut vérifier ni son poste, ni son terme, ni sa paie.",
    remedy="Transmettez le contrat avant le premier jour, et donnez ce jour dans sent_on.",
    source=as_in_2015("Code du travail, art. L1251-17"),
    figures=("contracts.mission-contract-days",),
    reading="Dimanches et jours fériés du lieu de travail ne comptent pas ; le samedi compte.",
    good={"missions.0.work_contract.sent_on": "2026-03-04"},
    bad={"missions.0.work_contract.sent_on": "2026-03-05"},
)
def mission_contract_sent_late(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract is sent within the delay; while it runs, a contract not yet sent is not at fault."""
    contract = mission_contract(mission, case)
    days = case.law["contracts.mission-contract-days"] if contract else 0
    delay, at = delay_of(mission, days, case), ("work_contract", "sent_on")
    sent = contract.sent_on if contract else None
    if contract is None or delay is None or (sent is None and not delay.over_on(case.as_of)):
        yield NOT_ASKED
    elif sent is None:
        words = (
            f"Le dossier ne dit pas quand le contrat de la mission « {mission.key} » est transmis au salarié."
        )
        yield Unknown(words, at=at)
    elif delay.over_on(sent):
        words = (
            f"Le contrat de la mission « {mission.key} » est transmis au salarié le {sent:%d/%m/%Y}, plus de"
            f" {days} jours ouvrables après le début le {delay.start:%d/%m/%Y}."
        )
        yield Fault(words, at=at)
