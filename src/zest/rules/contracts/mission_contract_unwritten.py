"""A temporary worker has a written contract for each mission."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.delays import delay_of
from zest.readings.formalities.regimes import has_mission_contract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z508",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="En travail temporaire, chaque mission a son contrat écrit avec le salarié.",
    why="Le contrat de mission dit au salarié son poste, son terme et sa paie.",
    remedy="Établissez le contrat de mission, et décrivez-le dans [missions.work_contract].",
    source=as_in_2015("Code du travail, art. L1251-16 et L1251-17"),
    figures=("contracts.mission-contract-days",),
    reading="Rien n'est demandé tant que le délai de transmission court. Un contrat d'une autre nature n'est pas jugé"
    " comme contrat de mission.",
    good={"missions.0.work_contract.written": True},
    bad={"missions.0.work_contract.written": False},
)
def mission_contract_unwritten(mission: Mission, case: Case) -> Iterator[Answer]:
    """A mission contract that is due exists in writing."""
    contract, at = mission.work_contract, ("work_contract",)
    written = contract.written if contract else None
    if not has_mission_contract(mission, case) or not (written or _due(mission, case)):
        yield NOT_ASKED
    elif written is None:
        words = f"Le dossier ne dit pas si la mission « {mission.key} » a un contrat écrit avec le salarié."
        yield Unknown(words, at=at)
    elif not written:
        words = f"La mission « {mission.key} » n'a pas de contrat écrit avec le salarié."
        yield Fault(words, at=(*at, "written"))


def _due(mission: Mission, case: Case) -> bool:
    delay = delay_of(mission, case.law["contracts.mission-contract-days"], case)
    return delay is None or delay.over_on(case.as_of)
