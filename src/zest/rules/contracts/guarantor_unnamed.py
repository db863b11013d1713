"""The contract of a temporary-work firm names who stands surety for it."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import LendingMention
from zest.readings.formalities.mentions import missing_mentions, named
from zest.readings.formalities.regimes import Regime, lending_contract
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z506",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le contrat d'une entreprise de travail temporaire nomme son garant et cite l'article L1251-49.",
    why="Si elle ne paie plus, le client et le salarié savent à qui s'adresser.",
    remedy='Complétez le contrat, puis ajoutez "guarantor" à mentions.',
    source=as_in_2015("Code du travail, art. R1251-15"),
    good={"missions.0.lending_contract.mentions": ["guarantor"]},
    bad={
        "missions.0.lending_contract.mentions": ["reason", "end-date", "post-features", "protection", "pay"]
    },
)
def guarantor_unnamed(mission: Mission, case: Case) -> Iterator[Answer]:
    """The mentions of the contract, where they are told, have the guarantor."""
    contract = lending_contract(mission, Regime.TEMPORARY_WORK, case)
    if contract is None or contract.mentions is None:
        yield NOT_ASKED
    elif missing := missing_mentions(
        "temporary-work-guarantor", contract.mentions, LendingMention, case.law.day
    ):
        words = (
            f"Le contrat avec le client de la mission « {mission.key} » ne mentionne pas : {named(missing)}."
        )
        yield Fault(words, at=("lending_contract", "mentions"))
