"""A lending rests on a written contract with the client."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.delays import begun, delay_of
from zest.readings.formalities.regimes import Regime, regime_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z501",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Chaque mise à disposition par une AI ou en travail temporaire a son contrat écrit avec le client.",
    why="Le contrat écrit dit à chacun ce qu'il doit, et sous quel régime la personne est prêtée.",
    remedy="Établissez le contrat par écrit, et décrivez-le dans [missions.lending_contract].",
    source=verified(
        "Code du travail, art. L1251-42 et R5132-20",
        "2026-08-22",
        "prismemploi.eu, legifrance.gouv.fr, french-business-law.com",
    ),
    figures=("contracts.lending-contract-days",),
    reading="Rien n'est demandé tant que le délai court : en travail temporaire après le début, pour une AI jusqu'à"
    " lui. Sans contrat, une AI perd la protection de l'article L5132-14 (lu en 2015).",
    good={"missions.0.lending_contract.written": True},
    bad={"missions.0.lending_contract.written": False},
)
def lending_contract_unwritten(mission: Mission, case: Case) -> Iterator[Answer]:
    """A contract that is due exists in writing."""
    contract, at = mission.lending_contract, ("lending_contract",)
    written = contract.written if contract else None
    if regime_of(mission, case) is None or not (written or _due(mission, case)):
        yield NOT_ASKED
    elif written is None:
        words = f"Le dossier ne dit pas si la mission « {mission.key} » a un contrat écrit avec le client."
        yield Unknown(words, at=at)
    elif not written:
        words = f"La mission « {mission.key} » n'a pas de contrat écrit avec le client."
        yield Fault(words, at=(*at, "written"))


def _due(mission: Mission, case: Case) -> bool:
    if regime_of(mission, case) is Regime.INTERMEDIARY:
        return begun(mission, case)
    delay = delay_of(mission, case.law["contracts.lending-contract-days"], case)
    return delay is None or delay.over_on(case.as_of)
