"""The open-ended insertion contract is for people of a certain age."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import ContractKind
from zest.readings.hours_cap.counting import lending_ai
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import interpretation

_AGE = "ai.cdi-inclusion-age"


@rule(
    "Z316",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une AI conclut un CDI inclusion avec une personne de 57 ans ou plus.",
    why="Ce contrat sans terme est réservé aux plus âgés ; pour les autres, l'insertion est un passage.",
    remedy="Donnez senior dans [missions.work_contract] : true ou false, jamais une date de naissance.",
    source=interpretation(
        "Code du travail, art. L5132-6-1 (version du 16 décembre 2020), lu pour l'AI", "2026-08-22"
    ),
    figures=(_AGE,),
    reading="L'âge et le jour sont lus dans l'article de l'ETTI.",
    good={"missions.1.work_contract.kind": "CDI-inclusion", "missions.1.work_contract.senior": True},
    bad={"missions.1.work_contract.kind": "CDI-inclusion", "missions.1.work_contract.senior": False},
)
def cdi_inclusion_not_senior(mission: Mission, case: Case) -> Iterator[Answer]:
    """The person has the age."""
    contract, at = mission.work_contract, ("work_contract", "senior")
    if (
        contract is None
        or contract.kind is not ContractKind.CDI_INCLUSION
        or lending_ai(mission, case) is None
    ):
        yield NOT_ASKED
        return
    age = case.law[_AGE]
    if contract.senior is None:
        words = f"Le dossier ne dit pas si la personne du CDI inclusion de la mission « {mission.key} » a {age} ans."
        yield Unknown(words, at=at)
    elif not contract.senior:
        yield Fault(
            f"Le CDI inclusion de la mission « {mission.key} » lie une personne de moins de {age} ans.", at=at
        )
