"""Temporary work never supplies an occupational doctor."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import MedicalJob
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z225",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le médecin du travail d'une entreprise n'est jamais une personne en intérim.",
    why="Qui veille à la santé des salariés a besoin d'un emploi que personne ne peut lui retirer à la légère.",
    remedy="Refusez la mission : elle revient à un service de santé au travail.",
    source=as_in_2015("Code du travail, art. L1251-10, 3°"),
    good={"missions.0.medical_job": "regulated"},
    bad={"missions.0.medical_job": "occupational-doctor"},
)
def occupational_doctor_lent(mission: Mission, case: Case) -> Iterator[Answer]:
    """The post is another one."""
    if temp_firm_of(mission, case) is None or mission.medical_job is None:
        yield NOT_ASKED
    elif mission.medical_job is MedicalJob.OCCUPATIONAL_DOCTOR:
        yield Fault(
            f"La mission « {mission.key} » pourvoit un poste de médecin du travail.", at=("medical_job",)
        )
