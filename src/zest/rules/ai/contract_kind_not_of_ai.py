"""The contracts of temporary work are not an AI's."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import ContractKind
from zest.readings.hours_cap.counting import lending_ai
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import interpretation

_TEMPORARY_WORK = MappingProxyType(
    {ContractKind.MISSION: "contrat de mission", ContractKind.CDI_INTERIM: "CDI intérimaire"}
)


@rule(
    "Z315",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Une AI emploie en CDD d'usage, en CDDI, en CDI inclusion ou sous un contrat ordinaire, et non en"
    " intérim.",
    why="Le contrat de mission engage une garantie et des règles que l'AI n'a pas.",
    remedy='Donnez le contrat conclu dans [missions.work_contract] : kind = "CDDU", "CDDI" ou "CDI-inclusion".',
    source=interpretation("Code du travail, art. D1242-1 12° et L5132-11-1, lus par zest", "2026-08-22"),
    reading="Les articles ouvrent ces contrats à l'AI ; qu'ils ferment ceux du travail temporaire est notre lecture.",
    good={"missions.1.work_contract.kind": "CDDU"},
    bad={"missions.1.work_contract.kind": "mission"},
)
def contract_kind_not_of_ai(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract is none of temporary work."""
    contract, at = mission.work_contract, ("work_contract", "kind")
    if contract is None or lending_ai(mission, case) is None:
        yield NOT_ASKED
    elif contract.kind is None:
        yield Unknown(f"Le dossier ne dit pas sous quel contrat se fait la mission « {mission.key} ».", at=at)
    elif contract.kind in _TEMPORARY_WORK:
        words = f"La mission « {mission.key} » d'une AI se fait sous un {_TEMPORARY_WORK[contract.kind]}."
        yield Fault(words, at=at)
