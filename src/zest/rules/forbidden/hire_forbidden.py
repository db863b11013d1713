"""No clause forbids the client to hire the worker at the end."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z227",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Aucune clause n'interdit au client d'embaucher la personne à la fin de la mission.",
    why="Une telle clause est nulle ; pour l'insertion, l'embauche par le client est le but même de la mission.",
    remedy="Retirez la clause du contrat de mise à disposition, et donnez forbids_hire.",
    source=as_in_2015("Code du travail, art. L1251-44"),
    reading="Un contrat qui n'est pas écrit est signalé pour cela. Que le contrat de mission le dise à la personne"
    " (art. L1251-16, 7°) est l'une de ses mentions.",
    good={"missions.0.lending_contract.forbids_hire": False},
    bad={"missions.0.lending_contract.forbids_hire": True},
)
def hire_forbidden(mission: Mission, case: Case) -> Iterator[Answer]:
    """The contract with the client has no such clause."""
    contract, at = mission.lending_contract, ("lending_contract", "forbids_hire")
    if temp_firm_of(mission, case) is None or contract is None or contract.written is False:
        yield NOT_ASKED
    elif contract.forbids_hire is None:
        words = f"Le dossier ne dit pas si le contrat de la mission « {mission.key} » interdit au client d'embaucher."
        yield Unknown(words, at=at)
    elif contract.forbids_hire:
        yield Fault(
            f"Le contrat de la mission « {mission.key} » interdit au client d'embaucher la personne.", at=at
        )
