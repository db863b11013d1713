"""An ETTI concludes no open-ended contract of temporary work (*CDI intérimaire*)."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import ContractKind
from zest.readings.temporary_work import contract_kind, etti_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z404",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une ETTI ne conclut pas de CDI intérimaire.",
    why="Le parcours d'insertion mène vers un emploi chez d'autres : un CDI de l'ETTI y retiendrait la personne.",
    remedy="Concluez un contrat de mission, ou un CDI inclusion si la personne a l'âge qu'il demande.",
    source=verified(
        "Code du travail, art. L5132-6, qui écarte la section 4 bis du travail temporaire", "2026-08-22"
    ),
    good={"missions.0.work_contract.kind": "mission"},
    bad={"missions.0.work_contract.kind": "CDI-interim"},
    since=dt.date(2023, 12, 20),
)
def permanent_temp_contract(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract with the employee is of another kind."""
    at = ("work_contract", "kind")
    if etti_of(mission, case) is None or mission.work_contract is None:
        yield NOT_ASKED
    elif contract_kind(mission) is None:
        yield Unknown(
            f"Le dossier ne dit pas la sorte du contrat de travail de la mission « {mission.key} ».", at=at
        )
    elif contract_kind(mission) is ContractKind.CDI_INTERIM:
        yield Fault(f"La mission « {mission.key} » se fait sous un CDI intérimaire, fermé aux ETTI.", at=at)
