"""The open-ended inclusion contract (*CDI inclusion*) is for seniors, and its missions have a longest duration."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import ContractKind
from zest.readings.temporary_work import contract_kind, etti_of, outlasts
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z403",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le CDI inclusion d'une ETTI est ouvert à partir de cinquante-sept ans, pour des missions d'au plus"
    " trente-six mois.",
    why="Ce contrat sans terme sert à garder en emploi, jusqu'à la retraite, qui n'en trouverait plus d'autre.",
    remedy="Donnez senior et un terme dans les bornes, ou concluez un contrat de mission.",
    source=verified("Code du travail, art. L5132-6-1", "2026-08-22", "circulaires.legifrance.gouv.fr"),
    figures=("etti.inclusion-contract-months-max", "etti.inclusion-contract-age-min"),
    reading="L'âge n'est jamais écrit au dossier : senior dit seulement s'il ouvre ce contrat.",
    good={"missions.0.work_contract": {"kind": "CDI-inclusion", "senior": True}},
    bad={"missions.0.work_contract": {"kind": "CDI-inclusion", "senior": False}},
    since=dt.date(2020, 12, 16),
)
def inclusion_contract_out_of_bounds(mission: Mission, case: Case) -> Iterator[Answer]:
    """The person is old enough, and the mission short enough."""
    if etti_of(mission, case) is None or contract_kind(mission) is not ContractKind.CDI_INCLUSION:
        yield NOT_ASKED
        return
    yield from _age(mission, case)
    yield from _length(mission, case)


def _age(mission: Mission, case: Case) -> Iterator[Answer]:
    senior = mission.work_contract.senior if mission.work_contract else None
    at, age = ("work_contract", "senior"), case.law["etti.inclusion-contract-age-min"]
    if senior is None:
        words = f"Le dossier ne dit pas si le CDI inclusion de « {mission.key} » va à quelqu'un d'au moins {age} ans."
        yield Unknown(words, at=at, about="age")
    elif not senior:
        words = f"Le CDI inclusion de la mission « {mission.key} » va à une personne de moins de {age} ans."
        yield Fault(words, at=at, about="age")


def _length(mission: Mission, case: Case) -> Iterator[Answer]:
    longest = case.law["etti.inclusion-contract-months-max"]
    over = outlasts(mission, longest)
    if over is None:
        words = f"Le dossier ne dit pas du premier au dernier jour combien dure la mission « {mission.key} »."
        yield Unknown(words, at=("end",), about="length", remedy="Donnez start et end à la mission.")
    elif over:
        words = f"La mission « {mission.key} », en CDI inclusion, dure plus de {longest} mois."
        yield Fault(words, at=("end",), about="length")
