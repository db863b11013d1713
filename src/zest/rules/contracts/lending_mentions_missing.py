"""What the contract of a temporary-work firm with its client says."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import LendingMention
from zest.readings.formalities.mentions import missing_mentions, named
from zest.readings.formalities.regimes import Regime, lending_contract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z505",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="En travail temporaire, le contrat avec le client dit le motif, le terme, le poste, les équipements de"
    " protection et la rémunération.",
    why="Sans le motif précis ni la paie de référence, ni le recours ni la parité ne peuvent être vérifiés.",
    remedy="Complétez le contrat, puis la liste mentions de [missions.lending_contract].",
    source=verified("Code du travail, art. L1251-43", "2026-08-22", "prismemploi.eu, legifrance.gouv.fr"),
    reading="La possibilité de modifier le terme n'est mentionnée que si elle est prévue : elle n'est pas demandée.",
    good={
        "missions.0.lending_contract.mentions": ["pay", "protection", "post-features", "end-date", "reason"]
    },
    bad={
        "missions.0.lending_contract.mentions": [
            "end-date",
            "post-features",
            "protection",
            "pay",
            "guarantor",
        ]
    },
)
def lending_mentions_missing(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract has every mention of temporary work."""
    contract, at = lending_contract(mission, Regime.TEMPORARY_WORK, case), ("lending_contract", "mentions")
    if contract is None:
        yield NOT_ASKED
    elif contract.mentions is None:
        yield Unknown(
            f"Le dossier ne dit pas ce que mentionne le contrat de la mission « {mission.key} ».", at=at
        )
    elif missing := missing_mentions("temporary-work", contract.mentions, LendingMention, case.law.day):
        words = (
            f"Le contrat avec le client de la mission « {mission.key} » ne mentionne pas : {named(missing)}."
        )
        yield Fault(words, at=at)
