"""A mission at a public body has a longest duration of its own."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.client import ClientKind
from zest.model.structure import Structure, StructureKind
from zest.model.work import Recourse
from zest.readings.temporary_work import outlasts, recourse_of, temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z409",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Chez une personne publique, une mission dure au plus dix-huit mois, douze pour une vacance d'emploi.",
    why="L'intérim ne tient pas lieu de recrutement dans un service public.",
    remedy="Arrêtez la mission à son terme.",
    source=as_in_2015("Code du travail, art. L1251-60"),
    figures=("etti.public-months-max", "etti.public-vacancy-months-max", "etti.months-max"),
    reading="L'article a pu changer de code depuis ; neuf mois valent dans des cas qui n'ont pas été relus. Que les"
    " vingt-quatre mois des ETTI (art. L5132-6) l'emportent ici n'est écrit nulle part : la règle avertit.",
    good={"clients.0.kind": "public-body", "missions.0.start": "2025-02-03", "missions.0.end": "2026-08-02"},
    bad={"clients.0.kind": "public-body", "missions.0.start": "2025-02-03", "missions.0.end": "2026-08-03"},
)
def public_mission_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """From its first to its last day, within the maximum of its case."""
    lender, client = temp_firm_of(mission, case), case.dossier.client(mission.client)
    public = client is not None and client.kind is ClientKind.PUBLIC_BODY
    if lender is None or not public or _told_elsewhere(lender, mission, case):
        yield NOT_ASKED
        return
    vacancy = recourse_of(mission, case) is Recourse.VACANCY
    longest = case.law["etti.public-vacancy-months-max" if vacancy else "etti.public-months-max"]
    over = outlasts(mission, longest)
    if over is None:
        words = f"Le dossier ne dit pas du premier au dernier jour combien dure la mission « {mission.key} »."
        yield Unknown(words, at=("end",), remedy="Donnez start et end à la mission.")
    elif over:
        words = f"La mission « {mission.key} », chez une personne publique, dure plus de {longest} mois."
        yield Fault(words, at=("end",))


def _told_elsewhere(lender: Structure, mission: Mission, case: Case) -> bool:
    """Whether the longest duration of any mission of an ETTI says it already."""
    if lender.kind is not StructureKind.ETTI or not case.law.in_force("etti.months-max"):
        return False
    return outlasts(mission, case.law["etti.months-max"]) is not False
