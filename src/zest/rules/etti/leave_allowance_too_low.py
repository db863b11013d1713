"""With a mission, paid leave is paid as an allowance (*indemnité de congés payés*)."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import ContractKind
from zest.readings.temporary_work import decimal, temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z412",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="L'indemnité de congés payés d'une mission est d'un dixième au moins de la paie brute.",
    why="Une mission est trop courte pour prendre des congés : ils se paient.",
    remedy="Corrigez leave_allowance dans [missions.work_contract].",
    source=as_in_2015("Code du travail, art. L1251-19"),
    figures=("etti.leave-allowance-min",),
    good={"missions.0.work_contract.leave_allowance": 0.1},
    bad={"missions.0.work_contract.leave_allowance": 0.09},
)
def leave_allowance_too_low(mission: Mission, case: Case) -> Iterator[Answer]:
    """The share is told, and high enough."""
    contract, at = mission.work_contract, ("work_contract", "leave_allowance")
    lent = temp_firm_of(mission, case)
    if not lent or contract is None or contract.kind not in (None, ContractKind.MISSION):
        yield NOT_ASKED
    elif contract.leave_allowance is None:
        yield Unknown(f"Le dossier ne dit pas l'indemnité de congés payés de « {mission.key} ».", at=at)
    elif contract.leave_allowance < (least := case.law["etti.leave-allowance-min"]):
        share = (
            f"{decimal(100 * contract.leave_allowance)} % de la paie, pour {decimal(100 * least)} % au moins"
        )
        yield Fault(f"L'indemnité de congés payés de la mission « {mission.key} » est de {share}.", at=at)
