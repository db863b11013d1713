"""What the contract of a mission says to the temporary worker."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import WorkMention
from zest.readings.formalities.mentions import missing_mentions, named
from zest.readings.formalities.regimes import mission_contract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z510",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le contrat de mission reprend le contrat avec le client, et dit la qualification, la paie, l'essai, le"
    " rapatriement, la retraite et la liberté d'embauche.",
    why="Le salarié y lit ce que le client a promis pour lui, et qu'il peut être embauché au bout de la mission.",
    remedy="Complétez le contrat, puis la liste mentions de [missions.work_contract].",
    source=as_in_2015("Code du travail, art. L1251-16"),
    good={"missions.0.work_contract.mentions":
          ["hire-allowed", "pension", "repatriation", "trial", "pay", "qualification", "copy"]},
    bad={"missions.0.work_contract.mentions":
         ["copy", "qualification", "pay", "trial", "repatriation", "pension"]},
)  # fmt: skip
def mission_contract_mentions_missing(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract has every mention of a mission contract."""
    contract, at = mission_contract(mission, case), ("work_contract", "mentions")
    if contract is None:
        yield NOT_ASKED
    elif contract.mentions is None:
        words = f"Le dossier ne dit pas ce que mentionne le contrat de mission « {mission.key} »."
        yield Unknown(words, at=at)
    elif missing := missing_mentions("mission-contract", contract.mentions, WorkMention, case.law.day):
        yield Fault(f"Le contrat de mission « {mission.key} » ne mentionne pas : {named(missing)}.", at=at)
