"""In temporary work each employee has a lending contract of his own."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.regimes import Regime, lending_contract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z504",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="En travail temporaire, un contrat de mise à disposition porte sur un seul salarié.",
    why="Le motif, le poste et la paie se vérifient personne par personne ; seule l'AI peut en prêter plusieurs.",
    remedy="Établissez un contrat par personne, et donnez workers = 1 à chacun.",
    source=verified("Code du travail, art. L1251-42", "2026-08-22", "prismemploi.eu, legifrance.gouv.fr"),
    good={"missions.0.lending_contract.workers": 1},
    bad={"missions.0.lending_contract.workers": 2},
)
def lending_contract_shared(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract of a temporary worker covers no one else."""
    contract, at = lending_contract(mission, Regime.TEMPORARY_WORK, case), ("lending_contract", "workers")
    if contract is None:
        yield NOT_ASKED
    elif contract.workers is None:
        words = (
            f"Le dossier ne dit pas combien de salariés couvre le contrat de la mission « {mission.key} »."
        )
        yield Unknown(words, at=at)
    elif contract.workers != 1:
        words = (
            f"Le contrat avec le client de la mission « {mission.key} » porte sur {contract.workers} salariés,"
            " et non sur un seul."
        )
        yield Fault(words, at=at)
