"""What the contract of an AI with its client says: not what a temporary-work firm's does."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.client import ClientKind
from zest.model.contract import LendingContract, LendingMention
from zest.readings.formalities.mentions import missing_mentions, named
from zest.readings.formalities.regimes import Regime, lending_contract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified

_AT = ("lending_contract", "mentions")


@rule(
    "Z507",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le contrat d'une AI dit les salariés, les tâches, le lieu, le terme, les équipements de protection, et"
    " à une entreprise la rémunération.",
    why="Le contrat tient lieu de cadre au prêt de l'AI : il dit qui fait quoi, où et jusqu'à quand.",
    remedy="Complétez le contrat, puis la liste mentions de [missions.lending_contract].",
    source=verified("Code du travail, art. R5132-20", "2026-08-22", "french-business-law.com"),
    reading="Le motif du recours n'est pas dans la liste de l'AI. Seul un client de nature « firm » est une entreprise"
    " utilisatrice.",
    good={
        "missions.1.lending_contract.mentions": ["pay", "workers", "tasks", "place", "end-date", "protection"]
    },
    bad={"missions.1.lending_contract.mentions": ["workers", "tasks", "end-date", "protection", "pay"]},
)
def ai_lending_mentions_missing(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract has every mention of an AI's, for such a client."""
    contract, client = (
        lending_contract(mission, Regime.INTERMEDIARY, case),
        case.dossier.client(mission.client),
    )
    kind = client.kind if client else None
    if contract is None:
        yield NOT_ASKED
    elif contract.mentions is None:
        yield Unknown(
            f"Le dossier ne dit pas ce que mentionne le contrat de la mission « {mission.key} ».", at=_AT
        )
    elif missing := _missing(contract, kind, case):
        words = (
            f"Le contrat avec le client de la mission « {mission.key} » ne mentionne pas : {named(missing)}."
        )
        yield Fault(words, at=_AT)
    elif kind is None and (perhaps := _missing(contract, ClientKind.FIRM, case)):
        words = (
            f"Le dossier ne dit pas si le client de la mission « {mission.key} » est une entreprise, à qui le contrat"
            f" doit dire : {named(perhaps)}."
        )
        yield Unknown(words, at=_AT, remedy="Donnez kind au client.", about="client")


def _missing(contract: LendingContract, kind: ClientKind | None, case: Case) -> tuple[LendingMention, ...]:
    return missing_mentions("intermediary", contract.mentions or (), LendingMention, case.law.day, kind)
