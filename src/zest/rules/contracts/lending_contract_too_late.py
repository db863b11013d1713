"""In temporary work, the contract with the client may follow the start, by very little."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.delays import delay_of
from zest.readings.formalities.regimes import Regime, lending_contract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z502",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="En travail temporaire, le contrat avec le client s'établit au plus tard deux jours ouvrables après"
    " le début.",
    why="Sans écrit dans ce délai, une amende est due (art. L1255-2, lu en 2015).",
    remedy="Établissez les contrats avant le prêt, et donnez leur jour dans established_on.",
    source=verified("Code du travail, art. L1251-42", "2026-08-22", "prismemploi.eu, legifrance.gouv.fr"),
    figures=("contracts.lending-contract-days",),
    reading="Dimanches et jours fériés du lieu de travail ne comptent pas. Le samedi compte, mais ce point n'a pas été"
    " relu : un retard qui ne tient qu'à lui donne un avertissement.",
    good={"missions.0.lending_contract.established_on": "2026-03-04"},
    bad={"missions.0.lending_contract.established_on": "2026-03-05"},
)
def lending_contract_too_late(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract is established within the delay of temporary work; while it runs, nothing is owed yet."""
    contract = lending_contract(mission, Regime.TEMPORARY_WORK, case)
    days = case.law["contracts.lending-contract-days"] if contract else 0
    delay, at = delay_of(mission, days, case), ("lending_contract", "established_on")
    done = contract.established_on if contract else None
    if contract is None or delay is None or (done is None and not delay.over_on(case.as_of)):
        yield NOT_ASKED
    elif done is None:
        yield Unknown(
            f"Le dossier ne dit pas quand le contrat de la mission « {mission.key} » est établi.", at=at
        )
    elif delay.over_on(done):
        words = (
            f"Le contrat avec le client de la mission « {mission.key} » est établi le {done:%d/%m/%Y}, plus de"
            f" {days} jours ouvrables après le début le {delay.start:%d/%m/%Y}."
        )
        yield Fault(words, at=at, severity=None if delay.surely_over_on(done) else Severity.WARNING)
