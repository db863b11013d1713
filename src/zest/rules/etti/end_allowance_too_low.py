"""At the end of a mission, an allowance is due (*indemnité de fin de mission*)."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import ContractKind
from zest.readings.temporary_work import decimal, temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z411",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="L'indemnité de fin de mission est de dix pour cent au moins de la paie brute.",
    why="Elle compense la précarité : la mission finie, la personne n'a plus d'emploi.",
    remedy="Corrigez end_allowance dans [missions.work_contract] ; gardez la preuve de l'exception, s'il y en a une.",
    source=as_in_2015("Code du travail, art. L1251-32 et L1251-33"),
    figures=("etti.end-allowance-min",),
    reading="Elle n'est pas due si un CDI suit aussitôt, ce que le dossier ne dit pas : la règle avertit. Qui a mis"
    " fin lui-même à sa mission n'est pas questionné.",
    good={"missions.0.work_contract.end_allowance": 0.12},
    bad={"missions.0.work_contract.end_allowance": 0.05},
)
def end_allowance_too_low(mission: Mission, case: Case) -> Iterator[Answer]:
    """The share is told, and high enough."""
    contract, at = mission.work_contract, ("work_contract", "end_allowance")
    lent = temp_firm_of(mission, case) and not mission.early_end_by_employee
    if not lent or contract is None or contract.kind not in (None, ContractKind.MISSION):
        yield NOT_ASKED
    elif contract.end_allowance is None:
        yield Unknown(f"Le dossier ne dit pas l'indemnité de fin de mission de « {mission.key} ».", at=at)
    elif contract.end_allowance < (least := case.law["etti.end-allowance-min"]):
        share = (
            f"{decimal(100 * contract.end_allowance)} % de la paie, pour {decimal(100 * least)} % au moins"
        )
        yield Fault(f"L'indemnité de fin de la mission « {mission.key} » est de {share}.", at=at)
