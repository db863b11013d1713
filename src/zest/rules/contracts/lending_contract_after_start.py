"""An AI has its contract with the client before it lends."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.delays import begun
from zest.readings.formalities.regimes import Regime, lending_contract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import interpretation


@rule(
    "Z503",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une association intermédiaire établit son contrat avec le client avant le prêt.",
    why="L'AI n'a pas les deux jours du travail temporaire : le client sait ce qu'il demande avant que l'on vienne.",
    remedy="Établissez le contrat avant le premier jour, et donnez ce jour dans established_on.",
    source=interpretation(
        "Code du travail, art. R5132-20, selon la circulaire de 1999 et les ASH (n° 2914)", "2026-08-22"
    ),
    reading="Le code ne fixe pas de délai : la circulaire et son commentaire disent « avant ». Un contrat établi le"
    " premier jour compte comme préalable.",
    good={"missions.1.lending_contract.established_on": "2026-03-09"},
    bad={"missions.1.lending_contract.established_on": "2026-03-10"},
)
def lending_contract_after_start(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract of an AI is established on the first day at the latest."""
    contract, at = (
        lending_contract(mission, Regime.INTERMEDIARY, case),
        ("lending_contract", "established_on"),
    )
    done = contract.established_on if contract else None
    if contract is None or mission.start is None or (done is None and not begun(mission, case)):
        yield NOT_ASKED
    elif done is None:
        yield Unknown(
            f"Le dossier ne dit pas quand le contrat de la mission « {mission.key} » est établi.", at=at
        )
    elif done > mission.start:
        words = (
            f"Le contrat de l'AI avec le client de la mission « {mission.key} » est établi le {done:%d/%m/%Y}, après"
            f" le début du prêt le {mission.start:%d/%m/%Y}."
        )
        yield Fault(words, at=at)
